"""The errors that briefreader raises on purpose.

BriefreaderError
├── NotFoundError
├── NamingError
├── SettingsError
├── ThemeError
├── FaultsError
├── StoreError
│   └── StoreLostError
├── UnreadableError
│   └── BeyondLimitsError
├── SandboxError
├── QueryError
├── QuoteError
├── MergeError
├── ExportError
└── ProxyError
"""

from collections.abc import Sequence

from briefreader.model.control_characters import on_one_line, readable_name


class BriefreaderError(Exception):
    """An error a person can act on; its text is what they are shown, on one line."""

    def __init__(self, text: str) -> None:
        super().__init__(on_one_line(text))


class NotFoundError(BriefreaderError):
    """The store holds nothing under this id."""

    def __init__(self, kind: str, missing_id: str) -> None:
        super().__init__(f"no {kind} {missing_id!r} found")
        self.kind = kind
        self.missing_id = missing_id


class NamingError(BriefreaderError):
    """A thing cannot have this name."""


class QuoteError(BriefreaderError):
    """Words that are quoted do not stand in an article, or not in one place only."""

    def __init__(self, words: str, place: str) -> None:
        super().__init__(f"“{words}” does not occur exactly once in {place}. Quote more words.")


class MergeError(BriefreaderError):
    """Two claims cannot be one."""


class SettingsError(BriefreaderError):
    """The settings say something that briefreader cannot use."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"settings: {key}: {problem}")
        self.key = key


class ThemeError(BriefreaderError):
    """A theme file says something that briefreader cannot use."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"theme {name}: {problem}")
        self.name = name


class FaultsError(BriefreaderError):
    """Several things are wrong, or one; each is named on a line of its own."""

    def __init__(self, faults: Sequence[BriefreaderError]) -> None:
        Exception.__init__(self, "\n".join(map(str, faults)))


class StoreError(BriefreaderError):
    """The store cannot be opened or written."""


class StoreLostError(StoreError):
    """A file of the store was changed by something else while it was open, so that nothing more can be saved in it."""

    def __init__(self, name: str, what: str, *, is_whole: bool) -> None:
        """Name the file; ``what`` is what became of it, as a participle."""
        super().__init__(f"could not save: another program has {what} {name} while briefreader had it open")
        self.is_whole = is_whole
        """Whether all that was saved before can still be read, and written to another file."""


class UnreadableError(BriefreaderError):
    """A file cannot be taken in."""

    def __init__(self, place: str, problem: str) -> None:
        self.place = readable_name(place)
        self.problem = problem
        super().__init__(f"{self.place}: {self.problem}")


class BeyondLimitsError(UnreadableError):
    """Reading it takes more processor time or memory than it may; it would do so again."""


class SandboxError(BriefreaderError):
    """No child process can be started, so that nothing can be parsed or analysed."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"could not start the parser: {problem}. Reinstall briefreader.")


class QueryError(BriefreaderError):
    """A query cannot be understood."""

    def __init__(self, text: str, at: int, problem: str) -> None:
        text = " ".join(text.splitlines())
        Exception.__init__(self, f"query: {on_one_line(problem)}\n  {text}\n  {' ' * at}^")


class ExportError(BriefreaderError):
    """An export cannot be written."""


class ProxyError(BriefreaderError):
    """An environment variable that names proxies cannot be used; its value may hold a password and is not shown."""

    def __init__(self, variable: str, problem: str) -> None:
        super().__init__(f"{variable}: {problem}. Correct or unset this environment variable.")
