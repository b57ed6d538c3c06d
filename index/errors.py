"""Everything Quoth raises on purpose. Each message is one sentence for a person and ends with what to do next.

QuothError
├── ReadingError      an article can't be read: the file, page or record is refused, and nothing changed
├── LibraryError      the library can't be opened, found or trusted
│   └── NoSuchArticle no article has this id
├── VectorStoreError  the vector store (a folder or a Chroma server) does not answer
├── SettingError      a setting or an option has a value that can't be used
└── QuestionError     a question or a question file can't be used
"""


class QuothError(Exception):
    """Base of all errors that a person can mend."""


class ReadingError(QuothError):
    """An article can't be read; the message names the origin's trouble and what to do next."""


class LibraryError(QuothError):
    """A library can't be opened, found or trusted."""


class NoSuchArticle(LibraryError):
    """No article in the library has the id that was asked for."""


class VectorStoreError(QuothError):
    """The vector store, a folder or a Chroma server, does not answer."""


class SettingError(QuothError):
    """A setting or an option has a value that can't be used."""


class QuestionError(QuothError):
    """A question or a question file can't be used."""
