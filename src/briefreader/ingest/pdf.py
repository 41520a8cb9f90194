"""Read the text of PDF files, with the extra ``briefreader[pdf]``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefreader.ingest.articles import build_article
from briefreader.ingest.clean import clean_line
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.pdf_lines import Line, columns_apart, lines_of, size_of_body
from briefreader.ingest.pdf_text import drafts_of, title_in, without_heads
from briefreader.ingest.readings import Head
from briefreader.model.article import Article
from briefreader.model.errors import UnreadableError

LARGEST_PDF = 50_000_000
MOST_PAGES = 500
_NO_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|untitled|slide 1|document\d*)\b"
    r"|\.(?:docx?|indd|tex|dvi|pdf|pptx?|qxd|ai|xlsx?|rtf)$",
    re.IGNORECASE,
)
"""What programs write where a title belongs."""


def parse_pdf(data: bytes, place: str) -> Article:
    """Return the text of a PDF file, lines joined to paragraphs; what stands on most pages is kept once, folded.

    Raises:
        UnreadableError: the extra is not installed, it is no PDF, breaks a limit, or holds no text (as scans do).

    """
    if len(data) > LARGEST_PDF:
        raise UnreadableError(place, f"larger than {LARGEST_PDF // 1_000_000} MB")
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UnreadableError(place, "PDF needs one more package: pip install 'briefreader[pdf]'") from error
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > MOST_PAGES:
            raise UnreadableError(place, f"more than {MOST_PAGES} pages")
        pages = [lines_of(page) for page in document]
        title = clean_line(document.get_metadata_dict().get("Title", ""))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(place, "this PDF is locked with a password") from error
        raise UnreadableError(place, "this is no PDF that can be read") from error
    shown, heads = without_heads([columns_apart(page) for page in pages])
    drafts = drafts_of(shown)
    if not drafts:
        raise UnreadableError(place, "there is no text in it, only pictures of pages perhaps")
    beside = [DraftBlock(kind="paragraph", role="furniture", text=line) for line in heads]
    return replace(build_article([*drafts, *beside], _head(title, shown[0])), not_read=_not_read(pages))


def _head(title: str, first: Sequence[Line]) -> Head:
    """Return the title in large type, or that of the metadata: sure where the first page has its words."""
    body = size_of_body(first)
    words = re.sub(r"\W+", " ", " ".join(line.text for line in first)).casefold()
    is_shown = bool(title) and re.sub(r"\W+", " ", title).strip().casefold() in words
    head = Head()
    head.title(title, "book", 0.2 if _NO_TITLE.search(title) else 0.8 if is_shown else 0.6)
    head.title(title_in(first, body), "first lines", 0.7)
    return head


def _not_read(pages: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """Return which pages hold no text, as those that are pictures: runs of them in one line."""
    empty = [number for number, page in enumerate(pages, start=1) if not page]
    runs: list[list[int]] = []
    for number in empty:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return (f"page{'s' if len(empty) > 1 else ''} {named} without text, perhaps pictures",) if empty else ()
