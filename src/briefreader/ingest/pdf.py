"""Read the text of PDF files, with the extra ``briefreader[pdf]``."""

import re
from collections import Counter
from dataclasses import replace

from briefreader.ingest.articles import build_article
from briefreader.ingest.clean import clean_body, clean_line
from briefreader.ingest.drafts import DraftBlock
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
        pages = [page.get_textpage().get_text_bounded() for page in document]
        title = clean_line(document.get_metadata_dict().get("Title", ""))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(place, "this PDF is locked with a password") from error
        raise UnreadableError(place, "this is no PDF that can be read") from error
    shown, heads = _parted([clean_body(_HYPHEN.sub("-\n", page)) for page in pages])
    text = "\n\n".join(map(_paragraphs, shown))
    if not text.strip():
        raise UnreadableError(place, "there is no text in it, only pictures of pages perhaps")
    head = Head()
    head.title(title, "book", 0.2 if _NO_TITLE.search(title) else 0.8)
    beside = [DraftBlock(kind="paragraph", role="furniture", text=line) for line in heads]
    return replace(build_article([*parse_plain_text(text), *beside], head), not_read=_not_read(pages))


def _not_read(pages: list[str]) -> tuple[str, ...]:
    """Return which pages hold no text, as those that are pictures: runs of them in one line."""
    empty = [number for number, page in enumerate(pages, start=1) if not page.strip()]
    runs: list[list[int]] = []
    for number in empty:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return (f"page{'s' if len(empty) > 1 else ''} {named} without text, perhaps pictures",) if empty else ()


def _parted(pages: list[str]) -> tuple[list[str], list[str]]:
    """Return the pages without the first and last lines that most of them share, whatever their number; and these once.

    A line of nothing but a number is no words.
    """
    ends = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    repeated = {key for key, count in ends.items() if count >= max(_REPEATED, len(pages) // 2)}
    shown = ["\n".join(line for line in page.split("\n") if _key(line) not in repeated) for page in pages]
    heads = {_key(line): line.strip() for page in reversed(pages) for line in page.split("\n")}
    return shown, [heads[key] for key in ends if key in repeated and re.search(r"[^\W\d_]", key)]


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
