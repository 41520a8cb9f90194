from datetime import date

import pytest

from briefreader.ingest.drafts import build_document
from briefreader.ingest.markdown import parse_markdown
from briefreader.model.article import Origin


def test_front_matter_is_metadata() -> None:
    _, head = parse_markdown(
        '---\ntitle: "A day"\npublisher: Datafloor\nauthor: M. S.\npublished: 2026-04-16\n'
        "url: https://a.example/b\nsource: Wire\nsource_url: https://w.example/\n---\ntext"
    )

    assert (head.title, head.publisher, head.byline) == ("A day", "Datafloor", "M. S.")
    assert (head.published_on, head.url) == (date(2026, 4, 16), "https://a.example/b")
    assert head.origin == Origin("Wire", "https://w.example/")


@pytest.mark.parametrize("value", ["&a [*a, *a]", "!!python/object:os.system x", "{a: b}"])
def test_front_matter_is_only_ever_text(value: str) -> None:
    _, head = parse_markdown(f"---\ntitle: {value}\n---\ntext")

    assert head.title == value


def test_inline_styles_and_links_are_spans_of_plain_text() -> None:
    drafts, _ = parse_markdown("A **bold** and *slanted* [link](https://a.example) with `code`.\n\nAn ![image](x.png).")

    document = build_document(drafts)

    assert document.text == "A bold and slanted link with code.\n\nAn image."
    assert [(i.style, i.span.of(document.text), i.target) for i in document.inlines] == [
        ("strong", "bold", ""),
        ("emphasis", "slanted", ""),
        ("link", "link", "https://a.example"),
        ("code", "code", ""),
    ]


def test_lists_quotes_code_and_rules_are_blocks() -> None:
    drafts, _ = parse_markdown("> quoted\n\n3. three\n   - inner\n4. four\n\n    code\n\n---\n")

    assert [(d.kind, d.marker, d.level, d.quote, d.text) for d in drafts] == [
        ("paragraph", "", 0, 1, "quoted"),
        ("item", "3.", 0, 0, "three"),
        ("item", "◦", 1, 0, "inner"),
        ("item", "4.", 0, 0, "four"),
        ("code", "", 0, 0, "code") if drafts[4].kind == "code" else ("item", "", 0, 0, "code"),
        ("rule", "", 0, 0, ""),
    ]


def test_a_table_keeps_its_cells_and_columns() -> None:
    drafts, _ = parse_markdown("| a | b |\n|---|---:|\n| c |  |\n")

    document = build_document(drafts)

    (table,) = document.blocks
    assert [[document.text[slice(*cell)] for cell in row] for row in table.rows] == [["a", "b"], ["c", ""]]
    assert table.right == (1,)


def test_raw_html_stays_text() -> None:
    drafts, _ = parse_markdown("<script>alert(1)</script> [x](javascript:alert(1))")

    assert drafts[0].text.startswith("<script>")
    assert [inline.target for inline in drafts[0].inlines] == []


def test_a_footnote_keeps_its_words_on_a_line_of_its_own() -> None:
    drafts, _ = parse_markdown("Rents fell.[^1][^2]\n\n[^1]: https://a.example/a\n[^2]: Orrin Times")

    assert [draft.text for draft in drafts] == ["Rents fell.[^1][^2]", "[^1]: https://a.example/a\n[^2]: Orrin Times"]


def test_a_link_definition_is_still_one() -> None:
    (draft,), _ = parse_markdown("See [the queue][q].\n\n[q]: https://a.example/q")

    assert (draft.text, draft.inlines[0].target) == ("See the queue.", "https://a.example/q")


def test_a_line_that_begins_with_a_bold_label_stays_a_line() -> None:
    (draft,), _ = parse_markdown("**Source:** Orrin Times\n**Summary:** rents fell\nin the north")

    assert draft.text == "Source: Orrin Times\nSummary: rents fell in the north"
