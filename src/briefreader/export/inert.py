"""Notes that came with an import, written so that nothing in them acts."""

import re
from collections.abc import Iterator

from briefreader.model.annotation import Annotation

_ACTS = re.compile(r"([\\`*_{}\[\]<>#|~!$&%=^:@]|(?<=www)\.)", re.IGNORECASE)
_LINE_START = re.compile(r"^(\s*)(?:([-+])|(\d+)([.)]))", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]", re.MULTILINE)


def note_lines(annotation: Annotation) -> Iterator[str]:
    """Yield the lines of a note for a Markdown file: the reader's own as they wrote it, any other inert."""
    if annotation.note:
        yield from (inert(annotation.note) if annotation.is_foreign else annotation.note).split("\n")


def inert(text: str) -> str:
    """Return Markdown that shows a text as it is, in Obsidian and its plug-ins too.

    Code, queries, templates, HTML, embeds, links, inline fields, tags and block ids all need a character that is
    escaped here, or two in a row that are parted.
    """
    text = _ACTS.sub(r"\\\1", text)
    text = _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)
    return _INDENT.sub(lambda m: f"&#{ord(m[0])};", text)
