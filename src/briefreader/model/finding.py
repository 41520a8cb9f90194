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
        "Cited before it happened",
        "The source is dated before the event that it is cited for, so it cannot have reported it.",
    ),
    "SOURCE_NOT_A_PARTY": (
        "Source is no party",
        "A company is cited for another company's amounts, and the article names it nowhere else.",
    ),
    "FUTURE_SOURCE": ("Source of the future", "The source is dated after the day on which the article was read."),
    "SELF_CITATION": (
        "Speaks of itself",
        "Who is cited speaks of their own affairs: often the best source there is, and never an independent one.",
    ),
    "NON_PUBLIC_DOCUMENT": ("Not public", "A memo or a leaked paper cannot be looked up by a reader."),
    "PERIOD_ONLY_SOURCE": (
        "A period, not a document",
        "A quarter or a year stands where a document or a day should: it cannot be looked up.",
    ),
    "PERIOD_NOT_OVER": ("Period not over", "The period that the source reports on had not ended when this was read."),
    "UNCITED_NUMBER": ("Figures without a source", "A section gives figures and names nobody who says so."),
    "HEARSAY_ONLY": ("Hearsay", "Somebody is said to say so, and nobody is named."),
    "UNATTRIBUTED_QUOTATION": (
        "Quotation without a speaker",
        "Words stand in quotation marks, and nobody is said to have said them.",
    ),
    "FORECAST_WITHOUT_HORIZON": (
        "Forecast without a day",
        "An amount is forecast, but not by when: it can never be wrong.",
    ),
    "FORECAST_DUE": (
        "Forecast due",
        "The day by which the forecast should have come true has passed: look whether it has.",
    ),
    "STALE_WATCH_ITEM": (
        "Stale when written",
        "What is to be watched was due before other days that the article speaks of.",
    ),
    "NO_SOURCES": ("No sources", "The article makes claims that can be checked, and names no source for any."),
    "DERIVED_DOCUMENT": (
        "Retold",
        "The article says that it retells another: it is no second source beside the first.",
    ),
    "AI_GENERATED": ("Written by a model", "The publisher says that a language model wrote it."),
    "INTERNAL_CONFLICT": ("Contradicts itself", "Two claims of the article cannot both be right."),
    "CHRONOLOGY": ("Out of order", "Something is said to have followed what the article dates later."),
    "ARITHMETIC": ("Does not add up", "The percentage does not follow from the amounts beside it."),
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
