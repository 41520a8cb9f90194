from datetime import date

import pytest

from briefreader.ingest.choosing import choose
from briefreader.ingest.drafts import build_document
from briefreader.ingest.html import parse_html, parse_html_page

PAGE = """<!doctype html><html><head><title>A lease | Wire</title>
<meta property="og:site_name" content="Wire"><meta name="author" content="S. Berg">
<meta property="article:published_time" content="2026-04-09T06:30:00Z">
<link rel="canonical" href="https://wire.example/a"><script>bad()</script></head>
<body><nav>Home</nav><article><h1>A lease</h1><p>It <b>rose</b> by <a href="https://x.example">5%</a>.<br>Then fell.</p>
<ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul><ol start="3"><li>three</li></ol>
<blockquote><p>quoted</p></blockquote><pre>a  b
c</pre><hr><table><tr><th>k</th></tr><tr><td>v</td></tr></table>
<img src="x" alt="a picture"><p hidden>HIDDEN</p><p style="display:none">HIDDEN</p></article>
<footer>foot</footer></body></html>"""


def test_metadata_is_read_from_the_head() -> None:
    _, read = parse_html_page(PAGE)

    head = choose(read, "")
    assert (head.title, head.publisher, head.byline) == ("A lease", "Wire", "S. Berg")
    assert (head.url, head.published_on) == ("https://wire.example/a", date(2026, 4, 9))


def test_the_article_is_body_and_what_surrounds_it_furniture() -> None:
    drafts, _ = parse_html_page(PAGE)

    assert [(d.role, d.kind, d.marker, d.level, d.text) for d in drafts] == [
        ("furniture", "paragraph", "", 0, "Home"),
        ("body", "heading", "", 1, "A lease"),
        ("body", "paragraph", "", 0, "It rose by 5%.\nThen fell."),
        ("body", "item", "•", 0, "one"),
        ("body", "item", "◦", 1, "inner"),
        ("body", "item", "•", 0, "two"),
        ("body", "item", "3.", 0, "three"),
        ("body", "paragraph", "", 0, "quoted"),
        ("body", "code", "", 0, "a  b\nc"),
        ("body", "rule", "", 0, ""),
        ("body", "table", "", 0, ""),
        ("furniture", "paragraph", "", 0, "a picture"),
        ("furniture", "paragraph", "[hidden]", 0, "HIDDEN"),
        ("furniture", "paragraph", "[hidden]", 0, "HIDDEN"),
        ("furniture", "paragraph", "", 0, "foot"),
    ]
    assert [d.quote for d in drafts if d.text == "quoted"] == [1]
    assert [d.rows for d in drafts if d.rows] == [[["k"], ["v"]]]


def test_styles_and_links_are_spans() -> None:
    drafts = parse_html(PAGE)

    assert [(i.style, drafts[2].text[i.start : i.end], i.target) for i in drafts[2].inlines] == [
        ("strong", "rose", ""),
        ("link", "5%", "https://x.example"),
    ]


def test_hidden_parts_are_folded_and_scripts_left_out() -> None:
    drafts = parse_html(PAGE)

    assert {d.role for d in drafts if "HIDDEN" in d.text} == {"furniture"}
    assert not any("bad" in d.text for d in drafts)


def test_a_page_nested_too_deep_does_not_stop_the_rest() -> None:
    drafts = parse_html("<body>" + "<div>" * 500 + "deep" + "</div>" * 500 + "<p>after</p></body>")

    assert "after" in [d.text for d in drafts]


def test_an_empty_page_has_nothing() -> None:
    assert parse_html("") == []


def test_raised_and_lowered_numbers_never_join_the_number_before_them() -> None:
    drafts = parse_html("<p>It rose 5%<sup>1</sup> to $4<sup>12</sup> of CO<sub>2</sub>, the 2<sup>nd</sup> time.</p>")

    assert drafts[0].text == "It rose 5%¹ to $4¹² of CO₂, the 2nd time."


def test_links_are_resolved_and_what_is_no_address_stays_as_it_is() -> None:
    drafts = parse_html(
        '<p><a href="/x">a</a> <a href="//[">b</a> <a href="javascript:x">c</a></p>', "https://a.example/y/z"
    )

    assert [inline.target for inline in drafts[0].inlines] == ["https://a.example/x", "//[", "javascript:x"]
    own = parse_html(
        '<html><head><base href="file:///etc/"></head><body><a href="x">a</a></body></html>', "https://a.example/"
    )
    assert own[0].inlines[0].target == "https://a.example/x"


