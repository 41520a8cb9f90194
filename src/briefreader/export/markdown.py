"""The reader's notes on an article as a Markdown file."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from briefreader.export.inert import inert, note_lines
from briefreader.export.notes_csv import cited
from briefreader.model.annotation import Annotation
from briefreader.model.article import ArticleRow
from briefreader.views.annotated import cited_in
from briefreader.views.passages import subject_in
from briefreader.views.reading import Reading

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!$&])")
_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_DIGEST = re.compile(r"\n<!-- briefreader: ([0-9a-f]{64}) -->\n\Z")


def file_name(article: ArticleRow) -> str:
    """Return a safe name for an article's file, the same each time: its title, and part of its id."""
    words = unicodedata.normalize("NFC", article.title or article.opening)
    name = re.sub("-{2,}", "-", _NOT_IN_NAMES.sub("-", words)).strip("-._")
    while len(name.encode()) > _LONGEST_NAME:
        name = name[:-1]
    name = name.rstrip("-._") or "untitled"
    return f"{'note-' if _RESERVED.match(name) else ''}{name}-{article.id[:6]}.md"


def render_notes(reading: Reading, *, with_text: bool = False) -> str:
    """Return the notes on one article: bull, bear and neutral evidence, then the rest, in order of the text.

    With the whole text behind them where that is asked for.

    Words of the article and notes from an import are escaped, so that they stay words; the reader's own notes are
    Markdown already. The last line is a digest of all that stands before it, by which :func:`is_untouched` knows the
    file again.
    """
    text = ["", "## Full text", "", escape(reading.document.text)] if with_text else []
    body = "\n".join([*_lines(reading), *text]).rstrip() + "\n"
    return f"{body}\n<!-- briefreader: {_digest_of(body)} -->\n"


def is_untouched(text: str) -> bool:
    """Tell whether a file is just as :func:`render_notes` wrote it, with nothing of a person's in it."""
    digest = _DIGEST.search(text)
    return digest is not None and digest[1] == _digest_of(text[: digest.start()])


def escape(text: str) -> str:
    """Return Markdown that shows the text as it is."""
    text = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)


def _digest_of(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _lines(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"# {escape(article.name)}"
    yield ""
    yield from _facts(article)
    for title, annotations in _groups(reading.annotations):
        if annotations:
            yield ""
            yield f"## {title}"
        for annotation in annotations:
            yield ""
            yield from _note(reading, annotation)


def _facts(article: ArticleRow) -> Iterator[str]:
    origin = article.origin
    facts = {
        "Publisher": article.publisher,
        "Byline": article.byline,
        "Published": article.published_on.isoformat() if article.published_on else None,
        "Original source": origin.name if origin else None,
    }
    yield from (f"- {name}: {escape(value)}" for name, value in facts.items() if value)
    for address in (article.url, origin.url if origin else None):
        if address:
            yield f"- Link: <{address}>"
    yield f"- briefreader: {article.id}"


def _groups(annotations: tuple[Annotation, ...]) -> Iterator[tuple[str, list[Annotation]]]:
    for title, stance in (
        ("Bull evidence", "bull"),
        ("Bear evidence", "bear"),
        ("Neutral", "neutral"),
    ):
        yield title, [a for a in annotations if a.evidence and a.evidence.stance == stance]
    yield "Notes and highlights", [a for a in annotations if not a.evidence]


def _note(reading: Reading, annotation: Annotation) -> Iterator[str]:
    evidence = annotation.evidence
    if evidence:
        yield (f"**{evidence.stance.upper()} · strength {evidence.strength}/5 · confidence {evidence.confidence:.0%}**")
    else:
        yield f"**{annotation.kind.upper()}**"
    yield ""
    if annotation.quote:
        place = reading.place_of(annotation)
        subject = subject_in(reading, place) if place else ""
        yield from (f"> {line}".rstrip() for line in escape(subject + annotation.quote.exact).split("\n"))
    else:
        yield "*On the whole article.*"
    if sources := cited(cited_in(reading, annotation)):
        yield ""
        yield f"Cited there: {escape(sources)}"
    if annotation.span and annotation.id in reading.anchors:
        yield ""
        yield f"*{reading.anchors[annotation.id].standing.capitalize()}.*"
    if annotation.note:
        yield ""
        yield from note_lines(annotation)
    if annotation.tags:
        yield ""
        yield "Tags: " + " ".join(f"#{inert(tag) if annotation.is_foreign else tag}" for tag in annotation.tags)
