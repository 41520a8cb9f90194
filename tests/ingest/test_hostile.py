"""Every hostile sample through every path that it fits: it is read clean, or refused in words, within the limits."""

import gzip
import json
import re
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from factories import added
from fakes import TODAY, a_workspace, noon
from hostile.pages import HIDDEN
from hostile.samples import names
from terminal import in_terminal, python
from web import Answer, a_web

from briefreader.analysis.analyse import analyse
from briefreader.export.markdown import file_name
from briefreader.ingest.clean import clean_body, clean_line
from briefreader.ingest.entries import entry_articles
from briefreader.ingest.feeds import parse_feed
from briefreader.ingest.fetch import FetchError, fetch
from briefreader.ingest.files import parse_articles
from briefreader.ingest.opml import parse_opml
from briefreader.ingest.sandbox import Sandbox
from briefreader.model.addresses import safe_address
from briefreader.model.article import Article
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import ArticleId
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.inbox import list_keys
from briefreader.views.reading import reading_by_id
from briefreader.workflows.add import add_articles
from briefreader.workflows.edit import edit_details
from briefreader.workflows.parsing import parsed, read_entry
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow

LONGEST_S = 11.0
FEW = 2
LARGEST_SHOWN = 20_000
"""Larger ones flood a reader, and hold no sequence that the others do not."""
MOST_MEMORY_KB = 1_000_000
ACTING = (
    *(
        b"\x1b]0;",
        b"\x1b]2;",
        b"\x1b]52",
        b"\x1b]8;",
        b"\x1b]9;",
        b"\x1b]777",
        b"\x1b]1337",
        b"\x1bP$q",
        b"\x1b[6n",
        b"\x1b[21t",
    ),
    *(b"\x07", b"\x08", b"\x0e", b"\xc2\x90", b"\xc2\x9b", b"\xc2\x9d"),
    *(code.encode() for code in "\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069"),
)
"""What would write titles, clipboards, links or answers, ring, move back, or turn the direction of text."""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as started:
        yield started


def strings(article: Article) -> Iterator[str | None]:
    yield from (article.title, article.opening, article.publisher, article.byline, article.url, article.document.text)
    yield from (inline.target for inline in article.document.inlines)
    if article.origin:
        yield from (article.origin.name, article.origin.url)


def taken_in(sandbox: Sandbox, name: str, data: bytes) -> list[Article]:
    """Return the articles that a sample becomes, within the limits."""
    began = time.monotonic()
    articles = read_all(sandbox, name, data)
    assert time.monotonic() - began <= LONGEST_S
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= MOST_MEMORY_KB
    return articles


def read_all(sandbox: Sandbox, name: str, data: bytes) -> list[Article]:
    """Return the articles that a sample becomes by every path that it fits; none where it is refused."""
    articles = list[Article]()
    try:
        if name.endswith((".xml", ".json")):
            document = sandbox.run(name, parse_feed, data, "https://feed.example/")
            articles += sandbox.run(name, entry_articles, list(document.entries), document.title)
        if not name.endswith(".json"):
            articles += [one.article for one in sandbox.run(name, parsed, data, Path(name).suffix, name)]
    except UnreadableError as problem:
        assert problem.problem  # noqa: PT017 - either outcome is right
    return articles


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in names("terminal", "markup", "unicode", "xml", "html", "mail", "markdown", "pdf", "zip")
        if not name.endswith(".gz")  # these come through the web: see below
    ],
)
def test_a_hostile_text_is_read_clean_or_refused_within_the_limits(samples: Path, sandbox: Sandbox, name: str) -> None:
    for article in taken_in(sandbox, name, (samples / name).read_bytes()):
        for text in strings(article):
            assert text is None or text == clean_body(text), name
        assert len(article.title or "") <= 1_000
        assert "root:" not in article.document.text
        assert article.url is None or safe_address(article.url)


def test_no_byte_of_any_sample_acts_on_a_real_terminal(samples: Path, sandbox: Sandbox, tmp_path: Path) -> None:
    path, found = tmp_path / "s.db", list[Article]()
    for name in names("terminal", "markup", "unicode", "xml", "html", "mail", "markdown"):
        data = (samples / name).read_bytes()
        if len(data) <= LARGEST_SHOWN:
            found += read_all(sandbox, name, data)[:FEW]
    apart = [replace(one, id=ArticleId(str(number)), url=None) for number, one in enumerate(found)]  # all say one page
    with open_store(path) as store:
        add_articles(a_workspace(store, Settings(), noon), apart)
        count = len(list_keys(store, "inbox", TODAY))
    with in_terminal(python("-m", "briefreader", "--store", str(path))) as terminal:
        terminal.wait_for(b"Inbox")
        terminal.press("g")
        for _ in range(count):
            terminal.wait_until_quiet(0.05)
            terminal.press("J")
        terminal.wait_until_quiet()
        terminal.press("]")
        terminal.wait_for_anything()
        written = re.sub(rb"\x1b\]22;\w+\x07", b"", terminal.received)  # Textual's own, the pointer's shape

    assert count > len(names("terminal", "markup"))
    assert [sequence for sequence in ACTING if sequence in written] == []


