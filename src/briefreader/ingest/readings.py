"""What the parts of an input say of an article, before anything is chosen."""

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from briefreader.ingest.clean import clean_line
from briefreader.model.article import Origin
from briefreader.model.evidence import Place

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """A candidate for a field: its value, where it was read, and how sure that is (0 to 1)."""

    value: Value
    place: Place
    confidence: float


@dataclass(slots=True)
class Head:
    """All candidates for an article's metadata, in the order in which they were read.

    Each method ignores a value of None or no words, so that a reader can pass on whatever it found.
    """

    titles: list[Reading[str]] = field(default_factory=list)
    publishers: list[Reading[str]] = field(default_factory=list)
    bylines: list[Reading[str]] = field(default_factory=list)
    dates: list[Reading[date]] = field(default_factory=list)
    origins: list[Reading[Origin]] = field(default_factory=list)
    urls: list[Reading[str]] = field(default_factory=list)

    def title(self, value: str | None, place: Place, confidence: float) -> None:
        """Note a headline."""
        _note(self.titles, value and clean_line(value), place, confidence)

    def publisher(self, value: str | None, place: Place, confidence: float) -> None:
        """Note who publishes the article."""
        _note(self.publishers, value and clean_line(value, 200), place, confidence)

    def byline(self, value: str | None, place: Place, confidence: float) -> None:
        """Note who wrote the article."""
        _note(self.bylines, value and clean_line(value, 200), place, confidence)

    def date(self, value: date | None, place: Place, confidence: float) -> None:
        """Note the day of publication."""
        _note(self.dates, value, place, confidence)

    def origin(self, value: Origin | None, place: Place, confidence: float) -> None:
        """Note who reported it first."""
        _note(self.origins, value, place, confidence)

    def url(self, value: str | None, place: Place, confidence: float) -> None:
        """Note the article's own address, already checked by :func:`clean_url`."""
        _note(self.urls, value, place, confidence)

    @property
    def address(self) -> str | None:
        """The likeliest address so far; None without one."""
        return _best(self.urls)

    @property
    def headline(self) -> str | None:
        """The likeliest title so far; None without one."""
        return _best(self.titles)


def _best(readings: list[Reading[str]]) -> str | None:
    best = max(readings, key=lambda reading: reading.confidence, default=None)
    return best.value if best else None


def _note(readings: list[Reading[Value]], value: Value | None, place: Place, confidence: float) -> None:
    if value:
        readings.append(Reading(value, place, confidence))
