"""Read articles from files, folders and standard input."""

import codecs
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefreader.ingest.articles import build_article
from briefreader.ingest.decoding import decode
from briefreader.ingest.feeds import is_feed, parse_feed
from briefreader.ingest.mailbox import split_mailbox
from briefreader.ingest.markdown_dialects import looks_like_markdown
from briefreader.ingest.pdf import parse_pdf
from briefreader.ingest.plain_text import parse_plain_text
from briefreader.ingest.readings import Head
from briefreader.model.article import Article
from briefreader.model.control_characters import is_encodable, readable_name
from briefreader.model.errors import UnreadableError
from briefreader.small_files import cut

TEXT_SUFFIXES = frozenset({".txt", ".text"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
MAILBOX_SUFFIX = ".mbox"
MAIL_SUFFIXES = frozenset({".eml", ".emlx", ".mht", ".mhtml"})
OTHER_SUFFIXES = MAIL_SUFFIXES | {".atom", MAILBOX_SUFFIX, ".epub", ".pdf", ".rss"}
_READABLE = TEXT_SUFFIXES | MARKDOWN_SUFFIXES | HTML_SUFFIXES | OTHER_SUFFIXES
LARGEST_FILE = 100_000_000
LARGEST_TEXT = 20_000_000
_NOT_FOR_READING = frozenset({"drafts", "junk", "sent", "spam", "trash"})
_PARTS = "_files"
_FEWEST_HEADERS = 3
_MOST_NAMES = 5
_FIRST_TAG = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body|title|meta|link|style|script"
    r"|article|main|section|header|nav|div|p|h[1-6]|table|ul|ol|dl|blockquote|figure|img|a|span|b|i|em|strong|center|font|br"
    r"|hr)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_LIST_OF_FEEDS = re.compile(rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<opml\b", re.DOTALL)
_HEADERS = re.compile(rb"^(from|to|subject|date|received|return-path|message-id):", re.IGNORECASE | re.MULTILINE)


def find_files(place: Path) -> Iterator[Path]:
    """Yield the readable files of a folder and its sub-folders in order of their names, or the file itself.

    Of a Maildir folder, its messages and those of the folders in it; of a saved page, not what the browser put beside.

    Raises:
        UnreadableError: there is no such file, or the folder holds nothing that can be read; after the other files,
            when names are not UTF-8 or a folder cannot be read.

    """
    problems: list[UnreadableError] = []
    if place.is_dir():
        files = readable_files(place, problems)
        if not files and not problems:
            raise UnreadableError(str(place), f"the folder contains no {', '.join(sorted(_READABLE))} file")
    elif place.exists():
        files = [place]
    else:
        raise UnreadableError(str(place), "file not found")
    yield from (file for file in files if is_encodable(str(file)))
    if unnamed := [file for file in files if not is_encodable(str(file))]:
        raise not_utf8(place, unnamed)
    if problems:
        raise _folders_not_read(place, problems)


def not_utf8(place: Path, files: Sequence[Path]) -> UnreadableError:
    """Return the problem that the names of some files of a folder, or of the file itself, are not UTF-8."""
    named = [readable_name(str(file.relative_to(place))) for file in files[:_MOST_NAMES] if file != place]
    more = [f"{len(files) - _MOST_NAMES} more"] if len(files) > _MOST_NAMES else []
    which = f": {', '.join([*named, *more])}" if named else ""
    return UnreadableError(str(place), f"skipped, because the name is not UTF-8. Rename it{which}")


def _folders_not_read(place: Path, problems: Sequence[UnreadableError]) -> UnreadableError:
    """Return one problem for the folders in a folder that cannot be read; the first one is named."""
    first, *others = problems
    named = first.place.removeprefix(readable_name(str(place))).lstrip("/")
    which = f"{cut(named)}: {first.problem}" if named else first.problem
    return UnreadableError(str(place), f"{which}{f' (and {len(others)} more folders)' if others else ''}")


def readable_files(folder: Path, problems: list[UnreadableError]) -> list[Path]:
    """Return the files of a folder that are of a kind that can be read, in order of their names.

    Add to ``problems`` the folders in it that cannot be read, such as one whose path is longer than the system allows.
    """
    return sorted(
        path
        for path in _files_below(folder, problems)
        if (path.suffix.lower() in _READABLE or _is_in_maildir(path))
        and _is_file(path)
        and _is_shown(path, path.relative_to(folder).parts)
        and not _is_part_of_a_page(path, folder)
    )


def _files_below(folder: Path, problems: list[UnreadableError]) -> Iterator[Path]:
    """Yield all in a folder and its sub-folders that is no folder, however deep it is nested; no link is followed."""
    waiting = [str(folder)]
    while waiting:
        inner = waiting.pop()
        try:
            entries = list(os.scandir(inner))
        except OSError as error:
            problems.append(UnreadableError(inner, error.strerror or "cannot be read"))
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield Path(entry.path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # its path is too long, or it has gone
        return False


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that hold articles: a file, or one message of a mailbox."""

    data: bytes
    suffix: str
    """What tells its kind; empty where the data itself must."""
    place: str
    """How the reader knows it."""


def files_in(places: Iterable[Path], problems: list[UnreadableError]) -> list[Path]:
    """Return the files in these places, one after the other; add to ``problems`` which place has none."""
    files: list[Path] = []
    for place in places:
        try:
            files.extend(find_files(place))  # one after the other: those before a problem stay
        except UnreadableError as problem:
            problems.append(problem)
    return files


def pieces_of_files(files: Iterable[Path], problems: list[UnreadableError]) -> Iterator[Piece]:
    """Yield what is in files, one after the other; add to ``problems`` what cannot be read."""
    for path in files:
        yield from _pieces_of_file(path, problems)


def _pieces_of_file(path: Path, problems: list[UnreadableError]) -> Iterator[Piece]:
    try:
        data = data_of(path)
    except UnreadableError as problem:
        problems.append(problem)
        return
    yield from split_file(data, ".eml" if _is_in_maildir(path) else path.suffix.lower(), str(path))


def split_file(data: bytes, suffix: str, place: str) -> Iterator[Piece]:
    """Yield each message of a mailbox; anything else as it is."""
    if MAILBOX_SUFFIX not in (suffix, _kind_of(data) if suffix not in _READABLE else suffix):
        yield Piece(data, suffix, place)
        return
    for number, message in enumerate(split_mailbox(data), start=1):
        yield Piece(message, ".eml", f"{place}: message {number}")


def read_articles(path: Path) -> list[Article]:
    """Return the articles in a file of ours, such as a sample.

    Raises:
        UnreadableError: the file cannot be read, is of no known kind, or is empty.

    """
    return parse_articles(data_of(path), path.suffix.lower(), str(path))


def data_of(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadableError: it is no file, cannot be read, or is larger than ``largest`` bytes.

    """
    try:
        with path.open("rb") as file:
            if stat.S_ISCHR(os.fstat(file.fileno()).st_mode):  # such as /dev/zero, which has no end
                raise UnreadableError(str(path), "this is a device, not a file")
            data = file.read(largest + 1)
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or "cannot be read") from error
    if len(data) > largest:
        raise UnreadableError(str(path), f"larger than {largest // 1_000_000} MB")
    return data


def parse_articles(data: bytes, suffix: str, place: str, charset: str | None = None) -> list[Article]:
    """Return the articles in ``data``; without a known suffix, its kind is told by how it begins.

    ``charset`` is what a server says of it, which wins over what it says of itself.

    Raises:
        UnreadableError: it is of no known kind, is too large, or holds no text.

    """
    match suffix if suffix in _READABLE else _kind_of(data):
        case ".eml" | ".emlx" | ".mht" | ".mhtml":
            from briefreader.ingest.mail import parse_mail  # noqa: PLC0415 - 40 ms to load

            return [parse_mail(data, place)]
        case ".epub":
            from briefreader.ingest.epub import parse_epub  # noqa: PLC0415 - 30 ms to load

            return [parse_epub(data, place)]
        case ".pdf":
            return [parse_pdf(data, place)]
        case ".rss" | ".atom":
            return _entries(data, place)
        case ".opml":
            raise UnreadableError(place, "this is a feed list. To subscribe, run briefreader feeds import FILE.")
        case kind:
            return [parse_article(data, kind, place, charset)]


def _entries(data: bytes, place: str) -> list[Article]:
    """Return the entries of a feed, whose links count from nowhere: a file does not say where it was."""
    from briefreader.ingest.entries import entry_articles  # noqa: PLC0415 - lxml takes 30 ms to load

    feed = parse_feed(data, "")
    if not feed.entries:
        raise UnreadableError(place, "this feed has no entries")
    return entry_articles(feed.entries, feed.title)


def parse_article(data: bytes, suffix: str, place: str, charset: str | None = None) -> Article:
    """Return the article in ``data``; without a known suffix, a page is told by its first tag.

    Raises:
        UnreadableError: the data is not text, or empty.

    """
    if len(data) > LARGEST_TEXT:
        raise UnreadableError(place, f"larger than {LARGEST_TEXT // 1_000_000} MB")
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\0" in data[:4096] and not is_wide and suffix not in HTML_SUFFIXES:
        raise UnreadableError(place, "not text. briefreader reads plain text, Markdown and HTML.")
    text = decode(data, charset)
    if suffix in HTML_SUFFIXES or (suffix not in _READABLE and _starts_a_page(text)):
        from briefreader.ingest.html import parse_html_page  # noqa: PLC0415 - lxml takes 30 ms to load

        drafts, head = parse_html_page(text, place if place.startswith(("http://", "https://")) else "")
    elif suffix in MARKDOWN_SUFFIXES:
        from briefreader.ingest.markdown import parse_markdown  # noqa: PLC0415 - 50 ms to load

        drafts, head = parse_markdown(text)
    elif looks_like_markdown(text):
        from briefreader.ingest.markdown import parse_markdown  # noqa: PLC0415 - as above

        drafts, head = parse_markdown(text, keeps_lines=True)
    else:
        drafts, head = parse_plain_text(text), Head()
    if not any(draft.text or draft.rows for draft in drafts):
        raise UnreadableError(place, "contains no text")
    is_file = "://" not in place and Path(place).suffix
    return build_article(drafts, head, Path(place).name if is_file else "")


def _starts_a_page(text: str) -> bool:
    return _FIRST_TAG.match(text[:8_000]) is not None


def _kind_of(data: bytes) -> str:
    """Return the suffix of PDF, a book, a feed, a list of feeds or mail, told by how it begins; empty for text."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK") and b"application/epub+zip" in data[:200]:
        return ".epub"
    if is_feed(data):
        return ".rss"
    if re.match(rb"From \S+ .*\d{4}\r?\n", data[:500]):
        return ".mbox"
    if _LIST_OF_FEEDS.match(data[:4000]):
        return ".opml"
    names = _HEADERS.findall(data[:4000])
    return ".eml" if len({name.lower() for name in names}) >= _FEWEST_HEADERS else ""


def _is_shown(path: Path, parts: tuple[str, ...]) -> bool:
    """Tell what no name hides; in a Maildir the names of folders begin with a dot (Maildir++)."""
    if not _is_in_maildir(path):
        return not any(part.startswith(".") for part in parts)
    return not path.name.startswith(".") and not any(
        part.lower().rpartition(".")[2] in _NOT_FOR_READING for part in parts[:-1]
    )


def _is_part_of_a_page(path: Path, place: Path) -> bool:
    return any(
        folder.name.endswith(_PARTS) and folder.with_name(folder.name.removesuffix(_PARTS) + suffix).exists()
        for folder in path.parents
        if place in folder.parents
        for suffix in HTML_SUFFIXES
    )


def _is_in_maildir(path: Path) -> bool:
    return path.parent.name in ("cur", "new") and (path.parent.parent / "tmp").is_dir()
