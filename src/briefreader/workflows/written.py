"""What the reader writes in a form, taken at its word; what cannot be taken is said in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from briefreader.model.ids import ThesisId
from briefreader.model.thesis import Thesis
from briefreader.model.typed_days import EXAMPLES, read_days, understood
from briefreader.model.watch import Due, Side, WatchItem
from briefreader.workflows.watch import WatchWords
from briefreader.workflows.weigh import ThesisWords

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,6})?|\.\d{1,6}", re.ASCII)
_LONGEST = 2_000
_LEAST_PRIOR = 0.001
_NO_DATE = f"not a date or period. Try {EXAMPLES}."
_DATES = ("due", "horizon", "review")


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why what was written cannot be taken."""

    field: str
    problem: str


def thesis_fields(thesis: Thesis | None) -> Mapping[str, str]:
    """Return a thesis as its form shows it."""
    return {
        "title": thesis.title if thesis else "",
        "bull": thesis.bull if thesis else "",
        "bear": thesis.bear if thesis else "",
        "subject": thesis.subject if thesis else "",
        "prior": share_text(thesis.prior) if thesis else "50%",
        "horizon": str(thesis.horizon_on or "") if thesis else "",
        "review": str(thesis.review_on or "") if thesis else "",
        "premortem": "; ".join(thesis.premortem) if thesis else "",
    }


def parse_thesis(written: Mapping[str, str], today: date) -> ThesisWords | Unclear:
    """Return the thesis that was written."""
    words = _cleaned(written)
    if not words["title"]:
        return Unclear("title", "a thesis needs a title")
    prior = _share(words["prior"])
    if prior is None or not _LEAST_PRIOR <= round(prior, 6) <= 1 - _LEAST_PRIOR:
        return Unclear("prior", "not a probability. Try 50% (0.1% to 99.9%).")
    days = {name: read_days(words[name], today) for name in ("horizon", "review")}
    for name, due in days.items():
        if words[name] and due is None:
            return Unclear(name, _NO_DATE)
    horizon, review = days["horizon"], days["review"]
    return ThesisWords(
        title=words["title"],
        bull=words["bull"],
        bear=words["bear"],
        subject=words["subject"],
        prior=prior,
        horizon_on=horizon.last if horizon else None,
        review_on=review.last if review else None,
        premortem=tuple(line.strip() for line in words["premortem"].split(";") if line.strip()),
    )


def watch_fields(item: WatchItem) -> Mapping[str, str]:
    """Return a watch item as its form shows it."""
    probability = "" if item.probability is None else share_text(item.probability)
    return {"question": item.question, "due": due_text(item.due), "probability": probability}


def due_text(due: Due) -> str:
    """Return a due date as a form takes it back."""
    first, last = due.first, due.last
    if due.precision == "quarter":
        return f"Q{(last.month + 2) // 3} {last.year}"
    if due.precision == "half":
        return f"H{(last.month + 5) // 6} {last.year}"
    if due.precision == "month":
        return f"{last:%B %Y}"
    if due.precision == "year" and first.year == last.year:
        return str(last.year)
    return str(last) if first == last else f"{first} to {last}"


def parse_watch(
    written: Mapping[str, str], today: date, side: Side = "either", thesis_id: ThesisId | None = None
) -> WatchWords | Unclear:
    """Return the watch item that was written."""
    words = _cleaned(written)
    if not words["question"]:
        return Unclear("question", "a watch item needs a question")
    due = read_days(words["due"], today)
    if due is None:
        return Unclear("due", _NO_DATE)
    probability = _share(words["probability"]) if words["probability"] else None
    if words["probability"] and (probability is None or not 0 <= probability <= 1):
        return Unclear("probability", "not a probability. Try 70%, or leave it empty. A bare 1 could mean 1% or 100%.")
    return WatchWords(question=words["question"], due=due, side=side, probability=probability, thesis_id=thesis_id)


def understood_in(name: str, written: str, today: date) -> str:
    """Return how a date field is understood while it is typed; empty for other fields, and for what is no date."""
    return understood(written, today) if name in _DATES else ""


def _cleaned(written: Mapping[str, str]) -> dict[str, str]:
    from briefreader.ingest.clean import clean_line  # noqa: PLC0415 - the app starts without it

    return {name: clean_line(value, _LONGEST) for name, value in written.items()}


def share_text(share: float) -> str:
    """Return a share as a form takes it back, with no digit lost."""
    return f"{round(100 * share, 10):.10g}%"


def _share(words: str) -> float | None:
    """Return 0.7 for "70", "70%" and "0.7"; None for 1, which may mean either, and for what is no number."""
    number = words.removesuffix("%").strip()
    if not _NUMBER.fullmatch(number):
        return None
    value = float(number)
    if words.endswith("%") or value > 1:
        return value / 100
    return None if value == 1 else value