def test_lists_with_numbers_of_their_own_and_captions_of_tables_are_kept() -> None:
    drafts = parse_html("<ol><li value=9>nine<li>ten</ol><table><caption>Leases</caption><tr><td>1</table>")

    assert [(draft.kind, draft.marker, draft.text) for draft in drafts] == [
        ("item", "9.", "nine"),
        ("item", "10.", "ten"),
        ("paragraph", "", "Leases"),
        ("table", "", ""),
    ]
    assert drafts[2].role == "caption"


def test_a_table_that_lays_out_the_page_is_walked_and_one_of_data_is_a_table() -> None:
    words = "Halden cut its bill. " * 60
    layout = f"<table><tr><td><h1>Big</h1><p>{words}END</p><a href='https://a.example/'>link</a></td></tr></table>"
    data = "<table><tr><td>1<br>2<script>x=1</script></td><td hidden>no</td><td><p>a</p><p>b</p></td></tr></table>"

    drafts = parse_html(layout + data)

    assert [draft.kind for draft in drafts] == ["heading", "paragraph", "paragraph", "table", "paragraph"]
    assert drafts[1].text.endswith("END")
    assert drafts[2].inlines[0].target == "https://a.example/"
    assert drafts[3].rows == [["1 2", "", "a b"]]
    assert (drafts[4].text, drafts[4].role) == ("no", "furniture")


def test_the_links_of_cells_stand_at_their_words() -> None:
    drafts = parse_html("<table><tr><th>who<th>says<tr><td><a href='https://a.example/'>Halden</a> Co<td><b>yes</b>")

    document = build_document(drafts)

    assert document.text == "who\tsays\nHalden Co\tyes"
    assert [(one.span.of(document.text), one.style, one.target) for one in document.inlines] == [
        ("Halden", "link", "https://a.example/"),
        ("yes", "strong", ""),
    ]


def test_hidden_words_of_a_caption_are_no_part_of_it() -> None:
    drafts = parse_html("<table><caption>Leases<span hidden> of fools</span></caption><tr><td>1</table>")

    assert drafts[0].text == "Leases"


def test_a_link_round_a_card_is_that_of_each_of_its_blocks() -> None:
    drafts = parse_html("<p>by <a href='https://a.example/'>us<h3>Head</h3><div>Words</div>end</a>. More")

    linked = [(draft.text, [draft.text[one.start : one.end] for one in draft.inlines]) for draft in drafts]
    assert linked == [("by us", ["us"]), ("Head", ["Head"]), ("Words", ["Words"]), ("end. More", ["end"])]


def test_pages_with_a_declaration_are_read() -> None:
    drafts = parse_html('<?xml version="1.0" encoding="utf-8"?><html><head></head><body><p>x</p></body></html>')

    assert [draft.text for draft in drafts] == ["x"]


def test_a_margin_hides_nothing_and_a_strange_start_breaks_nothing() -> None:
    drafts = parse_html('<div style="margin-top:-120px"><p>seen</p></div><ol start="abc"><li>one</li></ol>')

    assert [(draft.marker, draft.text) for draft in drafts] == [("", "seen"), ("1.", "one")]


def test_a_home_page_is_no_address_of_an_article() -> None:
    _, head = parse_html_page(
        '<html><head><meta property="og:url" content="https://a.example/"></head><body>x</body></html>'
    )

    assert head.address is None


@pytest.mark.parametrize(
    "hidden",
    [
        '<tr style="display:none"><td>x</td></tr>',
        "<tr hidden><td>x</td></tr>",
        "<tbody hidden><tr><td>x</td></tr></tbody>",
    ],
)
def test_hidden_rows_of_a_table_are_no_part_of_it(hidden: str) -> None:
    drafts = parse_html(f"<table><tr><th>k</th></tr>{hidden}<tr><td>v</td></tr></table>")

    assert drafts[0].rows == [["k"], ["v"]]
    assert [(draft.text, draft.is_hidden) for draft in drafts[1:]] == [("x", True)]


def test_cells_stand_under_their_heading_where_others_span_columns_and_rows() -> None:
    drafts = parse_html(
        """<table><thead><tr><th rowspan="2">Lab<th colspan="2">2025<th>2026<tr><th>H1<th>H2<th>H1</thead>
        <tr><td rowspan="2">Halden<td>1<td>2<td rowspan="9">3<tr><td>4<tr><td>Orrin<td>5<td>6</table>"""
    )

    assert drafts[0].rows == [
        ["Lab", "2025", "", "2026"],
        ["", "H1", "H2", "H1"],
        ["Halden", "1", "2", "3"],
        ["", "4", "", ""],
        ["Orrin", "5", "6", ""],
    ]


