import csv
import io

from briefreader.export.notes_csv import COLUMNS, render_csv
from briefreader.model.cells import text_in
from briefreader.views.selection import Selection


def rows(text: str) -> list[dict[str, str]]:
    return [
        {name: text_in(value) for name, value in row.items()} for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def test_every_note_comes_back_whole(hostile: Selection) -> None:
    read = rows(render_csv(hostile.annotated))

    assert len(read) == len(hostile.annotated)
    for row, one in zip(read, hostile.annotated, strict=True):
        annotation, evidence = one.annotation, one.annotation.evidence
        assert tuple(row) == COLUMNS
        assert row["id"] == annotation.id
        assert row["note"] == annotation.note
        assert row["tags"].split() == list(annotation.tags)
        assert row["quote"] == (annotation.quote.exact if annotation.quote else "")
        assert row["stance"] == (evidence.stance if evidence else "")
        assert row["strength"] == (str(evidence.strength) if evidence else "")
        assert float(row["confidence"] or -1) == (evidence.confidence if evidence else -1)
        assert row["thesis"] == (one.thesis_title or "")
        assert row["title"] == one.article.title
        assert (row["start"], row["end"]) == (
            (str(annotation.span.start), str(annotation.span.end)) if annotation.span else ("", "")
        )
    assert [row["cited"] for row in read if row["cited"]] == ["Grid Weekly, 2026-04-12"]


def test_no_cell_is_a_formula(hostile: Selection) -> None:
    cells = [cell for row in csv.reader(io.StringIO(render_csv(hostile.annotated), newline="")) for cell in row]

    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))] == []
    assert "'=HYPERLINK" in cells
