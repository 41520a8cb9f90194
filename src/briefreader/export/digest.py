"""A digest as Markdown, as HTML without any script, and as JSON, schema ``briefreader.digest/1``."""

import html
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict

from briefreader.export.markdown import escape
from briefreader.views.digest import Digest, DigestItem

SCHEMA = "briefreader.digest/1"


def render_json(made: Digest) -> str:
    """Return one JSON object."""
    sections = [{"title": one.title, "items": [asdict(item) for item in one.items]} for one in made.sections]
    days = {"since": made.since.isoformat(), "as_of": made.as_of.isoformat()}
    return json.dumps({"schema": SCHEMA, **days, "sections": sections}, ensure_ascii=False)


def render_markdown(made: Digest) -> str:
    """Return a page; what comes from articles is escaped."""
    return "\n".join(_markdown(made)) + "\n"


def render_html(made: Digest) -> str:
    """Return a page that stands alone; what comes from articles is escaped."""
    return "\n".join(_html(made)) + "\n"


RENDERERS: dict[str, Callable[[Digest], str]] = {"markdown": render_markdown, "html": render_html, "json": render_json}


def heading_of(made: Digest) -> str:
    """Return what a digest is of."""
    return f"Digest of {made.since:%d %b %Y} to {made.as_of:%d %b %Y}"


def _markdown(made: Digest) -> Iterator[str]:
    yield f"# {heading_of(made)}"
    for section in made.sections:
        yield ""
        yield f"## {section.title}"
        yield ""
        for item in section.items:
            yield f"- {escape(item.words)}"
            if item.about:
                yield f"  {escape(item.about)}"
        if not section.items:
            yield f"{section.nothing}."


def _html(made: Digest) -> Iterator[str]:
    title = html.escape(heading_of(made))
    yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
    yield "<style>body{max-width:44em;margin:2em auto;font-family:sans-serif}small{color:#555}</style>"
    yield f"<h1>{title}</h1>"
    for section in made.sections:
        yield f"<h2>{html.escape(section.title)}</h2>"
        if section.items:
            yield "<ul>"
            yield from map(_html_item, section.items)
            yield "</ul>"
        else:
            yield f"<p>{html.escape(section.nothing)}.</p>"
    yield "</html>"


def _html_item(item: DigestItem) -> str:
    about = f"<br><small>{html.escape(item.about)}</small>" if item.about else ""
    return f"<li>{html.escape(item.words)}{about}</li>"
