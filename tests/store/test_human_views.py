from factories import a_remark, added, span_of

from briefreader.model.annotation import Evidence
from briefreader.workflows.annotate import Remark, annotate
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace


def test_the_views_for_people_show_what_the_reader_has(workspace: Workspace) -> None:
    thesis = add_thesis(workspace, ThesisWords(title="Halden"))
    reading = added(workspace)
    evidence = Evidence(stance="bear", thesis_id=thesis.id, origin="Grid Weekly", origin_how="cited")
    annotate(workspace, reading, span_of(reading, "cut its power bill"), Remark(evidence=evidence, tags=("a", "b")))
    annotate(workspace, reading, None, a_remark())

    def rows(view: str) -> list[tuple[object, ...]]:
        return workspace.store._connection.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608 - names of ours

    (article,) = rows("readable_articles")
    assert article[1] == "Halden Rents Its Halls Out"
    assert {(note[2], note[5], note[6], note[8]) for note in rows("readable_notes")} == {
        ("bear", "Halden", "cut its power bill", "a b"),
        ("bull", None, None, None),
    }
    assert [(row[1], row[7], row[8], row[9]) for row in rows("readable_theses")] == [("Halden", 0, 1, 1)]
    assert rows("readable_watchlist") == []
