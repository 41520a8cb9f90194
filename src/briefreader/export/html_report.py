"""A report to print or to send: one page, no script, nothing loaded; bull evidence beside bear evidence."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from markdown_it import MarkdownIt

from briefreader.export.notes_csv import cited
from briefreader.export.text_fragment import link_to
from briefreader.model.annotation import Annotation
from briefreader.views.annotated import cited_in, thesis_title
from briefreader.views.reading import Reading
from briefreader.views.selection import Selection

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")
"""For the reader's own words; HTML in them is shown, not obeyed, and links are http or mail."""
_COLUMNS = (("bull", "Bull"), ("bear", "Bear"))
_STYLE = """
:root{color-scheme:light dark;--line:#8a8a8a;--quiet:#595959;--mark:#fff1a8;--on-mark:#111}
@media screen and (prefers-color-scheme:dark){:root{--line:#777;--quiet:#b0b0b0;--mark:#5c4d00;--on-mark:#fff}}
body{max-width:64rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 Georgia,serif}
h1,h2,h3,h4,.facts,.about,.tags,nav{font-family:system-ui,sans-serif}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin:2.5rem 0 .2rem}h3{font-size:1rem}h4{font-size:.85rem;margin:0}
.facts,.about,.tags{color:var(--quiet);font-size:.85rem;margin:.2rem 0}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}
.note{border-left:4px solid var(--line);padding:.1rem 0 .1rem .8rem;margin:.8rem 0;break-inside:avoid}
.bear{border-left-style:dashed}.neutral,.other{border-left-style:dotted}
blockquote{margin:.3rem 0;color:var(--quiet)}
mark{background:var(--mark);color:var(--on-mark);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.text{white-space:pre-wrap}.mine,.text{overflow-wrap:anywhere}.mine p{margin:.3rem 0}
@media (max-width:40rem){.sides{grid-template-columns:1fr}}
@media print{body{max-width:none;margin:0;font-size:11pt}h2{break-after:avoid}nav{display:none}a{color:inherit}}
"""
_HEAD = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Evidence</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>Evidence</h1>"""


def render_report(selection: Selection) -> str:
    """Return the page; the same notes, the same bytes. What comes from articles is text, and links are plain http."""
    return "\n".join([_HEAD, *_contents(selection.readings), *_articles(selection), "</body>", "</html>", ""])


def _contents(readings: Sequence[Reading]) -> Iterator[str]:
    if not readings:
        yield "<p>No notes yet.</p>"
    if len(readings) > 1:
        yield "<nav><ol>"
        for reading in readings:
            yield f'<li><a href="#article-{escape(reading.article.id)}">{escape(reading.article.name)}</a></li>'
        yield "</ol></nav>"


def _articles(selection: Selection) -> Iterator[str]:
    for reading in selection.readings:
        yield f'<section id="article-{escape(reading.article.id)}">'
        yield f"<h2>{escape(reading.article.name)}</h2>"
        yield f'<p class="facts">{_facts(reading)}</p>'
        yield from _sides(reading, selection)
        rest = [one for one in reading.annotations if not one.evidence or one.evidence.stance == "neutral"]
        if rest:
            yield "<h3>Neither</h3>"
        for one in rest:
            yield from _note(reading, one, selection)
        if selection.with_text:
            yield f'<h3>Full text</h3><div class="text">{"".join(_marked(reading))}</div>'
        yield "</section>"


def _facts(reading: Reading) -> str:
    article = reading.article
    published = article.published_on.isoformat() if article.published_on else None
    facts = [escape(one) for one in (article.publisher, article.byline, published) if one]
    facts += [f"original source: {escape(article.origin.name)}"] if article.origin else []
    if link := link_to(article.url, None):
        facts.append(f'<a href="{escape(link)}" rel="noreferrer">{escape(link)}</a>')
    return ", ".join(facts)


def _sides(reading: Reading, selection: Selection) -> Iterator[str]:
    sides = {
        stance: [one for one in reading.annotations if one.evidence and one.evidence.stance == stance]
        for stance, _ in _COLUMNS
    }
    if not any(sides.values()):
        return
    yield '<div class="sides">'
    for stance, name in _COLUMNS:
        yield f"<div><h3>{name}, {len(sides[stance])}</h3>"
        for one in sides[stance]:
            yield from _note(reading, one, selection)
        yield "</div>"
    yield "</div>"


def _note(reading: Reading, annotation: Annotation, selection: Selection) -> Iterator[str]:
    evidence, quote = annotation.evidence, annotation.quote
    yield f'<article class="note {evidence.stance if evidence else "other"}">'
    weight = f" {evidence.strength}/5, {evidence.confidence:.0%}" if evidence else ""
    yield f"<h4>{(evidence.stance if evidence else annotation.kind).upper()}{weight}</h4>"
    id_ = f"br-{escape(annotation.id)}"
    if quote:
        words = f'<mark id="{id_}">{escape(quote.exact)}</mark>'
        yield f"<blockquote>…{escape(quote.prefix)}{words}{escape(quote.suffix)}…</blockquote>"
    else:
        yield f'<p class="about"><mark id="{id_}">On the whole article</mark></p>'
    if about := "; ".join(_about(reading, annotation, selection)):
        yield f'<p class="about">{about}</p>'
    if annotation.note and annotation.is_foreign:
        yield f'<div class="text">{escape(annotation.note)}</div>'
    elif annotation.note:
        yield f'<div class="mine">{_MARKDOWN.render(annotation.note).strip()}</div>'
    if annotation.tags:
        yield f'<p class="tags">{escape(" ".join(f"#{tag}" for tag in annotation.tags))}</p>'
    yield "</article>"


def _about(reading: Reading, annotation: Annotation, selection: Selection) -> Iterator[str]:
    evidence = annotation.evidence
    if thesis := thesis_title(annotation, selection.thesis_titles):
        yield f"thesis: {escape(thesis)}"
    if evidence and evidence.origin:
        yield f"origin: {escape(evidence.origin)} ({evidence.origin_how})"
    if sources := cited(cited_in(reading, annotation)):
        yield f"cited there: {escape(sources)}"
    if annotation.id in reading.anchors:
        yield escape(reading.anchors[annotation.id].standing)
    if annotation.quote and (link := link_to(reading.article.url, annotation.quote)):
        yield f'<a href="{escape(link)}" rel="noreferrer">at the source</a>'


def _marked(reading: Reading) -> Iterator[str]:
    """Yield the text in stretches, those with notes on them marked; where notes overlap, each stretch once."""
    text = reading.document.text
    spans = [span for one in reading.annotations if (span := reading.place_of(one))]
    edges = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    for start, end in pairwise(edges):
        words = escape(text[start:end])
        yield f"<mark>{words}</mark>" if any(span.start <= start and end <= span.end for span in spans) else words
