from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from briefreader.ingest.drafts import build_document
from briefreader.ingest.markdown import parse_markdown
from briefreader.model.document import Block, Document
from briefreader.ui.reading.widgets.article_layout import Layout
from briefreader.ui.text.wrapping import index_at, is_narrow, width_of, wrap

WORDS = st.sampled_from(
    [
        "word",
        "a",
        "“quoted”",
        "long" * 12,
        "価格は上がった",
        "👩‍🔬",
        "é",
        "e\u0301",
        "—",
        "ﬁn",
        "naïve",
        "5%",
        "한국어",
        "  ",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
    parts = []
    for kind in draw(st.lists(st.sampled_from("phiqct"), min_size=1, max_size=6)):
        words = draw(text)
        parts.append(
            {
                "p": words,
                "h": f"## {words}",
                "i": f"- {words}\n  1. {words}\n- {words}",
                "q": f"> {words}",
                "c": f"```\n{words}\n{words}\n```",
                "t": f"| {words} | b |\n|---|---:|\n| {draw(text)} | {words} |",
            }[kind]
        )
    return build_document(parse_markdown("\n\n".join(parts))[0])


def shown_offsets(layout: Layout) -> list[int]:
    return [o for line in layout.lines for f in line.fragments for o in range(f.start, f.end)]


@given(documents(), st.integers(20, 120))
def test_every_character_that_is_not_space_is_shown_just_once(document: Document, width: int) -> None:
    shown = shown_offsets(Layout(document, width))

    assert len(shown) == len(set(shown))
    missing = set(range(len(document.text))) - set(shown)
    assert all(document.text[offset].isspace() for offset in missing)


@given(documents(), st.integers(20, 120))
def test_a_character_is_found_at_the_cell_where_it_is_shown(document: Document, width: int) -> None:
    layout = Layout(document, width)

    for line in layout.lines:
        for fragment in line.fragments:
            words = document.text[fragment.start : fragment.end]
            for start, _, cells in split_graphemes(words)[0]:
                offset = fragment.start + start
                if cells:
                    assert layout.offset_at(*layout.cell_of(offset)) == offset


@given(TEXTS, st.integers(8, 60))
def test_no_line_is_wider_than_its_room(text: str, width: int) -> None:
    lines = wrap(text, 0, len(text), width)

    assert all(width_of(text[start:end]) <= width for start, end in lines)
    assert "".join("".join(text[a:b].split()) for a, b in lines) == "".join(text.split())


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 0, 0, 20) == [(0, 0)]


def test_lines_break_at_spaces_and_inside_a_word_only_when_it_is_too_long() -> None:
    text = "one two three fourteenletters"

    assert [text[a:b] for a, b in wrap(text, 0, len(text), 9)] == ["one two", "three", "fourteenl", "etters"]


def test_curly_quotes_and_dashes_are_narrow_and_wide_letters_are_not() -> None:
    assert is_narrow("“a” — b…")
    assert not is_narrow("価")


def test_a_cell_inside_a_wide_character_is_that_character() -> None:
    assert [index_at("価a", 0, 2, cell) for cell in (-1, 0, 1, 2, 3)] == [0, 0, 0, 1, 2]


def a_folded_document() -> Document:
    return Document(
        "nav\n\nmore\n\ntext",
        (
            Block(kind="paragraph", start=0, end=3, role="furniture"),
            Block(kind="paragraph", start=5, end=9, role="furniture"),
            Block(kind="paragraph", start=11, end=15),
        ),
    )


def test_furniture_is_one_folded_line_until_it_is_unfolded() -> None:
    folded = Layout(a_folded_document(), 40)
    unfolded = Layout(a_folded_document(), 40, unfolded=True)

    assert [(line.kind, line.cells) for line in folded.lines] == [("fold", 2), ("blank", 0), ("first", 0)]
    assert [line.kind for line in unfolded.lines] == ["first", "blank", "first", "blank", "first"]
    assert folded.line_of(6) == 0
    assert folded.line_of(12) == 2


def test_beside_the_text_the_nearest_character_of_its_line_counts() -> None:
    layout = Layout(a_folded_document(), 40)

    assert layout.offset_at(99, 2) == 15
    assert layout.offset_at(-3, 2) == 11
    assert layout.offset_at(0, -1) == 0
    assert layout.offset_at(0, 99) == 15
    assert layout.offset_at(5, 0) == 0


def test_a_layout_of_nothing_has_no_lines() -> None:
    layout = Layout(Document("", ()), 40)

    assert (layout.lines, layout.line_of(0), layout.offset_at(1, 1)) == ([], 0, 0)


def test_columns_that_are_too_wide_share_the_room() -> None:
    words = " ".join(["word"] * 40)
    document = build_document(parse_markdown(f"| k | v |\n|---|---|\n| {words} | {words} |")[0])

    layout = Layout(document, 40)

    ends = [f.x + width_of(document.text[f.start : f.end]) for line in layout.lines for f in line.fragments]
    assert max(ends) <= 40
    assert len(layout.lines_of(*document.blocks[0].rows[1][0])) == len(layout.lines)
