-- The page on which a decided statement stands: where it is looked for again when another reading has given it another id.
ALTER TABLE decision ADD COLUMN page TEXT NOT NULL DEFAULT '';
UPDATE decision SET page = coalesce((SELECT a.page FROM statement s JOIN article a ON a.id = s.article WHERE s.id = decision.left_id), '');
CREATE INDEX decision_page ON decision (page);
