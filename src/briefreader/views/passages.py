"""What is said of a passage beside its words: what it is about, and why it was taken for a claim."""

from typing import NamedTuple

from briefreader.analysis.claims.subjects import subject_of
from briefreader.model.span import Span
from briefreader.store.store import Store
from briefreader.views.reading import Reading


class Why(NamedTuple):
    """What weighed most on a claim, in plain words, the heaviest first."""

    speaks_for: list[str]
    """That it asserts something."""
    speaks_against: list[str]
    of_its_kind: list[str]
    """That it is of this kind and not of the next most probable one."""
    changed_from: str | None
    """The kind that a deadline or words of comparison then changed; None where nothing did."""


def subject_in(reading: Reading, span: Span) -> str:
    """Return what a passage stands under, in brackets and with a space behind them; empty where it says all itself."""
    names = subject_of(reading.document, span)
    return f"[{' · '.join(names)}] " if names else ""


def why_claims(store: Store, reading: Reading) -> dict[Span, Why]:
    """Return why each claim is one, and of its kind; worked out on request, which takes as long as an analysis.

    Claims that the reader added are not among them, nor items that are claims only as points of the author's case.
    """
    from briefreader.analysis.analyse import explain  # noqa: PLC0415 - 0.4 s to load, which copying a quote would wait for

    claims = reading.analysis.claims
    if not claims:
        return {}  # a text that was too much for the limits is not tried outside of them
    _, document, day = store.revisions.analysed_on(reading.revision_id)
    told = explain(document, day)
    return {
        claim.span: Why(speaks_for, against, of_kind, kind if kind != claim.type else None)
        for claim in claims
        if claim.span in told
        for kind, speaks_for, against, of_kind in (told[claim.span],)
    }
