import pytest

from briefreader.export.formats import FORMATS, FileEachArticle
from briefreader.views.selection import Selection


def written(selection: Selection, name: str) -> str:
    format_ = FORMATS[name]
    if isinstance(format_, FileEachArticle):
        return "".join(format_.render(one, selection, None) or "" for one in selection.readings)
    return "".join(format_.pieces(selection))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_store_gives_the_same_bytes(hostile: Selection, name: str) -> None:
    assert written(hostile, name) == written(hostile, name)


@pytest.mark.parametrize("name", ["markdown", "obsidian", "csv", "readwise", "web-annotation", "hypothesis", "html"])
def test_every_note_goes_out(hostile: Selection, name: str) -> None:
    text = written(hostile, name).replace("\\", "")

    assert text.lower().count("bear") >= 1
    for one in hostile.annotated:
        assert all(tag in text for tag in one.annotation.tags)
        assert one.annotation.note.split("\n")[0].replace('"no"', "")[:8] in text
        words = one.annotation.quote.exact.split()[-1] if one.annotation.quote else "On it all."
        assert words in text


def test_a_file_of_somebody_elses_is_nobodys(hostile: Selection) -> None:
    for name in ("markdown", "obsidian"):
        format_ = FORMATS[name]
        assert isinstance(format_, FileEachArticle)
        assert format_.render(hostile.readings[0], hostile, "# Mine\n") is None
