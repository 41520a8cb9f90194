"""The reader's notes on an article for Obsidian: front matter, a callout for each note, block ids to link to."""

import json
import re
from collections.abc import Iterator, Mapping

from briefreader.export.inert import note_lines
from briefreader.export.markdown import escape
from briefreader.export.merging import Sheet
from briefreader.export.notes_csv import cited
from briefreader.export.text_fragment import link_to
from briefreader.model.annotation import Annotation
from briefreader.model.ids import ThesisId
from briefreader.views.annotated import cited_in, thesis_title
from briefreader.views.reading import Reading

_CALLOUTS = {"bull": "success", "bear": "failure", "neutral": "note"}
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_PAIR = re.compile(r"([%=])(?=\1)")
_TAG = re.compile(r"[^\w/-]+")


def sheet_of(reading: Reading, thesis_titles: Mapping[ThesisId, str], *, with_text: bool = False) -> Sheet:
    """Return what there is to say of an article: what it is, the notes in order of the text, and its text if asked."""
    blocks = {"head": "\n".join(_head(reading)) + "\n"}
    for one in reading.annotations:
        blocks[one.id] = "\n".join(_note(reading, one, thesis_title(one, thesis_titles))) + "\n"
    if with_text:
        blocks["text"] = f"## Full text\n\n{escape_obsidian(reading.document.text)}\n"
    return Sheet(reading.article.id, dict(_front(reading)), blocks)


def escape_obsidian(text: str) -> str:
    """Return Markdown that Obsidian shows as the text is: no comment, highlight or block id in it either."""
    return _PAIR.sub(r"\1\\", escape(text)).replace("^", "\\^")


def yaml_scalar(value: object) -> str:
    """Return a value on one line of YAML: JSON, without what YAML would break a line at."""
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _front(reading: Reading) -> Iterator[tuple[str, str]]:
    article = reading.article
    stances = [one.evidence.stance for one in reading.annotations if one.evidence]
    tags = dict.fromkeys(filter(None, (_tag(tag) for one in reading.annotations for tag in one.tags)))
    facts = {
        "title": article.name,
        "publisher": article.publisher,
        "author": article.byline,
        "origin": article.origin_name,
        "url": article.url,
        "published": article.published_on.isoformat() if article.published_on else None,
        "bull": stances.count("bull"),
        "bear": stances.count("bear"),
        "tags": ["briefreader", *tags],
        "briefreader": article.id,
    }
    for name, value in facts.items():
        if value is not None:
            yield name, str(value) if name == "published" else yaml_scalar(value)


def _head(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"# {escape_obsidian(article.name)}"
    yield ""
    said = [article.publisher, article.byline, article.published_on.isoformat() if article.published_on else None]
    if line := ", ".join(escape_obsidian(one) for one in said if one):
        yield line
    if article.origin:
        yield f"Original source: {escape_obsidian(article.origin.name)}"
    if link := link_to(article.url, None):
        yield f"<{link}>"


def _note(reading: Reading, annotation: Annotation, thesis: str | None) -> Iterator[str]:
    anchor = reading.anchors.get(annotation.id)
    evidence = annotation.evidence
    kind = _CALLOUTS[evidence.stance] if evidence else "quote" if annotation.kind == "highlight" else "note"
    yield f"> [!{'warning' if anchor and anchor.status == 'orphan' else kind}] {_title(annotation)}"
    yield from (f"> {line}".rstrip() for line in _body(reading, annotation, thesis))
    yield ""
    yield f"^br-{annotation.id}"


def _title(annotation: Annotation) -> str:
    evidence = annotation.evidence
    if evidence is None:
        return annotation.kind.upper()
    return f"{evidence.stance.upper()} {evidence.strength}/5, {evidence.confidence:.0%}"


def _body(reading: Reading, annotation: Annotation, thesis: str | None) -> Iterator[str]:
    quote = annotation.quote
    yield from escape_obsidian(f"“{quote.exact}”").split("\n") if quote else ["*On the whole article.*"]
    if said := list(_about(reading, annotation, thesis)):
        yield ""
        yield from said
    if annotation.note:
        yield ""
        yield from note_lines(annotation)
    if tags := [f"#{tag}" for tag in map(_tag, annotation.tags) if tag]:
        yield ""
        yield " ".join(tags)


def _about(reading: Reading, annotation: Annotation, thesis: str | None) -> Iterator[str]:
    if thesis:
        yield f"Thesis: {escape_obsidian(thesis)}"
    if annotation.evidence and annotation.evidence.origin:
        yield f"Origin: {escape_obsidian(annotation.evidence.origin)} ({annotation.evidence.origin_how})"
    if sources := cited(cited_in(reading, annotation)):
        yield f"Cited there: {escape_obsidian(sources)}"
    if annotation.span and annotation.id in reading.anchors:
        yield f"*{reading.anchors[annotation.id].standing.capitalize()}.*"
    if annotation.quote and (link := link_to(reading.article.url, annotation.quote)):
        yield f"[At the source](<{link}>)"


def _tag(tag: str) -> str:
    """Return a tag as Obsidian takes it: letters, digits, ``_``, ``-`` and ``/``, and not digits alone."""
    name = _TAG.sub("-", tag).strip("-")
    return f"{name}_" if name.isdigit() else name
