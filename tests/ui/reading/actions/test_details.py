"""Correcting an article's details in the app, from the key to undo."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import added
from fakes import TODAY
from screens import grid, panes, press
from textual.widgets import Input

from briefreader.model.article import ArticleRow
from briefreader.model.evidence import Evidence
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.dialogs.form import FormScreen
from briefreader.ui.dialogs.help import help_lines
from briefreader.ui.reading.status_text import head_line
from briefreader.views.inbox import whole_list
from briefreader.workflows.add import add_files
from briefreader.workspace import Workspace

NOTE = """---
title: {0}
url: https://havn.example/{0}
author: Ann Bell
date: 2026-04-06
publisher: Salt Road Wire
---
{1}
"""
TEXTS = {"harbour": "The council counted its empty flats.", "island": "Ferries will sail at night from May."}
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)])


@pytest.fixture
def app(workspace: Workspace, tmp_path: Path) -> BriefreaderApp:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.md").write_text(NOTE.format(name, text))
        add_files(workspace, [tmp_path / f"{name}.md"])
    return BriefreaderApp(workspace)


def articles(workspace: Workspace) -> list[ArticleRow]:
    return sorted(whole_list(workspace.store, "inbox", TODAY), key=lambda one: one.name)


@SIZES
async def test_details_are_corrected_from_the_key_to_undo(
    app: BriefreaderApp, workspace: Workspace, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "i")
        assert "Byline · read from front matter, likely" in grid(app)
        await press(pilot, "down", "down", *" Lee", "enter", *["backspace"] * 10, *"5 May", "enter")
        assert "'5 May' is not a date" in grid(app)
        assert app.focused is app.screen.query_one("#date", Input)
        await press(pilot, *" 2026", "enter", "enter", "enter")

        assert "Corrected byline, date (u to undo)" in grid(app)
        assert "Salt Road Wire · by Ann Bell Lee · 5 May" in grid(app)

        await press(pilot, "u")
        assert "Salt Road Wire · by Ann Bell · 6 Apr" in grid(app)
        assert {one.byline for one in articles(workspace)} == {"Ann Bell"}


async def test_the_publisher_is_offered_for_the_others_of_the_host(app: BriefreaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "down", *["backspace"] * 20, *"Havn", *["enter"] * 5)
        await pilot.pause(0.2)
        assert "Also 1 other article" in grid(app)
        assert [one.publisher for one in articles(workspace)].count("Havn") == 1

        await press(pilot, "down", "enter")
        assert [one.publisher for one in articles(workspace)] == ["Havn", "Havn"]
        assert grid(app).count("Havn · 6 Apr") == 2

        await press(pilot, "u", "u")
        assert {one.publisher for one in articles(workspace)} == {"Salt Road Wire"}


async def test_what_is_left_as_it_was_is_no_correction(app: BriefreaderApp, workspace: Workspace) -> None:
    before = articles(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", *["enter"] * 6)

        assert not isinstance(app.screen, FormScreen)
        assert articles(workspace) == before


async def test_the_head_stands_over_the_article_and_marks_what_is_guessed(workspace: Workspace) -> None:
    article = added(workspace, "Rents fall\n\nThe council counted.").article
    guessed = replace(
        article,
        publisher="Havneposten",
        published_on=date(2026, 4, 6),
        evidence=(Evidence("publisher", "address", 0.4), Evidence("date", "label", 0.95)),
    )

    assert head_line(article) == "no publisher · no date"
    assert head_line(guessed) == "Havneposten (?) · 6 Apr 2026"
    app = BriefreaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "k")
        view = panes(app).article
        assert view.render_line(0).text.strip() == "no publisher · no date"
        assert view.render_line(1).text.strip() == ""


def test_help_explains_the_mark_of_a_guess() -> None:
    lines = [line.plain for line in help_lines({})]

    assert any(line.split() == ["(?)", "above", "the", "article:", "a", "guess"] for line in lines)
    assert any("Edit details…" in line for line in lines)
