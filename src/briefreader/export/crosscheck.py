"""What several articles say, as JSON, schema ``briefreader.crosscheck/1``, and as lines."""

import json
from collections.abc import Iterator, Sequence

from briefreader.model.crosscheck import ClaimRow, Disagreement, Said

SCHEMA = "briefreader.crosscheck/1"
_LONGEST_QUOTE = 100


def render_crosscheck(rows: Sequence[ClaimRow]) -> str:
    """Return one JSON object."""
    return json.dumps({"schema": SCHEMA, "rows": [_row(row) for row in rows]}, ensure_ascii=False)


def crosscheck_lines(rows: Sequence[ClaimRow]) -> Iterator[str]:
    """Yield each row with what every article says, and where they differ."""
    for row in rows:
        articles = f"{row.articles} article{'' if row.articles == 1 else 's'}"
        yield f"{row.kind.upper():20} {row.about}   {articles}, {origins_in_words(row)}"
        yield f"  key {row.key}"
        if row.why:
            yield f"  {row.why}"
        for one in row.said:
            yield f"  {one.outlet:24.24}  “{one.quote[:_LONGEST_QUOTE]}”"
        for difference in row.disagreements:
            yield f"  ! {difference.kind}: {difference.first.outlet} against {difference.second.outlet}"
        for group in row.groups:
            yield from (f"  = {link}" for link in group.links)
        yield ""


def origins_in_words(row: ClaimRow) -> str:
    """Return how many independent voices are named, and how many articles name none."""
    unnamed = sum(len(group.articles) for group in row.groups if not group.names)
    count = f"{row.origins} origin{'' if row.origins == 1 else 's'}"
    return f"{count}, {unnamed} without" if unnamed else count


def _row(row: ClaimRow) -> dict[str, object]:
    first = row.said[0].statement
    return {
        "key": row.key,
        "family": first.family,
        "parties": list(first.parties),
        "period": first.period or None,
        "status": row.kind,
        "why": row.why or None,
        "articles": row.articles,
        "origins": row.origins,
        "false_corroboration": row.is_false_corroboration,
        "verdict": {"right": row.verdict.article_id} if row.verdict else None,
        "first_seen": min(one.day for one in row.said).isoformat(),
        "last_seen": max(one.day for one in row.said).isoformat(),
        "claims": [_said(one) for one in row.said],
        "more": [_said(one) for one in row.more],
        "disagreements": [_disagreement(one) for one in row.disagreements],
        "origin_groups": [
            {"names": list(group.names), "articles": list(group.articles), "links": list(group.links)}
            for group in row.groups
        ],
    }


def _said(said: Said) -> dict[str, object]:
    statement = said.statement
    return {
        "article": said.article_id,
        "outlet": said.outlet,
        "day": said.day.isoformat(),
        "start": said.span.start,
        "end": said.span.end,
        "exact": said.quote,
        "low": statement.low,
        "high": statement.high,
        "modality": statement.modality,
        "origins": list(said.origins),
    }


def _disagreement(one: Disagreement) -> dict[str, object]:
    return {"kind": one.kind, "first": _said(one.first), "second": _said(one.second)}
