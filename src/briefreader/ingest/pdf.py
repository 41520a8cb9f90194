"""Read the text of PDF files, with the extra ``briefreader[pdf]``."""

import re
from collections import Counter

from briefreader.ingest.articles import build_article
from briefreader.ingest.clean import clean_body, clean_line
from briefreader.ingest.plain_text import parse_plain_text
from briefreader.ingest.readings import Head
from briefreader.model.article import Article
from briefreader.model.errors import UnreadableError

LARGEST_PDF = 50_000_000
MOST_PAGES = 500
_END = re.compile(r"[.!?:;”\"')\]]$")
_SHORTEST_LINE = 40
_HYPHEN = re.compile("[\ufffe\x02]")
"""What pdfium puts for a hyphen at the end of a line, which it takes to part a word."""
_NO_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|untitled|slide 1|document\d*)\b"
    r"|\.(?:docx?|indd|tex|dvi|pdf|pptx?|qxd|ai|xlsx?|rtf)$",
    re.IGNORECASE,
)
"""What programs write where a title belongs."""
_COMPOUNDS = frozenset(
    """state well self long short high low full half part non ex co pre post anti multi semi cross first second third
    two three four five six seven eight nine ten mid off on old new all ill much so then would large small wide
    government family publicly privately year month day risk market cost price time data user web""".split()
)
"""The first parts of words that keep their hyphen."""
_REPEATED = 3


def parse_pdf(data: bytes, place: str) -> Article:
    """Return the text of a PDF file, lines joined to paragraphs, what stands on most pages left out.

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
        pages = [page.get_textpage().get_text_bounded() for page in document]
        title = clean_line(document.get_metadata_dict().get("Title", ""))
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(place, "this is no PDF that can be read") from error
    text = "\n\n".join(
        _paragraphs(page) for page in _without_repeated([clean_body(_HYPHEN.sub("-\n", page)) for page in pages])
    )
    if not text.strip():
        raise UnreadableError(place, "there is no text in it, only pictures of pages perhaps")
    head = Head()
    head.title(title, "book", 0.2 if _NO_TITLE.search(title) else 0.8)
    return build_article(parse_plain_text(text), head)


def _without_repeated(pages: list[str]) -> list[str]:
    """Return the pages without the first and last lines that most of them share, whatever their number."""
    ends = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    repeated = {key for key, count in ends.items() if count >= max(_REPEATED, len(pages) // 2)}
    return ["\n".join(line for line in page.split("\n") if _key(line) not in repeated) for page in pages]


def _edges(page: str) -> list[str]:
    lines = [line for line in page.split("\n") if line.strip()]
    return lines[:1] + lines[-1:]


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _paragraphs(page: str) -> str:
    """Return a page with lines joined that go on; a short line, or one that ends a sentence, ends a paragraph."""
    joined: list[str] = []
    goes_on = False
    for line in (one.strip() for one in page.split("\n")):
        if not line:
            goes_on = False
            continue
        if goes_on:
            last = joined[-1]
            joined[-1] = _joined(last, line)
        else:
            joined.append(line)
        goes_on = len(line) >= _SHORTEST_LINE and not _END.search(line)
    return "\n\n".join(joined)


def _joined(last: str, line: str) -> str:
    """Return a line with the one that goes on: a hyphen at its end parts a word, or belongs to it."""
    cut = re.search(r"(?:(?P<word>\w*[a-z])|(?P<number>\d))-$", last)
    if cut is None:
        return f"{last} {line}"
    if cut["number"]:
        return last + line if line[:1].isdigit() else f"{last} {line}"
    is_compound = cut["word"].lower() in _COMPOUNDS or not line[:1].islower()
    return last + line if is_compound else last[:-1] + line
