"""What several articles say of the same thing."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefreader.model.ids import ArticleId
from briefreader.model.span import Span
from briefreader.model.statement import Statement
from briefreader.model.verdict import Verdict

Kind = Literal["conflict", "exclusivity conflict", "modality conflict", "update", "scope differs", "range", "agree"]
KINDS: tuple[Kind, ...] = (
    "conflict",
    "exclusivity conflict",
    "modality conflict",
    "update",
    "scope differs",
    "range",
    "agree",
)
"""What several statements can be to one another, the gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement, and where it stands."""

    statement: Statement
    article_id: ArticleId
    outlet: str
    """The publisher, or else the title."""
    day: date
    """When the article was published, else taken in."""
    is_dated: bool
    """Whether the article says when it was published."""
    quote: str
    worth: int
    sources: tuple[str, ...]
    """Whom the claim cites, by their usual names."""
    origin: str | None
    """Whom the article declares as its origin."""
    publisher: str | None

    @property
    def span(self) -> Span:
        """The sentence that says it."""
        return self.statement.span

    @property
    def on_day(self) -> str:
        """The day in words; ``undated`` where the article does not say, though it was taken in on some day."""
        return f"{self.day:%d %b %Y}" if self.is_dated else "undated"

    @property
    def origins(self) -> tuple[str, ...]:
        """Whose word it is: cited, else declared; nobody's where neither is said."""
        return self.sources or ((self.origin,) if self.origin else ())


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What two statements are to one another."""

    kind: Kind
    first: Said
    second: Said


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles that count as one voice, and why, a link each."""

    names: tuple[str, ...]
    """Empty where nobody says whose word it is."""
    articles: tuple[ArticleId, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, as several articles make it."""

    key: str
    said: tuple[Said, ...]
    """One statement an article, the earliest first."""
    more: tuple[Said, ...]
    """What the same articles say of it besides."""
    disagreements: tuple[Disagreement, ...]
    groups: tuple[OriginGroup, ...]
    verdict: Verdict | None = None
    """Who the reader says is right; None as long as they have not."""
    why: str = ""
    """Why what they say can be compared, in words."""

    @property
    def kind(self) -> Kind:
        """The gravest of its disagreements, else agreement."""
        return min((one.kind for one in self.disagreements), key=KINDS.index, default="agree")

    @property
    def about(self) -> str:
        """What it is about, in words: ``revenue in %: meridian chips, Q1 2026``."""
        statement = self.said[0].statement
        parties = f": {' and '.join(statement.parties)}" if statement.parties else ""
        period = f", {_period_in_words(statement.period)}" if statement.period else ""
        limits = "".join(f", {limit}" for limit in statement.limits)
        return f"{statement.family}{limits}{parties}{period}"

    @property
    def origins(self) -> int:
        """How many voices are named that do not depend on one another."""
        return sum(bool(group.names) for group in self.groups)

    @property
    def articles(self) -> int:
        """How many articles say it; one where an article contradicts itself."""
        return len({one.article_id for one in self.said})

    @property
    def is_false_corroboration(self) -> bool:
        """Whether several articles agree that have one origin between them, or none."""
        return self.origins <= 1 and self.articles > 1


def _period_in_words(period: str) -> str:
    """Return a quarter, half or year as people write it; any other stretch with its days."""
    first, last = map(date.fromisoformat, period.split("/"))
    months = (last.month - first.month + 1) if first.year == last.year else 0
    parts = {
        3: f"Q{first.month // 3 + 1} {first.year}",
        6: f"H{first.month // 6 + 1} {first.year}",
        12: str(first.year),
    }
    return parts.get(months, f"{first} to {last}")
