from bibtexparser.entrypoint import parse_string as parse
from hypothesis import given
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text
from works import WORK, WORKS

from briefreader.export.bibtex import escape_tex, render_bibtex
from briefreader.views.works import Work


def test_two_parsers_read_every_field() -> None:
    text = render_bibtex([WORK])

    ours = parse(text)
    assert ours.failed_blocks == []
    fields = {field.key: field.value for field in ours.entries[0].fields}
    theirs = parse_string(text, "bibtex").entries["bloomberg20260413"]
    assert theirs.type == "online"
    assert set(fields) == {*theirs.fields, *theirs.persons}
    assert fields["date"] == theirs.fields["date"] == "2026-04-13"
    assert theirs.fields["url"] == "https://a.example/b?c=%7Bd%7D&e=%7B"
    assert theirs.fields["note"] == "Cited in One; Two"
    assert str(theirs.persons["author"][0]) == "{Bloomberg}"


@given(WORKS)
def test_any_work_is_parsed_with_the_title_that_it_has(work: Work) -> None:
    text = render_bibtex([work, WORK])

    parsed = parse(text)
    assert parsed.failed_blocks == []
    assert len(parsed.entries) == 2
    entry = parse_string(text, "bibtex").entries["k"]
    assert entry.fields["title"] == f"{{{escape_tex(work.name)}}}"


@given(WORKS)
def test_what_is_escaped_is_read_by_tex_as_it_was(work: Work) -> None:
    escaped = escape_tex(work.name)
    plain = LatexNodes2Text(math_mode="verbatim", keep_comments=True).latex_to_text(escaped)
    plain = plain.replace("\u02c6", "^").replace("\u02dc", "~")  # as this reader has the two

    assert escaped.replace(r"\{", "").count("{") == escaped.count("}")
    known = "".join(work.name.split()).replace("{", "").replace("}", "")  # it leaves out the names of braces
    assert "".join(plain.split())[:1] == known[:1]
