import json

from briefreader.export.notes_json import note_lines, render_notes_json
from briefreader.views.selection import Selection


def test_all_of_a_note_is_told(hostile: Selection) -> None:
    told = json.loads(render_notes_json(hostile.annotated))

    assert told["schema"] == "briefreader.notes/1"
    (bear,) = (note for note in told["notes"] if note["stance"] == "bear")
    assert (bear["strength"], bear["confidence"], bear["origin"]) == (4, 0.75, "Grid Weekly")
    assert (bear["start"], bear["end"], bear["standing"]) == (39, 98, "exact")
    assert bear["cited"] == "Grid Weekly, 2026-04-12"


def test_a_note_is_a_line(hostile: Selection) -> None:
    lines = list(note_lines(hostile.annotated))

    assert lines[0] == "n5        NOTE         “the whole article”"
    assert lines[1] == "n3        BULL 3/5     “=HYPERLINK”"
    assert all("\n" not in line for line in lines)
