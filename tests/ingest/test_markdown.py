import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.choosing import choose
from briefreader.ingest.drafts import build_document
from briefreader.ingest.markdown import parse_markdown
from briefreader.model.article import Origin


def test_front_matter_is_metadata() -> None:
    _, read = parse_markdown(
        '---\ntitle: "A day"\npublisher: Datafloor\nauthor: M. S.\npublished: 2026-04-16\n'
        "url: https://a.example/b\nsource: Wire\nsource_url: https://w.example/\n---\ntext"
    )

    head = choose(read, "")
    assert (head.title, head.publisher, head.byline) == ("A day", "Datafloor", "M. S.")
    assert (head.published_on, head.url) == (date(2026, 4, 16), "https://a.example/b")
    assert head.origin == Origin("Wire", "https://w.example/")


@pytest.mark.parametrize("value", ["&a [*a, *a]", "!!python/object:os.system x", "{a: b}"])
def test_front_matter_is_only_ever_text(value: str) -> None:
    _, head = parse_markdown(f"---\ntitle: {value}\n---\ntext")

    assert [title.value for title in head.titles] == [value]


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


def text_of(markdown: str) -> str:
    drafts, _ = parse_markdown(markdown)
    return build_document(drafts).text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("One<br>two. H<sub>2</sub>O. <!-- draft -->", "One\ntwo. H₂O. "),
        ("the <name> of x < y and <Ann>", "the <name> of x < y and <Ann>"),
        ("<details>\n<summary>More</summary>\n\nInner words.\n\n</details>", "More\n\nInner words."),
        ("<div>\n<p>Block <b>words</b></p>\n</div>", "Block words"),
        ("<script>alert(1)</script>\n\nText", "Text"),
        ("[[Page|shown]], [[Other#Part]] and ![[x.png]]end", "shown, Other and end"),
        ("==marked== words %%a comment%%here ^a1b2c3", "marked words here"),
        ("{% include a.html %}{{ page.title }} Words {# no #}here", "Words here"),
        ("`{{ kept }}` and\n\n```\n{% kept %}\n```", "{{ kept }} and\n\n{% kept %}"),
        ("> [!NOTE] A title\n> text", "A title\ntext"),
        ('!!! warning "Look out"\n    indented', "Look out\n\nindented"),
        (":::tip Some tip\ntext\n:::", "Some tip\n\ntext"),
        ("# Head {#id}\n{: .class}", "Head"),
        ("- text\n  id:: 64a\n  collapsed:: true", "text"),
        ("source:: a b", "source: a b"),
        ("[A](https://a.example)[B](https://b.example)", "A B"),
        ("[shown][r]\n\n[r]: https://r.example", "shown"),
        ("{/* no */}Words ((12345678-1234-1234-1234-123456789012))", "Words "),
        ("| a |\n|---|\n| x<br>y |", "a\nx y"),
        ("Ann Bell\nApr 6, 2026", "Ann Bell\nApr 6, 2026"),
    ],
)
def test_syntax_is_not_shown_and_text_is_not_lost(markdown: str, text: str) -> None:
    assert text_of(markdown).strip() == text.strip()


def test_links_and_styles_of_html_are_spans() -> None:
    drafts, _ = parse_markdown(
        'See <a href="https://a.example">this</a> and <b>that</b>, <a href="javascript:x">no</a>.'
    )

    assert drafts[0].text == "See this and that, no."
    assert [(one.style, one.target) for one in drafts[0].inlines] == [
        ("link", "https://a.example"),
        ("strong", ""),
        ("link", ""),
    ]


def test_footnotes_stand_under_their_numbers_and_tasks_under_their_boxes() -> None:
    notes = "[^1]: Ibid.\n[^2]: https://a.example/"
    drafts, _ = parse_markdown(f"It fell.[^1] It rose.[^2]\n\n{notes}\n\n- [ ] todo\n- [x] done")

    assert [(draft.kind, draft.marker, draft.text) for draft in drafts] == [
        ("paragraph", "", "It fell.[1] It rose.[2]"),
        ("item", "[1]", "Ibid."),
        ("item", "[2]", "https://a.example/"),
        ("item", "☐", "todo"),
        ("item", "☑", "done"),
    ]


def test_a_footnote_with_a_name_keeps_its_mark_and_its_words() -> None:
    drafts, _ = parse_markdown("It fell.[^orrin-2026]\n\n[^orrin-2026]: Orrin Times")

    assert [draft.text for draft in drafts] == ["It fell.[^orrin-2026]", "[^orrin-2026]: Orrin Times"]


def test_without_a_text_the_description_is_the_text() -> None:
    assert text_of("---\ntitle: A\ndescription: Rents fell in Halden.\n---\n") == "Rents fell in Halden."


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=1, max_size=8).map(" ".join)
PARTS = st.sampled_from(
    [
        *("{0}", "# {0}", "- {0}", "> {0}", "> [!tip] {0}", "<div>{0}</div>", "**{0}**", "[[a|{0}]]", "~~{0}~~"),
        *("[{0}](https://a.example)", "| {0} |\n|---|\n| {0} |", "<b>{0}</b> <br> <sub>{0}</sub>", "x\n\nk:: {0}"),
        *("!!! note\n    {0}", ":::note\n{0}\n:::", "x[^1]\n\n[^1]: {0}", "- [ ] {0}", "=={0}== {{% x %}}"),
        *("```\n{0}\n```", "`{0}` <!-- no -->", "<q{0}q>"),
    ]
)


@given(st.lists(st.tuples(PARTS, WORDS), max_size=6))
def test_every_word_of_a_note_stands_in_its_text(parts: list[tuple[str, str]]) -> None:
    document = text_of("\n\n".join(form.format(words) for form, words in parts))

    wanted = Counter(word for _, words in parts for word in words.split())
    assert not wanted - Counter(re.findall(r"[a-h]+", document))


def test_a_link_definition_is_still_one() -> None:
    (draft,), _ = parse_markdown("See [the queue][q].\n\n[q]: https://a.example/q")

    assert (draft.text, draft.inlines[0].target) == ("See the queue.", "https://a.example/q")


def test_a_line_that_begins_with_a_bold_label_stays_a_line() -> None:
    words = "rents fell in all of the quarters of the town that lie"
    (draft,), _ = parse_markdown(f"**Source:** Orrin Times\n**Summary:** {words}\nin the north")

    assert draft.text == f"Source: Orrin Times\nSummary: {words} in the north"


@pytest.mark.parametrize(
    ("source", "bold"),
    [
        ("Rents in **the town ** fell.", "the town"),
        ("**解读：**本次首单备案", "解读："),
        ("本次**“清单”**管理", "“清单”"),
        ("It is 2 ** 3 ** 4, `a **b ** c`.", None),
    ],
)
def test_bold_words_are_known_where_common_markdown_sees_stars(source: str, bold: str | None) -> None:
    [draft] = parse_markdown(source)[0]

    assert next((draft.text[one.start : one.end] for one in draft.inlines if one.style == "strong"), None) == bold
    assert ("**" in draft.text) == (bold is None)


def test_components_are_syntax_and_their_words_text() -> None:
    alert, chart = "<Alert>\n\nRents fell.\n\n</Alert>", "<Chart of={{a: 1}} />"
    picture = "<Picture of={{\n a: 1\n}}>The town.</Picture>"
    source = f"{alert}\n\n{chart}\n\n{picture}\n\nA Vec<Rent>."

    assert [draft.text for draft in parse_markdown(source)[0]] == ["Rents fell.", "The town.", "A Vec<Rent>."]
