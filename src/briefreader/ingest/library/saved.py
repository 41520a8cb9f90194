"""What another program kept, before it is made articles and notes."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from briefreader.ingest.article_check import check_article
from briefreader.ingest.articles import LONGEST_OPENING, article_id_of
from briefreader.ingest.clean import clean_body, clean_line, clean_url, is_clean
from briefreader.ingest.drafts import DraftBlock, build_document
from briefreader.ingest.files import parse_article
from briefreader.model.annotation import Evidence, Stance
from briefreader.model.article import OWN_ADDRESS, Article, State
from briefreader.model.cells import text_in
from briefreader.model.document import Document
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import ArticleId

ONLY_PASSAGES = "Only the passages that you have marked elsewhere: the text was not in what was exported."
ONLY_A_LINK = "Only the link is here: the text was not in what was exported."
_STANCES: tuple[Stance, ...] = ("bull", "bear", "neutral")
_MOST_SECONDS = 253_402_300_799
_MILLISECONDS = 100_000_000_000
_LONGEST_CELL = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedNote:
    """A passage that the reader has marked, or a word on the whole article."""

    quote: str = ""
    """Empty for the whole article."""
    prefix: str = ""
    suffix: str = ""
    """What stands before and after it; both empty where that is not told."""
    note: str = ""
    tags: tuple[str, ...] = ()
    evidence: Evidence | None = None
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedArticle:
    """An article as another program has it."""

    title: str = ""
    url: str | None = None
    byline: str | None = None
    published_on: date | None = None
    article_id: str | None = None
    """Of an article that briefreader has written out without an address; None for any other."""
    html: str = ""
    """Its text; empty where the program gives none."""
    state: State | None = None
    """The list that it is on there; None where nothing is told."""
    is_read: bool = False
    notes: tuple[SavedNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """An article made of what was saved."""

    article: Article
    is_whole: bool
    """Whether it has its text, and not only passages of it or a link."""
    state: State | None
    is_read: bool
    notes: tuple[SavedNote, ...]

    def __post_init__(self) -> None:
        """Check what may come from a child process.

        Raises:
            ValueError: a place lies outside the text, or a text could act on a terminal.

        """
        check_article(self.article)
        if not all(is_clean(words) for one in self.notes for words in (one.quote, one.note, *one.tags)):
            raise ValueError("a note that was not cleaned")


def make_articles(saved: Sequence[SavedArticle], place: str) -> tuple[list[Saved], list[str]]:
    """Return articles, and what none could be made of; the costly part, for some at a time."""
    made: list[Saved] = []
    problems: list[str] = []
    for one in saved:
        try:
            made.append(_made(_cleaned(one), place))
        except UnreadableError as problem:
            problems.append(f"{clean_line(one.title or one.url or 'an article', 80)}: {problem.problem}")
    return made, problems


def saved_note(quote: str, note: str, tags: Iterable[str], created_at: datetime | None = None) -> SavedNote:
    """Return a note; a stance with its weight among the tags, as briefreader writes them, is evidence again."""
    rest = list(dict.fromkeys(filter(None, (clean_line(tag, 100) for tag in tags))))
    evidence = _evidence_in(rest)
    if evidence:
        weight = (evidence.stance, f"strength-{evidence.strength}", f"confidence-{evidence.confidence * 100:g}")
        rest = [tag for tag in rest if tag not in weight]
    return SavedNote(quote=quote, note=note, tags=tuple(rest), evidence=evidence, created_at=created_at)


def _evidence_in(tags: list[str]) -> Evidence | None:
    stance = next((stance for stance in _STANCES if stance in tags), None)
    said = dict(tag.split("-", 1) for tag in tags if re.fullmatch(r"strength-[1-5]|confidence-\d{1,3}(?:\.\d+)?", tag))
    confidence = float(said.get("confidence", "101")) / 100
    if stance is None or "strength" not in said or confidence > 1:
        return None
    return Evidence(stance=stance, strength=int(said["strength"]), confidence=confidence)


def moment(value: object) -> datetime | None:
    """Return a time told in seconds or milliseconds since 1970, or as ISO 8601; None for anything else."""
    text = str(value or "").strip()
    try:
        if re.fullmatch(r"\d{1,14}(?:\.\d+)?", text):
            seconds = float(text) / (1000 if float(text) > _MILLISECONDS else 1)
            return datetime.fromtimestamp(min(seconds, _MOST_SECONDS), UTC).replace(microsecond=0) if seconds else None
        at = datetime.fromisoformat(text)
        return (at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)).replace(microsecond=0)
    except (ValueError, OverflowError, OSError):
        return None


def rows_of(text: str) -> tuple[list[str], Iterator[dict[str, str]]]:
    """Return the columns of a table and its rows; a cell that is missing is empty."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), restkey="", restval="")
    columns = [clean_line(name or "", 100) for name in reader.fieldnames or ()]
    return columns, ({clean_line(name, 100): text_in(value) for name, value in row.items() if name} for row in reader)


