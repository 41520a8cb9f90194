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
