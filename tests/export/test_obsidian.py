import re

import yaml
from factories import a_remark, added, span_of
from hypothesis import given
from hypothesis import strategies as st

from briefreader.export.merging import fresh, merged
from briefreader.export.obsidian import escape_obsidian, sheet_of, yaml_scalar
from briefreader.views.reading import reading_of
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace


def test_every_note_is_a_callout_with_a_block_to_link_to(hostile: Selection) -> None:
    (reading,) = hostile.readings
    text = fresh(sheet_of(reading, hostile.thesis_titles))

    assert re.findall(r"^> \[!(\w+)\] (.*)$", text, re.MULTILINE) == [
        ("note", "NOTE"),
        ("success", "BULL 3/5, 60%"),
        ("failure", "BEAR 4/5, 75%"),
        ("quote", "HIGHLIGHT"),
    ]
    assert re.findall(r"\n\n\^br-(\S+)\n", text) == [one.id for one in reading.annotations]
    assert "> Cited there: Grid Weekly, 2026-04-12" in text
    assert "> Thesis: \\=1+1" in text


def test_no_note_or_article_ends_a_block_of_ours(hostile: Selection) -> None:
    (reading,) = hostile.readings
    sheet = sheet_of(reading, hostile.thesis_titles, with_text=True)
    text = fresh(sheet)

    assert text.count("%% br:begin") == len(sheet.blocks)
    assert merged(text, sheet) == text


def test_the_front_matter_is_yaml_and_says_what_the_article_is(hostile: Selection) -> None:
    (reading,) = hostile.readings
    text = fresh(sheet_of(reading, {}))

    front = yaml.safe_load(text.split("---\n")[1])

    assert front["title"] == reading.article.title
    assert front["publisher"] == '@SUM(1+1) "Wire" & Sons'
    assert front["published"] == reading.article.published_on
    assert (front["bull"], front["bear"]) == (1, 1)
    assert front["tags"] == ["briefreader", "margins", "q1"]
    assert front["briefreader"] == reading.article.id


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_one_line_of_yaml(text: str) -> None:
    line = f"title: {yaml_scalar(text)}\n"

    assert len(line.splitlines()) == 1
    assert yaml.safe_load(line) == {"title": text}


@given(st.text(st.sampled_from("%=^#[]\n> a"), max_size=30))
def test_what_an_article_says_begins_no_comment_highlight_or_block_id(text: str) -> None:
    escaped = escape_obsidian(text)

    assert "%%" not in escaped
    assert "==" not in escaped
    assert not re.search(r"(?<!\\)[\^#\[\]>]", escaped)


def test_a_note_whose_words_are_gone_says_so(workspace: Workspace) -> None:
    head = "---\nurl: https://a.example/b\n---\n"
    reading = added(workspace, f"{head}Halden cut its bill by 60%. It rents halls.", ".md")
    annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark())
    added(workspace, f"{head}Nothing of that any more, in other words altogether.", ".md")

    text = fresh(sheet_of(reading_of(workspace.store, reading.article.key), {}))

    assert "> [!warning] BULL 3/5, 60%" in text
    assert "*Not found in the new version.*" in text
