from briefreader.export.evidence_pack import render_pack
from briefreader.views.selection import Selection


def test_the_same_notes_make_the_same_files(hostile: Selection) -> None:
    files = render_pack(hostile)

    assert files == render_pack(hostile)
    assert {name.partition("/")[0] for name in files} == {
        "README.txt",
        "manifest.json",
        "report.html",
        "sources.json",
        "texts",
    }
