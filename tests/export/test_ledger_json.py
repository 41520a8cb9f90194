import json

from briefreader.export.ledger_json import render_theses, render_watchlist
from briefreader.views.selection import Selection
from briefreader.views.theses import theses
from briefreader.workspace import Workspace


def test_a_thesis_counts_its_evidence_and_origins(workspace: Workspace, hostile: Selection) -> None:
    (thesis,) = json.loads(render_theses(theses(workspace.store), hostile.annotated))["theses"]

    assert (thesis["title"], thesis["bull_notes"], thesis["bear_notes"]) == ("=1+1 <b>Halden</b>", 0, 1)
    assert thesis["named_origins"] == 1


def test_nothing_to_watch_is_an_empty_list() -> None:
    assert json.loads(render_watchlist([], {})) == {"schema": "briefreader.watchlist/1", "items": []}