@pytest.mark.parametrize("name", ["zip/bomb.gz", "zip/double_bomb.gz"])
def test_a_packed_bomb_stops_at_the_limit(samples: Path, name: str) -> None:
    with a_web() as web:
        web.answers["/small"] = Answer(headers={"Content-Encoding": "gzip"}, body=gzip.compress(b"small"))
        fetch(web.url("/small"), typed=True, largest=20_000_000)  # what it has to load is loaded
        web.answers["/x"] = Answer(headers={"Content-Encoding": "gzip"}, body=(samples / name).read_bytes())
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            assert len(fetch(web.url("/x"), typed=True, largest=20_000_000).data) <= 20_000_000
        except FetchError as error:
            assert "larger than 20 MB" in str(error)  # noqa: PT017 - either outcome is right
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before <= 60_000


def test_hidden_text_is_folded(samples: Path) -> None:
    [article] = parse_articles((samples / "html/hidden.html").read_bytes(), ".html", "x")
    folded = [article.document.words_of(block) for block in article.document.blocks if block.role == "furniture"]

    assert article.document.text.count("HIDDEN") == len(HIDDEN)
    assert "\n".join(folded).count("HIDDEN") == len(HIDDEN)
    assert "obey" not in article.document.text


@pytest.mark.parametrize("name", names("slow"))
def test_no_text_makes_the_analysis_slow(samples: Path, name: str) -> None:
    began = time.process_time()
    analyse(parse_articles((samples / name).read_bytes(), ".txt", name)[0].document, TODAY)

    assert time.process_time() - began < LONGEST_S


def test_markup_is_shown_character_for_character(samples: Path) -> None:
    for name in names("markup"):
        data = (samples / name).read_bytes()
        raw = re.search(rb"<item>.*?<title>(.*?)</title>", data, re.DOTALL)
        title = entry_articles(list(parse_feed(data, "https://f.example/").entries), None)[0].title
        assert raw is not None
        assert title == clean_line(raw[1].decode().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def test_both_feeds_with_one_id_are_kept_and_garbage_dates_are_none(samples: Path) -> None:
    for name in ("date_bombs", "date_future"):
        entries = parse_feed((samples / f"xml/{name}.xml").read_bytes(), "https://f.example/").entries
        read = [read_entry("key", "digest", entry, "Feed", None, noon()) for entry in entries]
        assert {entry.read.article.published_on for entry in read} == {None}


def test_lists_of_feeds_give_only_addresses_of_the_web(samples: Path) -> None:
    feeds, refused = parse_opml((samples / "xml/opml_hostile.opml").read_bytes(), "x.opml")

    assert (feeds, len(refused)) == ([], 7)  # six addresses, and where the parser stopped


def test_no_address_leads_to_a_private_place(samples: Path) -> None:
    for address in json.loads((samples / "net/private.json").read_text()):
        with pytest.raises(FetchError):
            fetch(address)


def test_hostile_addresses_reach_no_browser(samples: Path) -> None:
    for url in json.loads((samples / "hooks/urls.json").read_text()):
        safe = safe_address(url)
        assert safe is None or re.fullmatch(r"https?://[!-~]+", safe)
        assert safe is None or not set(safe) & set("\"'`|<>\\ ")


def test_hostile_titles_become_safe_file_names_and_come_back_from_the_store(
    samples: Path, workspace: Workspace
) -> None:
    row = replace(added(workspace).article)
    for title in json.loads((samples / "export/titles.json").read_text()):
        name = file_name(replace(row, title=title))
        assert re.fullmatch(r"[^/\\\x00-\x1f]+\.md", name)
        assert not name.startswith((".", "-", "~"))
        assert len(name.encode()) <= 120
    for title in json.loads((samples / "sql/titles.json").read_text()):
        edit_details(workspace, row.id, {"title": title})
        assert reading_by_id(workspace.store, row.id).article.title == clean_line(title)


def test_nothing_was_written_where_the_samples_would_write() -> None:
    assert list(Path("/tmp").glob("PWNED*")) == []  # noqa: S108 - their place, not ours
