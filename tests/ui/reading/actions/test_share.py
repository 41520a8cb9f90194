from dataclasses import replace
from pathlib import Path

import pytest
from factories import added
from screens import grid, panes, press, read_screen

from briefreader.model.span import Span
from briefreader.settings import Settings
from briefreader.ui.app import BriefreaderApp
from briefreader.workspace import Workspace


async def test_enter_on_a_citation_says_what_it_points_at(workspace: Workspace) -> None:
    added(workspace)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "enter")
        assert "No citation or link here" in grid(app)
        await press(pilot, "}", "}", "enter")
        assert "Grid Weekly  12 Apr 2026  (as named in the text): no link to open" in grid(app)


async def test_links_and_addresses_open_in_the_browser_only_when_they_are_plain(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    added(
        workspace,
        "---\nurl: https://a.example/b\n---\nSee [this](https://x.example/ü) and [that](ssh://-oProxyCommand=x@h/).",
        ".md",
    )
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" >> {opened}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    app = BriefreaderApp(workspace)

    async with app.run_test() as pilot:
        await press(pilot, "o", "}", "enter")
        link = read_screen(app).session.reading.document.text.index("that")  # type: ignore[union-attr]
        panes(app).article.go_to(Span(link, link + 4))
        await press(pilot, "enter")
        assert "Not opened" in grid(app)
        for _ in range(100):
            if opened.exists() and opened.read_text().count("\n") == 2:
                break
            await pilot.pause(0.05)

    assert sorted(opened.read_text().split()) == ["https://a.example/b", "https://x.example/%C3%BC"]


async def test_a_quote_is_copied_with_where_it_is_from(workspace: Workspace) -> None:
    added(workspace, "---\nurl: https://a.example/b\npublisher: Wire\n---\n# A Title Here\n\nIt rose by 5%.", ".md")
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "]", "y")
        assert app.clipboard == "“It rose by 5%.” (A Title Here, Wire, https://a.example/b)"
        assert "terminal's clipboard" in grid(app)
        await press(pilot, "Y")
        assert app.clipboard == "https://a.example/b"


async def test_what_is_copied_cannot_act_where_it_is_pasted(workspace: Workspace) -> None:
    added(workspace)
    foreign = ("A\x1b]0;x\x07\u202eB\nC", "https://a.example/\x9b2J")
    workspace.store._connection.execute("UPDATE articles SET title = ?, url = ?", foreign)
    app = BriefreaderApp(workspace)

    async with app.run_test() as pilot:
        await press(pilot, "y")
        assert app.clipboard == "A]0;xB\\nC, https://a.example/2J"
        await press(pilot, "Y")
        assert app.clipboard == "https://a.example/2J"


async def test_an_article_without_link_says_so(workspace: Workspace) -> None:
    added(workspace)
    app = BriefreaderApp(workspace)

    async with app.run_test() as pilot:
        await press(pilot, "Y")
        assert "no link" in grid(app)
        await press(pilot, "o")
        assert "no web page" in grid(app)
        await press(pilot, "y")
        assert app.clipboard == "Halden Rents Its Halls Out"


async def test_notes_are_exported(samples: Workspace, tmp_path: Path) -> None:
    app = BriefreaderApp(replace(samples, settings=Settings(export_folder=str(tmp_path / "out"))))

    async with app.run_test(size=(200, 30)) as pilot:
        await press(pilot, "X")
        assert "No notes on this article yet" in grid(app)
        await press(pilot, "]", "+", "enter", "X")
        assert "Written: " in grid(app)

    (file,) = (tmp_path / "out").iterdir()
    assert "**BULL" in file.read_text("utf-8")


async def test_what_is_copied_from_a_line_is_told_where_there_is_no_key_bar(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "question_mark", "slash", *"words", "shift+home", "ctrl+c")

        assert app.clipboard == "words"
        assert ["clipboard" in one.message for one in app._notifications] == [True]
