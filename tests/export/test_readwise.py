import csv
import io

from briefreader.export.readwise import render_readwise
from briefreader.model.cells import text_in
from briefreader.views.selection import Selection


def test_the_columns_are_those_that_readwise_takes(hostile: Selection) -> None:
    text = render_readwise(hostile.annotated)

    assert text.startswith("Highlight,Title,Author,URL,Note,Location,Date\r\n")


def test_stance_weight_and_tags_stand_before_the_note(hostile: Selection) -> None:
    rows = list(csv.DictReader(io.StringIO(render_readwise(hostile.annotated), newline="")))

    assert len(rows) == len(hostile.annotated)
    (bear,) = (row for row in rows if ".bear" in row["Note"])
    assert bear["Note"].split("\n")[:2] == [".bear .strength-4 .confidence-75 .margins .q1", '-2+3 says "no"']
    assert bear["Highlight"] == "cut its bill by 60% (Grid Weekly, 12 April 2026), ==a== lot"
    assert bear["Date"] == "2026-06-15 12:00:00"
    (bull,) = (row for row in rows if ".bull" in row["Note"])
    assert bull["Highlight"] == "'=HYPERLINK"
    assert text_in(bull["Highlight"]) == "=HYPERLINK"