def objects_of(told: object) -> list[Mapping[str, Any]]:
    """Return the objects of a list; nothing where it is none."""
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def text_at(told: Mapping[str, Any], name: str) -> str:
    """Return what an object says under a name; nothing where that is no text."""
    value = told.get(name)
    return value if isinstance(value, str) else ""


def texts_at(told: Mapping[str, Any], name: str) -> list[str]:
    """Return the texts that an object lists under a name."""
    value = told.get(name)
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _cleaned(saved: SavedArticle) -> SavedArticle:
    notes = [
        replace(
            one,
            quote=clean_body(one.quote).strip(),
            prefix=clean_body(one.prefix),
            suffix=clean_body(one.suffix),
            note=clean_body(one.note).strip(),
        )
        for one in saved.notes
    ]
    return replace(
        saved,
        title=clean_line(saved.title, 300),
        url=clean_url(saved.url) if saved.url else None,
        article_id=_own_id(saved.url or ""),
        byline=clean_line(saved.byline, 200) if saved.byline else None,
        notes=tuple(one for one in notes if one.quote or one.note or one.tags),
    )


def passages_document(passages: Iterable[str]) -> Document:
    """Return a text of passages alone, each once and a paragraph, under a line that says so."""
    said = dict.fromkeys(filter(None, (" ".join(one.split()) for one in passages)))
    return build_document([DraftBlock(kind="paragraph", text=text) for text in (ONLY_PASSAGES, *said)])


def _own_id(url: str) -> str | None:
    """Return the id in an address that briefreader has written for an article without one."""
    own = re.fullmatch(OWN_ADDRESS + r"([0-9a-f]{4,64})", url)
    return own[1] if own else None


def _made(saved: SavedArticle, place: str) -> Saved:
    article = _whole(saved, place) if saved.html.strip() else None
    is_whole = article is not None
    if article is None:
        article = _without_text(saved, place)
    if saved.article_id:
        article = replace(article, id=ArticleId(saved.article_id))
    elif saved.url or not is_whole:
        article = replace(article, id=article_id_of(saved.url or f"{saved.title}\n{saved.byline or ''}"))
    article = replace(
        article,
        title=saved.title or article.title,
        url=saved.url,
        byline=saved.byline or article.byline,
        published_on=saved.published_on or article.published_on,
    )
    return Saved(article=article, is_whole=is_whole, state=saved.state, is_read=saved.is_read, notes=saved.notes)


def _without_text(saved: SavedArticle, place: str) -> Article:
    """Return an article of the passages that are marked in it, or else of its link."""
    passages = [one.quote for one in saved.notes if one.quote]
    if passages:
        opening, document = passages[0], passages_document(passages)
    elif saved.url is None:
        raise UnreadableError(place, "there is neither a text nor a link")
    else:
        link = [DraftBlock(kind="paragraph", text=text) for text in (ONLY_A_LINK, saved.url)]
        opening, document = saved.url, build_document(link)
    opening = clean_line(opening, LONGEST_OPENING)
    return Article(id=ArticleId(""), title=saved.title or None, opening=opening, document=document)


def _whole(saved: SavedArticle, place: str) -> Article | None:
    """Return the article in its HTML; None where there is no text in that."""
    try:
        return parse_article(saved.html.encode(errors="replace"), ".html", place)
    except UnreadableError:
        if not saved.notes and saved.url is None:
            raise
        return None
