"""The report in an evidence pack: made of the manifest and the texts alone, so that anybody can make it again."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

CONTEXT = 64
"""Code points that are shown on either side of a quotation."""

HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evidence pack</title>
<style>
:root{color-scheme:light dark}
body{max-width:64rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 Georgia,serif}
h1,h2,h3,.about,.tags{font-family:system-ui,sans-serif;margin:.2rem 0}
h1{font-size:1.6rem}h2{font-size:1.1rem}h3{font-size:.85rem}
main{display:grid;grid-template-columns:1fr 1fr;gap:1rem 1.5rem;grid-auto-flow:dense}
section{border-left:4px solid #8a8a8a;padding-left:.8rem;grid-column:1/3;break-inside:avoid;overflow-wrap:anywhere}
.bull{grid-column:1}.bear{grid-column:2;border-left-style:dashed}
.about,.tags{font-size:.85rem}blockquote{margin:.3rem 0}.note,blockquote{white-space:pre-wrap}
mark{background:#fff1a8;color:#111;-webkit-print-color-adjust:exact;print-color-adjust:exact}
@media (max-width:40rem){main{display:block}}
@media print{body{max-width:none;margin:0;font-size:11pt}}
</style>
</head>
<body>
<h1>Evidence pack</h1>
<main>
"""
FOOT = "</main>\n</body>\n</html>\n"


def render_report(notes: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> str:
    """Return the page: a section for each note of a manifest, in its order; every word is shown as text."""
    return HEAD + "".join(f"{line}\n" for note in notes for line in _section(note, texts[note["text"]])) + FOOT


def _section(note: Mapping[str, Any], text: str) -> Iterator[str]:
    yield f'<section class="{escape(note["stance"] or note["kind"])}">'
    yield f"<h2>{escape(note['title'])}</h2>"
    yield f'<p class="about">{_joined(note["publisher"], note["published"], note["url"])}</p>'
    weight = f" {note['strength']}/5, {note['confidence']:.0%}" if note["stance"] else ""
    yield f"<h3>{escape((note['stance'] or note['kind']).upper())}{weight}</h3>"
    start, end = note["start"], note["end"]
    if start is None:
        yield '<p class="about">On the whole article: nothing is quoted.</p>'
    else:
        before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        yield f"<blockquote>{escape(before)}<mark>{escape(text[start:end])}</mark>{escape(behind)}</blockquote>"
    yield f'<p class="about">{_joined(note["thesis"], note["origin"], note["cited"], note["standing"])}</p>'
    yield f'<div class="note">{escape(note["note"])}</div>'
    yield f'<p class="tags">{_joined(*note["tags"])}</p>'
    yield "</section>"


def _joined(*words: str | None) -> str:
    return "; ".join(escape(one) for one in words if one)
