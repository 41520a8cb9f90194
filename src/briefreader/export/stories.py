"""Stories as JSON, schema ``briefreader.stories/1``, and as lines."""

import json
from collections.abc import Iterator, Sequence

from briefreader.views.stories import Story

SCHEMA = "briefreader.stories/1"


def render_stories(found: Sequence[Story]) -> str:
    """Return one JSON object; the story with the newest article first."""
    rows = [
        {
            "id": story.id,
            "articles": [
                {
                    "id": one.id,
                    "title": one.name,
                    "publisher": one.publisher,
                    "published": one.published_on.isoformat() if one.published_on else None,
                }
                for one in story.articles
            ],
            "evidence": [{"articles": [one, other], "why": list(why)} for one, other, why in story.why],
        }
        for story in found
    ]
    return json.dumps({"schema": SCHEMA, "stories": rows}, ensure_ascii=False)


def story_lines(found: Sequence[Story]) -> Iterator[str]:
    """Yield each story with its articles, the newest first."""
    for story in found:
        yield f"{story.articles[0].name}  (+{len(story.articles) - 1} more)"
        yield from (f"  {one.id[:8]}  {one.publisher or '':<20.20}  {one.name}" for one in story.articles)
        yield from (f"    {one[:8]} {other[:8]}: {'; '.join(why)}" for one, other, why in story.why)
        yield ""
