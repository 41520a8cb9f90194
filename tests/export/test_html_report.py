"""The report as a real browser has it."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from lxml import html

from briefreader.export.html_report import render_report
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
)


def browse(folder: Path, page: str, *does: str) -> "subprocess.CompletedProcess[str]":
    file = folder / "report.html"
    file.write_text(page, "utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    log = f"--log-net-log={folder / 'net.json'}"
    return subprocess.run(  # noqa: S603 - our own page in the machine's own browser
        [str(CHROMIUM), *QUIET, profile, log, *does, file.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )


def test_every_mark_note_and_weight_is_there_and_stays_words(hostile: Selection) -> None:
    page = html.fromstring(render_report(hostile).encode())

    marks = {mark.get("id"): mark.text_content() for mark in page.iter("mark")}
    assert marks == {
        f"br-{one.annotation.id}": one.annotation.quote.exact if one.annotation.quote else "On the whole article"
        for one in hostile.annotated
    }
    assert [h4.text_content() for h4 in page.iter("h4")] == [
        "BULL 3/5, 60%",
        "BEAR 4/5, 75%",
        "NOTE",
        "HIGHLIGHT",
    ]
    assert page.xpath("//script | //img | //iframe | //link | //*[@onerror]") == []
    assert all(link.get("href").startswith(("https://", "#")) for link in page.iter("a"))
    assert "-2+3 says" in page.text_content()
    assert "<script>alert(2)</script>" in page.text_content()


def test_the_readers_own_words_are_markdown_and_act_on_nothing(workspace: Workspace) -> None:
    note = "See *who* says so: [a](https://a.example), [b](javascript:alert(1)), ![c](https://evil.example/x.png)"
    annotate(workspace, added(workspace), None, a_remark(note=note))

    page = html.fromstring(render_report(Selection(workspace.store)).encode())

    assert [em.text for em in page.iter("em")] == ["who"]
    assert [link.get("href") for link in page.iter("a")] == ["https://a.example", "https://evil.example/x.png"]
    assert page.xpath("//img") == []


def test_the_whole_text_is_marked_where_it_was_noted(workspace: Workspace) -> None:
    reading = added(workspace)
    annotate(workspace, reading, span_of(reading, "cut its power bill"), a_remark())
    annotate(workspace, reading, span_of(reading, "power bill by 60%"), a_remark("bear"))

    page = html.fromstring(render_report(Selection(workspace.store, with_text=True)).encode())

    (text,) = page.xpath("//div[@class='text']")
    assert text.text_content() == reading.document.text
    assert [mark.text for mark in text.iter("mark")] == ["cut its ", "power bill", " by 60%"]


def test_without_notes_it_says_so(workspace: Workspace) -> None:
    assert "No notes yet." in render_report(Selection(workspace.store))


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_shows_it_without_an_error_or_a_request(hostile: Selection, tmp_path: Path) -> None:
    shown = browse(tmp_path, render_report(hostile), "--dump-dom")

    assert re.findall(r"CONSOLE.*", shown.stderr) == []
    dom = html.fromstring(shown.stdout)
    assert len(list(dom.iter("mark"))) == len(hostile.annotated)
    events = json.loads((tmp_path / "net.json").read_text("utf-8"))["events"]
    asked = {str(event.get("params", {}).get("url", "")) for event in events}
    assert [url for url in asked if "example" in url] == []


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_prints_it(hostile: Selection, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    browse(tmp_path, render_report(hostile), f"--print-to-pdf={tmp_path / 'report.pdf'}")

    document = pdfium.PdfDocument(tmp_path / "report.pdf")
    words = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert "BEAR 4/5, 75%" in words
    assert "cut its bill by 60%" in " ".join(words.split())
    document.close()
