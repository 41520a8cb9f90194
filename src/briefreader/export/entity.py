"""What is known of a name, as lines with a small chart of each figure, and as JSON, schema ``briefreader.entity/1``."""

import json
from collections.abc import Iterator

from briefreader.model.crosscheck import Said
from briefreader.views.entity import EntityPage, FigureLine

SCHEMA = "briefreader.entity/1"
_BAR, _OUTLET, _LONGEST = 24, 24, 96


def render_entity(page: EntityPage) -> str:
    """Return one JSON object."""
    return json.dumps(
        {
            "schema": SCHEMA,
            "name": page.name,
            "articles": [{"id": one.id, "title": one.name} for one in page.articles],
            "events": [_said(one) for one in page.events],
            "figures": [
                {
                    "key": line.key,
                    "values": [
                        {**_said(one.said), "value": one.value, "outlier": one.is_outlier} for one in line.figures
                    ],
                }
                for line in page.lines
            ],
        },
        ensure_ascii=False,
    )


def entity_lines(page: EntityPage, *, is_ascii: bool = False) -> Iterator[str]:
    """Yield what happened, by day, and each figure through time as bars; an outlier is marked with ``!``."""
    yield f"{page.name}: {len(page.articles)} article{'' if len(page.articles) == 1 else 's'}"
    if page.events:
        yield ""
        yield "EVENTS"
    for one in page.events:
        yield f"  {one.on_day:>12}  {one.outlet:<{_OUTLET}.{_OUTLET}}  {one.quote[:_LONGEST]}"
    for line in page.lines:
        yield ""
        yield line.key
        yield from chart_lines(line, is_ascii=is_ascii)


def chart_lines(line: FigureLine, *, is_ascii: bool = False) -> Iterator[str]:
    """Yield a bar for each value, the oldest first, as long as its share of the highest."""
    highest = max(abs(one.value) for one in line.figures) or 1
    for one in line.figures:
        bar = ("#" if is_ascii else "█") * max(1, round(abs(one.value) / highest * _BAR))
        sign = "!" if one.is_outlier else " "
        outlet = f"{one.said.outlet:<{_OUTLET}.{_OUTLET}}"
        yield f"{sign} {one.said.on_day:>12}  {outlet}  {one.value:>14,.10g}  {bar}"


def _said(said: Said) -> dict[str, object]:
    return {"article": said.article_id, "outlet": said.outlet, "day": said.day.isoformat(), "exact": said.quote}
