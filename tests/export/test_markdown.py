from pathlib import Path

import pytest
from factories import a_remark, added, an_article, span_of
from golden import assert_golden
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring
from markdown_it import MarkdownIt

from briefreader.export.markdown import escape, file_name, is_untouched, render_notes
from briefreader.ingest.clean import clean_line
from briefreader.views.reading import reading_of
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import Remark, annotate
from briefreader.workspace import Workspace


def test_notes_as_a_file(workspace: Workspace) -> None:
    reading = added(
        workspace,
        "By Marit Solheim | 12 April 2026\nOutlet: Datafloor\nURL: https://a.example/b\n\n"
        "Halden Rents Its [Halls] Out\n\n"
        "Halden Compute said that it cut its bill by 60% (Reuters, 12 April 2026). It ends.\n\n"
        "Curated from The Ledger Wire at https://wire.example/c\n",
    )
    annotate(
        workspace,
        reading,
        span_of(reading, "it cut its bill by 60% (Reuters, 12 April 2026)"),
        a_remark("bull", "One *origin*.", ("power", "rent")),
    )
    annotate(workspace, reading, span_of(reading, "It ends."), a_remark("bear"))
    annotate(workspace, reading, None, Remark(note="Read again."))
    annotate(workspace, reading, span_of(reading, "Halden Compute"), Remark())

    text = render_notes(reading_of(workspace.store, reading.article.key))

    assert_golden(Path(__file__).parent / "goldens" / "notes.md", text)


def test_a_quote_says_in_brackets_what_it_is_about(workspace: Workspace) -> None:
    reading = added(workspace, "# Friday\n\n## Veldora\n\nSales fell again in spring.\n", ".md")
    annotate(workspace, reading, span_of(reading, "Sales fell again in spring."), a_remark("bear"))

    text = render_notes(reading_of(workspace.store, reading.article.key))

    assert r"> \[Veldora\] Sales fell again in spring." in text


def test_notes_on_an_earlier_text_say_so(workspace: Workspace) -> None:
    head = "---\nurl: https://a.example/b\n---\n"
    reading = added(workspace, head + "The old words.", ".md")
    annotate(workspace, reading, span_of(reading, "old"), a_remark())
    again = added(workspace, head + "The new words.", ".md")

    assert "*Not found in the new version.*" in render_notes(again)


def test_a_file_is_known_again_until_a_person_edits_it(workspace: Workspace) -> None:
    text = render_notes(added(workspace))

    assert is_untouched(text)
    assert not is_untouched(text.replace("Halden", "Hulden"))
    assert not is_untouched(text + "mine\n")
    assert not is_untouched("")


@given(st.text().map(clean_line).filter(bool))
def test_escaped_words_are_shown_as_they_are(words: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escape(words))
    tree = fromstring(f"<div>{html}</div>")
    assert " ".join(tree.text_content().split()) == " ".join(words.split())
    assert len(tree.xpath("./p")) == 1


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("A lease: what/now?", "A-lease-what-now"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "note-con"),
        ("???", "untitled"),
        ("é" * 200, "é" * 40),
        (".hidden", "hidden"),
    ],
)
def test_a_file_name_is_safe_and_the_same_each_time(workspace: Workspace, title: str, start: str) -> None:
    article = an_article("Some text.", title=title)
    add_articles(workspace, [article])
    row = workspace.store.articles.find(article.id)

    name = file_name(row)

    assert name == f"{start}-{article.id[:6]}.md"
    assert len(name.encode()) <= 100
