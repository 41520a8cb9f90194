"""What came with an import never acts in an export; what the reader wrote stays as it is."""

import json
import re
from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from briefreader.export.html_report import render_report
from briefreader.export.inert import inert
from briefreader.export.markdown import render_notes
from briefreader.export.merging import fresh, merged
from briefreader.export.obsidian import sheet_of
from briefreader.ingest.clean import clean_body
from briefreader.views.reading import Reading, reading_by_id
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import Remark, annotate, revise
from briefreader.workflows.bring_library import bring_library
from briefreader.workspace import Workspace

HEAD = "---\nurl: https://a.example/1\n---\n"
ACTS = {
    "dataviewjs fence": "```dataviewjs\napp.vault.adapter.remove('x')\n```",
    "tilde fence": "~~~dataview\nLIST\n~~~",
    "indented fence": "   ```tasks\nnot done\n   ```",
    "fence in a quotation": "> ```dataviewjs\n> dv.list()\n> ```",
    "fence in a list": "- ```button\n  name x\n  ```",
    "templater": "<%* await tp.user.x() %>",
    "templater trim": "<%_ tp.file.title -%>",
    "core template": "{{date:YYYY}}",
    "inline JavaScript": "`$= dv.current()`",
    "inline query": "`= this.file.name`",
    "inline field": "due:: 2020-01-01",
    "field in brackets": "[due:: 2020-01-01] (key:: value)",
    "task": "- [ ] pay the stranger",
    "image": "![](http://127.0.0.1:9/px.png)",
    "image by reference": "![x][1]\n\n[1]: http://127.0.0.1:9/px.png",
    "raw image": "<img src=http://127.0.0.1:9/px.png onerror=alert(1)>",
    "frame": "<iframe src='https://evil.example'></iframe>",
    "script": "<script>alert(1)</script>",
    "entity": "&lt;img src=x&gt; &#60;b&#62;",
    "embed": "![[Secrets]]",
    "wikilink": "[[Secrets|paypal]]",
    "link": "[paypal.com](https://evil.example)",
    "autolink": "<obsidian://advanced-uri?eval=x>",
    "bare link": "obsidian://open?vault=x www.evil.example a@evil.example https://evil.example",
    "comment": "%% br:end head %%",
    "block id": "words ^br-n1",
    "heading": "# Title\n\nTitle\n===\n\nTitle\n---",
    "callout": "> [!danger]- Read\n> this",
    "table": "|a|b|\n|-|-|\n|1|2|",
    "mathematics": "$$\\href{https://evil.example}{x}$$",
    "highlight": "==a== ~~b~~ *c* _d_ **e**",
    "footnote": "a[^1]\n\n[^1]: b",
    "tag": "#project/secret",
    "front matter": "---\ncssclasses: x\n---",
    "indented code": "    rm -rf /\n\tls",
    "numbered": "1. one\n2) two",
}
RUNS = re.compile(
    r"```|~~~|<%|%>|\$=|`=|\{\{|::|!\[|\[\[|%%|(?<!\\)<|(?<!\\)[!`]|(?<![\\&])#|(?<!\\)://|^\^", re.MULTILINE
)


def imported(workspace: Workspace, folder: Path, note: str, tags: tuple[str, ...] = ("x",)) -> Reading:
    """Open an article with a note that a stranger wrote on it, from a file of Hypothesis."""
    reading = added(workspace, HEAD + "Rates rise by 5% in May, they say. It ends.", ".md")
    quote = {"type": "TextQuoteSelector", "exact": "Rates rise by 5% in May", "prefix": "", "suffix": ""}
    row = {"id": "abc", "uri": "https://a.example/1", "text": note, "tags": tags, "target": [{"selector": [quote]}]}
    file = folder / "hypothesis.json"
    file.write_text(json.dumps({"total": 1, "rows": [row]}), "utf-8")
    bring_library(workspace, file)
    return reading_by_id(workspace.store, reading.article.id)


def shown(markdown: str) -> str:
    """Return what a reader sees of Markdown."""
    page = html.fromstring(f"<div>{MarkdownIt('gfm-like').render(markdown)}</div>")
    return " ".join(page.text_content().split())


@pytest.mark.parametrize("note", ACTS.values(), ids=ACTS)
def test_a_note_from_an_import_is_readable_and_does_not_act(workspace: Workspace, tmp_path: Path, note: str) -> None:
    reading = imported(workspace, tmp_path, note)
    kept = reading.annotations[0].note

    sheet = sheet_of(reading, {})
    text = fresh(sheet)
    body = sheet.blocks[reading.annotations[0].id]
    said = body.partition("“\n>\n")[2] or body.partition("](<")[2].partition("\n>\n")[2]
    said = said.partition("\n>\n> #x")[0].replace("\n> ", "\n").removeprefix("> ").replace("\n>", "\n")
    assert not RUNS.search(said)
    assert shown(said) == " ".join(kept.split())
    assert merged(text, sheet) == text
    plain = render_notes(reading).partition("May\n")[2]
    assert not RUNS.search(plain.partition("\nTags:")[0])
    page = html.fromstring(render_report(Selection(workspace.store)).encode())
    assert kept in [one.text_content() for one in page.xpath("//*[@class='text']")]
    assert (
        page.xpath("//article//*[self::script or self::img or self::a[not(text()='at the source')] or @onerror]") == []
    )


@given(st.text(st.characters(codec="utf-8")).map(clean_body))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    page = html.fromstring(f"<div>{MarkdownIt('gfm-like').render(inert(text))}</div>")

    assert "".join(page.text_content().split()) == "".join(text.split())
    assert {one.tag for one in page.iter()} <= {"div", "p", "br"}


def test_tags_from_an_import_are_words(workspace: Workspace, tmp_path: Path) -> None:
    reading = imported(workspace, tmp_path, "", ("`$= x`", "<img src=x>", "![](http://127.0.0.1/x)"))

    assert "\nTags: #\\`\\$\\= x\\` #\\<img src\\=x\\> #\\!\\[\\](http\\://127.0.0.1/x)\n" in render_notes(reading)


def test_the_readers_own_note_stays_as_written(workspace: Workspace) -> None:
    note = "\n\n".join(ACTS.values())
    reading = added(workspace)
    annotate(workspace, reading, span_of(reading, "60%"), a_remark(note=note))
    reading = reading_by_id(workspace.store, reading.article.id)
    kept = reading.annotations[0].note

    assert kept in render_notes(reading)
    (body,) = (text for name, text in sheet_of(reading, {}).blocks.items() if name != "head")
    assert "\n".join(f"> {line}".rstrip() for line in kept.split("\n")) in body


def test_a_note_is_the_readers_own_once_its_words_are_theirs(workspace: Workspace, tmp_path: Path) -> None:
    (note,) = imported(workspace, tmp_path, "**so** [[x]]").annotations
    assert note.is_foreign

    tagged = revise(workspace, note, Remark(note=note.note, tags=("mine",)))
    assert tagged.is_foreign
    edited = revise(workspace, tagged, Remark(note="**so** [[x]] indeed", tags=("mine",)))
    assert not edited.is_foreign
    assert "**so** [[x]] indeed" in render_notes(reading_by_id(workspace.store, note.article_id))
