"""Links and the groups they make, kept so that an old name of a group still leads to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from hearsay.model import Group, Link
from hearsay.record import load, sqlite


def add_links(connection: sqlite3.Connection, links: Iterable[Link]) -> None:
    """Keep links; one of the same kind and ends takes the place of the earlier one."""
    rows = [(it.kind, *sorted((it.left, it.right)), it.judgement, it.score, it.reason, it.rule) for it in links]
    sqlite.upsert(connection, "link", rows)


def add_groups(connection: sqlite3.Connection, groups: Iterable[Group]) -> None:
    """Keep groups. A member leaves the group it was in; a group that lost all its members becomes a redirect."""
    for group in groups:
        before = _groups_of(connection, group)
        sqlite.upsert(connection, "link_group", [(group.kind, group.id, group.name, group.reason)])
        sqlite.upsert(connection, "group_member", ((group.kind, member, group.id) for member in group.members))
        connection.execute("DELETE FROM redirect WHERE kind = ? AND old = ?", (group.kind, group.id))
        for old in before - {group.id}:
            _redirect_if_empty(connection, group.kind, old, group.id)


def _groups_of(connection: sqlite3.Connection, group: Group) -> set[str]:
    asked = ((group.kind, member) for member in group.members)
    found = (connection.execute("SELECT id FROM group_member WHERE kind = ? AND member = ?", pair).fetchone() for pair in asked)
    return {row["id"] for row in found if row}


def _redirect_if_empty(connection: sqlite3.Connection, kind: str, old: str, new: str) -> None:
    if connection.execute("SELECT 1 FROM group_member WHERE kind = ? AND id = ?", (kind, old)).fetchone():
        return
    connection.execute("DELETE FROM link_group WHERE kind = ? AND id = ?", (kind, old))
    sqlite.upsert(connection, "redirect", [(kind, old, new)])
    connection.execute("UPDATE redirect SET new = ? WHERE kind = ? AND new = ?", (new, kind, old))


def clear(connection: sqlite3.Connection, kind: str) -> None:
    """Take away all links of a kind, before they are judged anew. Groups stay until new ones take their members."""
    connection.execute("DELETE FROM link WHERE kind = ?", (kind,))


def set_groups(connection: sqlite3.Connection, kind: str, groups: Iterable[Group]) -> None:
    """These are all groups of this kind now; whatever no group holds any more is let go."""
    given = list(groups)
    add_groups(connection, given)
    held = {(kind, member) for group in given for member in group.members}
    rows = connection.execute("SELECT kind, member FROM group_member WHERE kind = ?", (kind,)).fetchall()
    gone = [tuple(row) for row in rows if tuple(row) not in held]
    connection.executemany("DELETE FROM group_member WHERE kind = ? AND member = ?", gone)
    kept = {group.id for group in given}
    old = [(kind, row["id"]) for row in connection.execute("SELECT id FROM link_group WHERE kind = ?", (kind,)) if row["id"] not in kept]
    connection.executemany("DELETE FROM link_group WHERE kind = ? AND id = ?", old)


def set_hashes(connection: sqlite3.Connection, kind: str, hashes: Mapping[str, str]) -> None:
    """These are the things of this kind that were compared, each with its hash."""
    connection.execute("DELETE FROM linked WHERE kind = ?", (kind,))
    sqlite.insert(connection, "linked", ((kind, thing, own) for thing, own in hashes.items()))


def linked(connection: sqlite3.Connection, kind: str, hashes: Mapping[str, str]) -> frozenset[str]:
    """The things whose hash is what it was when they were compared."""
    before = connection.execute("SELECT id, hash FROM linked WHERE kind = ?", (kind,))
    return frozenset(row["id"] for row in before if hashes.get(row["id"]) == row["hash"])


def links(connection: sqlite3.Connection, kind: str | None = None, of: str | None = None) -> Iterator[Link]:
    """Links, all or of one kind, or those that tie one thing."""
    where, asked = ["1"], []
    if kind:
        where.append("kind = ?")
        asked.append(kind)
    if of:
        where.append("(left_id = ? OR right_id = ?)")
        asked += [of, of]
    for row in connection.execute(f"SELECT * FROM link WHERE {' AND '.join(where)} ORDER BY kind, left_id, right_id", asked).fetchall():
        yield load.link(row)


def group_of(connection: sqlite3.Connection, kind: str, member: str) -> str:
    """The group that holds this thing; the thing itself where none does."""
    row = connection.execute("SELECT id FROM group_member WHERE kind = ? AND member = ?", (kind, member)).fetchone()
    return row["id"] if row else member


def named(connection: sqlite3.Connection, kind: str, name: str) -> str:
    """Today's name of a group, by any name it has had."""
    row = connection.execute("SELECT new FROM redirect WHERE kind = ? AND old = ?", (kind, name)).fetchone()
    return row["new"] if row else name