def test_spans_without_end_stay_within_bounds() -> None:
    rows = '<tr><td rowspan="9999" colspan="999999">x</td></tr>' * 50

    assert sum(map(len, parse_html(f"<table>{rows}</table>")[0].rows)) < 10_000


def test_no_cell_spans_more_columns_than_there_are() -> None:
    rows = "<tr><td>a<td>b</tr><tr><td colspan=100>Section</tr>"

    assert parse_html(f"<table>{rows}</table>")[0].rows == [["a", "b"], ["Section", ""]]


def test_a_letter_or_a_chapter_is_an_article_as_a_whole() -> None:
    drafts = parse_html(
        """<html><head><title>x</title></head><body><section><h1>Chapter One</h1><p>A short epigraph.</p></section>
        <section><p>It rose by 5% in May, which is what the whole of this long chapter is about.</p></section>"""
    )

    assert [(draft.role, draft.text[:16]) for draft in drafts] == [
        ("body", "Chapter One"),
        ("body", "A short epigraph"),
        ("body", "It rose by 5% in"),
    ]


@pytest.mark.parametrize(
    ("before", "head"),
    [
        ("<!-- saved from url=(0022)https://a.example/b/c -->", ""),
        ("", '<link rel="canonical" href="https://a.example/b/c">'),
    ],
)
def test_links_of_a_saved_page_count_from_where_it_was(before: str, head: str) -> None:
    page = f"<!doctype html>{before}<html><head>{head}</head><body><p><a href='x'>a</a></p></body></html>"

    drafts, said = parse_html_page(page)

    assert (said.address, drafts[0].inlines[0].target) == ("https://a.example/b/c", "https://a.example/b/x")


def test_a_figure_is_its_caption() -> None:
    drafts = parse_html(
        "<figure><a href=/x><img alt='A hall'></a><figcaption>The hall in May</figcaption></figure>"
        "<figure><img alt='A chart'></figure><p>Then <img alt='☂'> fell.</p>"
    )

    assert [(draft.role, draft.text) for draft in drafts] == [
        ("caption", "The hall in May"),
        ("furniture", "A chart"),
        ("body", "Then ☂ fell."),
    ]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>Return the <button>vacancy rate</button> of the town.</p>", ["Return the vacancy rate of the town."]),
        ("<h2>The count<a href='#count'>¶</a></h2>", ["The count"]),
        ("<li>City count. <a href='#r1'>↩︎</a></li>", ["City count."]),
        ("<p>See <a href='#n1'>[1]</a> and <a href='/x'>#</a></p>", ["See [1] and #"]),
        ("<p>The count<span class='sr-only'> (opens anew)</span> of flats.</p>", ["The count of flats."]),
        ("<div><x-line>One line.</x-line><x-line>Another.</x-line></div>", ["One line.", "Another."]),
        ("<p>The <x-term>rent</x-term> fell.</p>", ["The rent fell."]),
        ("<div><span style='display: block'>One line.</span><span>Another.</span></div>", ["One line.", "Another."]),
        (
            "<div><a href='/x'><em style='display:block'>© Ledger</em></a>Rents fell.<br><br>They rose.</div>",
            ["© Ledger\nRents fell.", "They rose."],
        ),
        ("<p>Rents fell.</p><video><p>Get a newer browser.</p></video>", ["Rents fell."]),
    ],
)
def test_what_an_element_is_does_not_hang_on_its_tag_alone(source: str, shown: list[str]) -> None:
    assert [draft.text for draft in parse_html(source) if draft.role == "body"] == shown


def test_what_is_not_shown_in_its_line_is_folded_after_it() -> None:
    drafts = parse_html("<p>The count<span class='sr-only'>opens anew</span></p><video>Get a newer browser.</video>")

    assert [draft.text for draft in drafts if draft.role == "furniture"] == ["opens anew", "Get a newer browser."]


def test_the_words_of_a_picture_shown_as_a_block_are_kept() -> None:
    [draft] = parse_html("<p><img src='x.png' alt='Ann Bell' style='display:block'></p>")

    assert (draft.role, draft.text) == ("furniture", "Ann Bell")


@pytest.mark.parametrize("line", ["<div>{}</div>", "<span style='display:block'>{}</span>", "{}\n"])
def test_lines_of_code_stay_apart(line: str) -> None:
    [draft] = parse_html("<pre><code>" + line.format("for one in all:") + line.format("    one()") + "</code></pre>")

    assert (draft.kind, draft.text) == ("code", "for one in all:\n    one()")
