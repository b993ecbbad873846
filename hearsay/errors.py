"""The errors, from one root so that one ``except`` catches all of ours.

HearsayError
├── InputError          what was given cannot be used
│   ├── PathError       a path is missing, loops, or cannot be opened
│   ├── PageError       bytes that hold no page of text (becomes a Reject)
│   └── ArticleError    a page without an article (becomes a Reject)
├── LanguageError       a language folder or one of its rows is wrong
└── RecordError         the record cannot be opened, is newer than this version, or could not be written
"""


class HearsayError(Exception):
    """Root of all errors that Hearsay raises itself."""


class InputError(HearsayError):
    """What was given cannot be used; the message says what was expected and what mends it."""


class PathError(InputError):
    """A path is missing, loops, or cannot be opened."""


class PageError(InputError):
    """Bytes that hold no page of text; becomes a reject."""


class ArticleError(InputError):
    """A page without an article; becomes a reject."""


class LanguageError(HearsayError):
    """A language folder, or a row of its tables, is wrong; the message names file and line."""


class RecordError(HearsayError):
    """The record cannot be opened, is of a newer schema, or could not be written."""
