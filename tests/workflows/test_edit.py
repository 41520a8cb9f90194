from datetime import date
from pathlib import Path

import pytest
from factories import added

from briefreader.model.article import ArticleRow, Origin
from briefreader.model.errors import NotFoundError
from briefreader.model.evidence import Field
from briefreader.model.ids import ArticleId
from briefreader.workflows.add import add_files
from briefreader.workflows.edit import DetailError, edit_details, publish_as
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace

NOTE = """---
title: Rents fall
url: https://havn.example/{0}
author: Ann Bell
published: 2026-04-06
---
The council of Halden counted its empty flats for {0}. {1}
"""


def note(workspace: Workspace, folder: Path, name: str, more: str = "") -> ArticleRow:
    (folder / f"{name}.md").write_text(NOTE.format(name, more))
    [one], problems = add_files(workspace, [folder / f"{name}.md"])
    assert not problems
    return row(workspace, one.article.id)


def row(workspace: Workspace, article_id: ArticleId) -> ArticleRow:
    return workspace.store.articles.by_id([article_id])[article_id]


def test_every_detail_can_be_corrected_and_undone(workspace: Workspace) -> None:
    before = added(workspace).article

    edit_details(
        workspace,
        before.id,
        {
            "title": "Mi\x1bne\n",
            "publisher": "Havneposten",
            "byline": "",
            "date": "6 April 2026",
            "origin": "Wire",
            "url": "https://a.example/x",
        },
    )

    after = row(workspace, before.id)
    assert (after.title, after.publisher, after.byline, after.published_on) == (
        "Mine",
        "Havneposten",
        None,
        date(2026, 4, 6),
    )
    assert (after.origin, after.url) == (Origin("Wire"), "https://a.example/x")
    assert {one.place for one in after.evidence if one.field == "publisher"} == {"reader"}
    undo(workspace)
    assert row(workspace, before.id) == before


def test_a_correction_outlives_reading_the_article_again(workspace: Workspace, tmp_path: Path) -> None:
    before = note(workspace, tmp_path, "a")
    edit_details(workspace, before.id, {"title": "Mine", "date": "2026-04-05"})

    after = note(workspace, tmp_path, "a", "Another sentence.")

    assert (after.id, after.title, after.byline) == (before.id, "Mine", "Ann Bell")
    assert after.published_on == date(2026, 4, 5)


def test_a_publisher_is_offered_for_the_other_articles_of_the_host(workspace: Workspace, tmp_path: Path) -> None:
    one, other = note(workspace, tmp_path, "a"), note(workspace, tmp_path, "b")
    added(workspace)

    others = edit_details(workspace, one.id, {"publisher": "Havneposten"})
    publish_as(workspace, others, "Havneposten")

    assert others == [other.id]
    assert row(workspace, other.id).publisher == "Havneposten"
    assert edit_details(workspace, one.id, {"publisher": "Havneposten"}) == []
    assert edit_details(workspace, one.id, {"title": "Mine"}) == []


@pytest.mark.parametrize("words", [{"date": "soon"}, {"url": "javascript:x"}])
def test_what_cannot_be_meant_changes_nothing(workspace: Workspace, words: dict[Field, str]) -> None:
    before = added(workspace).article

    with pytest.raises(DetailError):
        edit_details(workspace, before.id, {"title": "Mine", **words})

    assert row(workspace, before.id) == before


def test_there_is_no_other_article_to_correct(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        edit_details(workspace, ArticleId("gone"), {"title": "x"})
