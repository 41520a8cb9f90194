"""The sample briefings, with theses, evidence and watch items, so that every screen has something to show."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from briefreader import paths
from briefreader.model.annotation import Stance
from briefreader.model.ids import ThesisId
from briefreader.model.span import Span
from briefreader.model.watch import Due, Outcome, Side
from briefreader.views.inbox import list_counts
from briefreader.views.reading import Reading
from briefreader.workspace import Workspace

_SAMPLES = "sample_data"
_EDITED = "compute-leases-policy.md"
_EDITS = {
    "made up **21% of new capacity**": "made up **19% of new capacity**",
    "Universities lost two thirds of their hours. ": "",
}


class _Words(NamedTuple):
    """A thesis of the demo."""

    title: str
    bull: str
    bear: str
    subject: str
    premortem: tuple[str, ...]


class _Tag(NamedTuple):
    """A passage of a sample file, and what is said of it."""

    file: str
    words: str
    stance: Stance
    thesis: str | None
    strength: int = 3
    confidence: float = 0.6
    note: str = ""


class _Watch(NamedTuple):
    """A question of the demo, due so many days from now."""

    question: str
    days: int
    side: Side
    probability: float | None
    thesis: str | None
    outcome: Outcome | None = None
    note: str = ""


_LANDLORD, _MARGINS = "Halden becomes a landlord", "Meridian's margin comes back"
_THESES = (
    _Words(
        _LANDLORD,
        "Rent from whole sites makes Halden profitable by the end of 2027.",
        "Rent hides a failed model business; no profit by the end of 2027.",
        "Halden Compute",
        ("the tenant leaves at the break clause", "the competition board caps the share of one tenant"),
    ),
    _Words(
        _MARGINS,
        "Gross margin is above 54% again by the first quarter of 2027.",
        "Substrate costs stay; gross margin is below 52% in the first quarter of 2027.",
        "Meridian Chips",
        ("the second supplier fails its audit again",),
    ),
)
_TAGS = (
    _Tag("halden-lease-investor.txt", "By renting the halls out, the company cut", "bull", _LANDLORD, 3, 0.6),
    _Tag("halden-lease-investor.txt", "The site holds 48,000 accelerators, and", "bull", _LANDLORD, 4, 0.8),
    _Tag("halden-lease-origin.html", "Northlight will pay $310 million a year", "bull", _LANDLORD, 4, 0.7),
    _Tag(
        "halden-take-curated.txt", "Halden Compute has given Northlight AI", "bull", _LANDLORD, 3, 0.6, "A retelling."
    ),
    _Tag("halden-lease-investor.txt", "Seven senior engineers left", "bear", _LANDLORD, 4, 0.7),
    _Tag("halden-lease-investor.txt", "The departures are expected to delay", "bear", _LANDLORD, 3, 0.6),
    _Tag("halden-take-curated.txt", "The timing is no accident", "bear", _LANDLORD, 2, 0.6),
    _Tag(_EDITED, "made up 21% of new capacity", "bull", _LANDLORD, 3, 0.8, "The trend carries more than one tenant."),
    _Tag("meridian-quarter-investor.txt", "Orders from cloud customers grew by 31%", "bull", _MARGINS, 3, 0.8),
    _Tag("meridian-quarter-investor.txt", "Gross margin fell to 51.5% from 54%", "bear", _MARGINS, 4, 0.8),
    _Tag("meridian-quarter-investor.txt", "Demand from clouds outruns supply", "bear", _MARGINS, 2, 0.5, "Priced in."),
    _Tag("meridian-take-curated.html", "Meridian Chips lost 2.5 percentage points", "bear", _MARGINS, 3, 0.6),
    _Tag("meridian-quarter-investor.txt", "Analysts at Orrin Partners warned", "bear", _MARGINS, 3, 0.6),
    _Tag(_EDITED, "Universities lost two thirds of their hours.", "bear", None, 2, 0.6),
)
_WATCHES = (
    _Watch("Is Bergen stage one handed over without downtime?", -9, "bull if it happens", 0.7, _LANDLORD),
    _Watch("Does the second substrate supplier pass its audit?", 6, "bear if it misses", 0.6, _MARGINS),
    _Watch("Does the competition board open a review of the lease?", 40, "bear if it happens", 0.4, _LANDLORD),
    _Watch("Is Meridian's export licence renewed?", 150, "bull if it happens", 0.8, _MARGINS),
    _Watch(
        "Does Halden name a new head of research?",
        -30,
        "bull if it happens",
        0.7,
        _LANDLORD,
        "did not",
        "Nobody named.",
    ),
    _Watch("Does Northlight confirm the rent?", -50, "either", 0.3, _LANDLORD, "did not"),
    _Watch("Is Meridian's forecast lowered?", -45, "bear if it happens", 0.6, _MARGINS, "happened"),
)


def add_samples(workspace: Workspace) -> None:
    """Add the briefings that ship with the program, and some work on them, unless the store has articles already."""
    if any(list_counts(workspace.store, workspace.today()).values()):
        return
    from briefreader.workflows.add import add_files  # noqa: PLC0415 - 100 ms, needed only once

    add_files(workspace, [paths.bundled(_SAMPLES)])
    theses = _add_theses(workspace)
    for tag in _TAGS:
        _tag(workspace, tag, theses)
    for item in _WATCHES:
        _watch(workspace, item, theses)
    _edit_one(workspace)


def _add_theses(workspace: Workspace) -> Mapping[str, ThesisId]:
    from briefreader.workflows.weigh import ThesisWords, add_thesis  # noqa: PLC0415 - as above

    today = workspace.today()
    horizon, review = today + timedelta(days=400), today + timedelta(days=12)
    written = (ThesisWords(**words._asdict(), horizon_on=horizon, review_on=review) for words in _THESES)
    return {thesis.title: thesis.id for thesis in (add_thesis(workspace, words) for words in written)}


def _tag(workspace: Workspace, tag: _Tag, theses: Mapping[str, ThesisId]) -> None:
    from briefreader.workflows.annotate import Remark, annotate, evidence_at  # noqa: PLC0415 - as above

    reading = _reading_of(workspace, tag.file)
    span = _sentence_at(reading, tag.words)
    evidence = replace(
        evidence_at(workspace, reading, span, tag.stance),
        thesis_id=theses[tag.thesis] if tag.thesis else None,
        strength=tag.strength,
        confidence=tag.confidence,
    )
    annotate(workspace, reading, span, Remark(evidence=evidence, note=tag.note))


def _watch(workspace: Workspace, item: _Watch, theses: Mapping[str, ThesisId]) -> None:
    from briefreader.workflows.watch import WatchWords, resolve, watch  # noqa: PLC0415 - as above

    day = workspace.today() + timedelta(days=item.days)
    words = WatchWords(
        question=item.question,
        due=Due(first=day, last=day, precision="day"),
        side=item.side,
        probability=item.probability,
        thesis_id=theses[item.thesis] if item.thesis else None,
    )
    kept = watch(workspace, words)
    if item.outcome:
        resolve(workspace, kept, item.outcome, item.note)


def _edit_one(workspace: Workspace) -> None:
    """Add one article again as its publisher has edited it, so that notes on it are to be reviewed."""
    from briefreader.ingest.files import parse_article  # noqa: PLC0415 - as above
    from briefreader.workflows.add import add_articles  # noqa: PLC0415 - as above

    text = (paths.bundled(_SAMPLES) / _EDITED).read_text("utf-8")
    for old, new in _EDITS.items():
        text = text.replace(old, new)
    add_articles(workspace, [parse_article(text.encode(), ".md", _EDITED)])


def _reading_of(workspace: Workspace, file: str) -> Reading:
    from briefreader.ingest.files import read_articles  # noqa: PLC0415 - as above
    from briefreader.views.reading import reading_by_id  # noqa: PLC0415 - as above

    return reading_by_id(workspace.store, read_articles(paths.bundled(_SAMPLES) / file)[0].id)


def _sentence_at(reading: Reading, words: str) -> Span:
    """Return the claim that the words begin or stand in; without one, the words."""
    start = reading.document.text.index(words)
    place = Span(start, start + len(words))
    return next((claim.span for claim in reading.analysis.claims if claim.span.overlaps(place)), place)
