import json

from briefreader.export.lines import render_lines
from briefreader.model.store_row import StoreRow


def test_a_row_is_a_line_whatever_is_in_it() -> None:
    row = StoreRow("annotations", {"id": "n1", "note": "a\nb \u2028 😀", "strength": 3})

    (line,) = render_lines([row])

    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert json.loads(line) == {"table": "annotations", "v": 1, "id": "n1", "note": "a\nb \u2028 😀", "strength": 3}
