"""Theses and watch items as JSON, schemas ``briefreader.theses/1`` and ``briefreader.watchlist/1``."""

import json
from collections.abc import Iterable, Mapping, Sequence

from briefreader.model.annotation import Evidence
from briefreader.model.ids import ThesisId
from briefreader.model.thesis import Thesis
from briefreader.model.watch import WatchItem
from briefreader.views.annotated import Annotated

THESES, WATCHLIST = "briefreader.theses/1", "briefreader.watchlist/1"


def render_theses(theses: Iterable[Thesis], annotated: Sequence[Annotated]) -> str:
    """Return one JSON object: the theses, with how much evidence is on each side, and from how many named origins."""
    evidence = [one.annotation.evidence for one in annotated if one.annotation.evidence]
    rows = [_thesis(thesis, [one for one in evidence if one.thesis_id == thesis.id]) for thesis in theses]
    return json.dumps({"schema": THESES, "theses": rows}, ensure_ascii=False)


def render_watchlist(items: Iterable[WatchItem], titles: Mapping[ThesisId, str]) -> str:
    """Return one JSON object with the items, in the order given."""
    return json.dumps({"schema": WATCHLIST, "items": [_item(one, titles) for one in items]}, ensure_ascii=False)


def _thesis(thesis: Thesis, evidence: Sequence[Evidence]) -> dict[str, object]:
    return {
        "id": thesis.id,
        "title": thesis.title,
        "bull": thesis.bull,
        "bear": thesis.bear,
        "subject": thesis.subject,
        "prior": thesis.prior,
        "horizon": thesis.horizon_on.isoformat() if thesis.horizon_on else None,
        "review": thesis.review_on.isoformat() if thesis.review_on else None,
        "premortem": list(thesis.premortem),
        "bull_notes": sum(one.stance == "bull" for one in evidence),
        "bear_notes": sum(one.stance == "bear" for one in evidence),
        "named_origins": len({one.origin for one in evidence if one.origin}),
    }


def _item(item: WatchItem, titles: Mapping[ThesisId, str]) -> dict[str, object]:
    passage, resolution = item.passage, item.resolution
    return {
        "id": item.id,
        "question": item.question,
        "due_first": item.due.first.isoformat(),
        "due_last": item.due.last.isoformat(),
        "side": item.side,
        "probability": item.probability,
        "thesis": titles.get(item.thesis_id) if item.thesis_id else None,
        "article": passage.article_id if passage else None,
        "quote": passage.quote.exact if passage else None,
        "outcome": resolution.outcome if resolution else None,
        "outcome_note": resolution.note if resolution else None,
        "resolved": resolution.at.isoformat() if resolution else None,
    }
