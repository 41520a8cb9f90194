"""What the manifest expects of each hostile sample, beyond that it is read clean or refused (test_hostile)."""

import csv
import io
import json
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from factories import a_remark, added, span_of
from fakes import noon
from growth import grows_in_proportion
from markdown_it import MarkdownIt

from briefreader.export.markdown import render_notes
from briefreader.export.notes_csv import render_csv
from briefreader.export.obsidian import yaml_scalar
from briefreader.ingest.entries import entry_article, entry_key
from briefreader.ingest.feeds import MOST_ENTRIES, parse_feed
from briefreader.ingest.files import parse_articles, split_file
from briefreader.model.article import Article
from briefreader.model.errors import UnreadableError
from briefreader.model.feed import Entry, Feed
from briefreader.model.ids import FeedId
from briefreader.views.inbox import whole_list
from briefreader.views.reading import reading_of
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import annotate
from briefreader.workflows.parsing import read_entry
from briefreader.workflows.take_in import take_in
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow


def entries(data: bytes) -> tuple[Entry, ...]:
    return parse_feed(data, "https://f.example/").entries


def files(data: bytes, suffix: str, charset: str | None = None) -> list[Article]:
    """Return the articles in a file, as the sandbox would; none where it is refused."""
    try:
        pieces = split_file(data, suffix, f"x{suffix}")
        return [one for part in pieces for one in parse_articles(part.data, part.suffix, part.place, charset)]
    except (UnreadableError, RecursionError):
        return []


def is_capped(data: bytes) -> bool:
    document = parse_feed(data, "https://f.example/")
    return len(document.entries) == MOST_ENTRIES and any("only the first" in note for note in document.notes)


def is_known_by_what_it_says(data: bytes) -> bool:
    keys = [[entry_key(one) for one in entries(data)] for _ in range(2)]
    return keys[0] == keys[1] and len(set(keys[0])) == len(keys[0])


def has_no_link(data: bytes) -> bool:
    return all(entry_article(one, None).url is None for one in entries(data))


def is_within(seconds: float) -> Callable[[bytes, str], bool]:
    def check(data: bytes, suffix: str) -> bool:
        began = time.process_time()
        files(data, suffix)
        return time.process_time() - began < seconds

    return check


def is_linear(data: bytes, suffix: str) -> bool:
    return grows_in_proportion(lambda size: files(data[:size], suffix), len(data) // 2, times_longer=2, slack=1.5)


FEEDS: dict[str, Callable[[bytes], bool]] = {
    "many_items": is_capped,
    "title_1mb": lambda data: all(len(one.title or "") <= 1_000 for one in entries(data)),
    "no_fields": is_known_by_what_it_says,
    "link_schemes": has_no_link,
    "guid_flap": lambda data: len(entries(data)) <= MOST_ENTRIES,
    "utf7": lambda data: b"<script" not in (parse_feed(data, "https://f.example/").title or "").encode(),
    "encoding_lie": lambda data: "quoted" in (parse_feed(data, "https://f.example/").title or ""),
}
FILES: dict[str, Callable[[bytes, str], bool]] = {
    "html/deep.html": is_within(5),
    "html/attr_flood.html": is_within(5),
    "html/meta_redirect.html": lambda data, suffix: [one.url for one in files(data, suffix)] == [None],
    "html/charset_conflict.html": lambda data, suffix: "café" in files(data, suffix, "utf-8")[0].document.text,
    "mail/from_spoof.eml": lambda data, suffix: (
        (files(data, suffix)[0].publisher, files(data, suffix)[0].byline)
        == ("evil@evil.example", "ceo@bank.example <evil@evil.example>")
    ),
    "mail/bad_charset.eml": lambda data, suffix: len(files(data, suffix)) <= 1,
    "mail/from_line.mbox": lambda data, suffix: [one.title for one in files(data, suffix)] == ["one", "two"],
    "mail/header_flood.eml": is_within(2),
    "mail/deep_mime.eml": is_within(5),
    "markdown/deep_quote.md": is_within(1),
    "markdown/brackets.md": is_linear,
    "markdown/emph.md": is_linear,
    "markdown/backticks.md": is_linear,
    "markdown/deep_list.md": is_linear,
    "markdown/frontmatter_bomb.md": lambda data, suffix: "body" in files(data, suffix)[0].document.text,
}


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_is_read_as_expected(samples: Path, name: str) -> None:
    assert FEEDS[name]((samples / f"xml/{name}.xml").read_bytes())


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_as_expected(samples: Path, name: str) -> None:
    assert FILES[name]((samples / name).read_bytes(), Path(name).suffix)


def test_an_id_of_another_feed_takes_nothing_from_its_article(samples: Path, workspace: Workspace) -> None:
    for letter in "ab":
        feed = Feed(id=FeedId(letter), url=f"https://{letter}.example/feed", title=letter, added_at=noon())
        listed = entries((samples / f"xml/guid_hijack_{letter}.xml").read_bytes())
        take_in(workspace, feed, [read_entry(entry_key(one), letter, one, letter, None, noon()) for one in listed])

    titles = {row.title for row in whole_list(workspace.store, "inbox", noon().date())}
    assert titles == {"Original", "HIJACKED"}


def test_no_cell_is_a_formula(samples: Path, workspace: Workspace) -> None:
    reading = added(workspace)
    for cell in json.loads((samples / "export/csv_cells.json").read_text()):
        annotate(workspace, reading, None, a_remark(note=cell))

    written = csv.reader(io.StringIO(render_csv(Selection(workspace.store).annotated), newline=""))
    cells = [cell for row in written for cell in row]
    assert [
        cell
        for cell in cells
        if cell.lstrip()[:1] in {*"=+-@\t\r\uff1d\uff0b\uff0d\uff20"} and not cell.startswith("'")
    ] == []


def test_front_matter_says_what_a_title_says(samples: Path) -> None:
    for title in json.loads((samples / "export/frontmatter_titles.json").read_text()):
        assert yaml.safe_load(f"title: {yaml_scalar(title)}") == {"title": title}


def test_notes_of_the_reader_make_no_headings_and_items_of_others(samples: Path, workspace: Workspace) -> None:
    reading = added(workspace)
    plain = headings(render_notes(reading_of(workspace.store, reading.article.key)))
    for number, note in enumerate(json.loads((samples / "export/markdown_notes.json").read_text())):
        annotate(workspace, reading, span_of(reading, "power bill"), a_remark(note=f"{number} {note}"))

    found = headings(render_notes(reading_of(workspace.store, reading.article.key)))
    assert [one for one in found if one not in plain] == ["Bull evidence"]


def headings(markdown: str) -> list[str]:
    tokens = MarkdownIt().parse(markdown)
    return [inner.content for token, inner in pairwise(tokens) if token.type == "heading_open"]
