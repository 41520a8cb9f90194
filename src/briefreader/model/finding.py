"""What a provenance check has to say about an article."""

from dataclasses import dataclass
from typing import Literal

from briefreader.model.span import Span

Rule = Literal[
    "CITED_BEFORE_EVENT",
    "SOURCE_NOT_A_PARTY",
    "FUTURE_SOURCE",
    "SELF_CITATION",
    "NON_PUBLIC_DOCUMENT",
    "PERIOD_ONLY_SOURCE",
    "PERIOD_NOT_OVER",
    "UNCITED_NUMBER",
    "HEARSAY_ONLY",
    "UNATTRIBUTED_QUOTATION",
    "FORECAST_WITHOUT_HORIZON",
    "FORECAST_DUE",
    "STALE_WATCH_ITEM",
    "NO_SOURCES",
    "DERIVED_DOCUMENT",
    "AI_GENERATED",
    "INTERNAL_CONFLICT",
    "CHRONOLOGY",
    "ARITHMETIC",
]
Severity = Literal["error", "warn", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warn", "info")
"""The gravest first."""


RULES: dict[Rule, tuple[str, str]] = {
    "CITED_BEFORE_EVENT": (
        "Source predates the event",
        "The source is dated before the event it is cited for, so it cannot have reported that event.",
    ),
    "SOURCE_NOT_A_PARTY": (
        "Unrelated source",
        "A company is cited for another company's amounts and is named nowhere else in the article.",
    ),
    "FUTURE_SOURCE": ("Source from the future", "The source is dated after the article, or after the day it was read."),
    "SELF_CITATION": (
        "Self-interested source",
        "The cited source speaks about its own affairs. It may know them best, but it is not independent.",
    ),
    "NON_PUBLIC_DOCUMENT": ("Non-public document", "A memo or leaked document is cited, which readers cannot check."),
    "PERIOD_ONLY_SOURCE": (
        "Period instead of a document",
        "The citation gives a quarter or year instead of a document or date, so readers cannot check it.",
    ),
    "PERIOD_NOT_OVER": ("Period not over", "The period that the source reports on had not ended yet."),
    "UNCITED_NUMBER": ("Unsourced figure", "A section gives figures and names no source for them."),
    "HEARSAY_ONLY": ("Anonymous source", "The statement is attributed to a source that is not named."),
    "UNATTRIBUTED_QUOTATION": ("Unattributed quotation", "Words are in quotation marks, but no speaker is named."),
    "FORECAST_WITHOUT_HORIZON": (
        "Undated forecast",
        "The forecast gives an amount but no deadline, so it can never be proved wrong.",
    ),
    "FORECAST_DUE": ("Forecast due", "The deadline of the forecast has passed. Check whether it came true."),
    "STALE_WATCH_ITEM": (
        "Out of date when written",
        "The item to watch was due before other dates that the article mentions.",
    ),
    "NO_SOURCES": ("No sources named", "The article makes checkable claims and names no source for any of them."),
    "DERIVED_DOCUMENT": (
        "Derived article",
        "The article says that it is based on another one, so the two are not independent sources.",
    ),
    "AI_GENERATED": ("AI-generated", "The publisher says that a language model wrote the article."),
    "INTERNAL_CONFLICT": ("Contradicts itself", "Two claims in the article cannot both be true."),
    "CHRONOLOGY": ("Inconsistent chronology", "An event is said to follow one that the article dates later."),
    "ARITHMETIC": ("Does not add up", "The percentage does not follow from the amounts next to it."),
}
"""For each rule its title, and the reason why a reader should care."""

QUIET: frozenset[Rule] = frozenset(
    {
        "UNCITED_NUMBER",
        "UNATTRIBUTED_QUOTATION",
        "FORECAST_WITHOUT_HORIZON",
        "FORECAST_DUE",
        "FUTURE_SOURCE",
        "PERIOD_ONLY_SOURCE",
        "STALE_WATCH_ITEM",
        "NO_SOURCES",
    }
)
"""Rules that are not shown until the reader asks: fewer than 8 in 10 of their findings on real texts were right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a reader should look at, and where."""

    rule: Rule
    severity: Severity
    message: str
    """What was seen, with the dates, names or amounts that decide it."""
    span: Span | None
    """None for the whole article."""
    other: Span | None = None
    """The place that it does not fit, such as the citation or the other claim."""
