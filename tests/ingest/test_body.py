from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from briefreader.ingest.body import body_weights
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.html import parse_html, parse_html_page

TEXT = [
    "The council of Orrinford agreed on Monday to lease the old glassworks to Halden Compute, which wants its cellars.",
    "The company will pay rent for nine years, and it has promised to mend the roof before the first frost comes.",
    "Neighbours asked who would pay for the new cable, because the last one was laid at the cost of the town.",
    "Halden answered that it would, and that the heat of its machines would warm the baths beside the works.",
    "A second reading is due in May, when the surveyors will have told the council what the cellars can bear.",
    "Until then the works stay open to the glass blowers, who have been there longer than anybody can remember.",
]
MENU = "<ul><li><a href='/a'>Town</a></li><li><a href='/b'>Works</a></li><li><a href='/c'>Baths</a></li></ul>"
HEADING = "<h1>Orrinford leases its glassworks</h1>"


def page(body: str) -> str:
    return (
        "<!doctype html><html><head><title>Orrinford leases its glassworks</title></head>"
        f"<body><div class='top'>{MENU}</div>{body}</body></html>"
    )


def paragraphs(texts: list[str] = TEXT) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def shown(body: str) -> list[str]:
    drafts, _head = parse_html_page(page(body))
    return [draft.text for draft in drafts if draft.role != "furniture" and draft.kind != "heading" and draft.text]


def folded(body: str) -> list[str]:
    drafts, _head = parse_html_page(page(body))
    return [draft.text for draft in drafts if draft.role == "furniture"]


def test_boxes_beside_the_body_are_folded_also_within_what_the_page_marks() -> None:
    strip = "<div class='strip'><h3>More</h3><ul><li><a href='/x'>Tar is dear again in Low Quay</a></li></ul></div>"
    bio = "<div class='bio'><b>I. Voss</b> keeps bees.</div>"
    body = f"<main>{HEADING}<div class='body'>{paragraphs()}</div>{bio}{strip}</main>"

    assert shown(body) == TEXT
    assert "Tar is dear again in Low Quay" in folded(body)


def test_words_that_stand_for_a_picture_are_folded() -> None:
    picture = "<p><img alt='DSC_0042 glass hall'></p>"
    body = f"<article>{HEADING}{paragraphs(TEXT[:2])}{picture}{paragraphs(TEXT[2:])}</article>"

    assert shown(body) == TEXT
    assert "DSC_0042 glass hall" in folded(body)


def test_a_body_in_several_containers_is_found_and_what_is_between_folded() -> None:
    advert = "<div class='cell rail'><div class='ad'>Buy sand</div></div>"
    chunk = "<div class='grid'><div class='cell article-body'>{}</div>{}</div>".format
    chunks = chunk(paragraphs(TEXT[:3]), advert) + chunk(paragraphs(TEXT[3:]), advert)
    body = f"<main><header>{HEADING}</header>{chunks}</main>"

    assert shown(body) == TEXT
    assert folded(body).count("Buy sand") == 2


def test_a_lead_beside_the_body_is_shown() -> None:
    lead = "The town lets out its oldest cellars for nine years, and the glass blowers may stay upstairs."
    text = f"<div class='story__text'>{paragraphs()}</div>"
    body = f"<div class='story'>{HEADING}<div class='story__summary'>{lead}</div>{text}</div>"

    assert shown(body) == [lead, *TEXT]


def test_crumbs_author_and_day_above_the_text_are_folded() -> None:
    head = f"<ol class='crumbs'><li><a href='/t'>Town news</a></li></ol>{HEADING}"
    who = "<div class='who'>Von <a class='author-name'>Isa Voss</a></div>"
    body = f"<article>{head}{who}<div class='when'>Montag, 3. Mai 2032, 9 Uhr</div>{paragraphs()}</article>"

    assert shown(body) == TEXT
    assert {"Town news", "Von Isa Voss", "Montag, 3. Mai 2032, 9 Uhr"} <= {*folded(body)}


def test_what_a_script_would_show_is_folded() -> None:
    """Where a text fades in, and where it is hidden for good, cannot be told apart: it is kept, and not shown."""
    faded = f"<main>{HEADING}{paragraphs(TEXT[:3])}<div style='opacity:0'>{paragraphs(TEXT[3:])}</div></main>"
    notice = "<noscript>Turn scripts on to see more.</noscript>"
    scripted = (
        f"<div class='post'>{HEADING}{paragraphs(TEXT[:3])}{notice}<noscript>{paragraphs(TEXT[3:])}</noscript></div>"
    )

    hidden_button = f"<main>{HEADING}{paragraphs()}<button hidden>More</button></main>"

    assert shown(hidden_button) == TEXT
    for body in (faded, scripted):
        assert shown(body) == TEXT[:3]
        assert {*TEXT[3:]} <= {*folded(body)}


def test_a_briefing_made_of_cards_is_shown_whole() -> None:
    cards = "".join(
        f"<div class='card teaser'><a href='https://a.example/{number}'>Hall {number} is let</a><p>{text}</p></div>"
        for number, text in enumerate(TEXT * 3)
    )
    body = f"<div class='story'>{HEADING}{paragraphs(TEXT[:4])}</div><div class='grid'>{cards}</div>"

    assert [one for one in shown(body) if one in TEXT] == [*TEXT[:4], *TEXT * 3]


def test_a_letter_saved_as_a_page_is_shown_although_its_frame_is_called_an_email() -> None:
    sections = "".join(
        f"<table class='section'><tr><td><h2>Part {number}</h2><ul><li>{text}</li></ul></td></tr></table>"
        for number, text in enumerate(TEXT)
    )
    sign_up = "<div class='newsletter-signup'><p>Get this letter each Friday, free of charge, by email.</p></div>"
    body = f"<div class='email-container'><div class='newsletter-content'>{HEADING}{sections}{sign_up}</div></div>"

    assert [one for one in shown(body) if one in TEXT] == TEXT
    assert "Get this letter each Friday, free of charge, by email." in folded(body)


def test_a_reading_above_a_word_is_folded() -> None:
    ruby = (
        "The <ruby>blower<rp>(</rp><rt>bloh-er</rt><rp>)</rp></ruby> of the works said that it would be a cold winter."
    )
    body = f"<article>{HEADING}{paragraphs([*TEXT, ruby])}</article>"

    assert shown(body) == [*TEXT, "The blower of the works said that it would be a cold winter."]
    assert "bloh-er" in folded(body)


def test_two_breaks_part_paragraphs() -> None:
    drafts = parse_html("<div>One.<br><br>Two <b>bold<br> <br>three</b>.<br>Four.</div><ul><li>a<br><br>b</li></ul>")

    assert [(draft.kind, draft.text) for draft in drafts] == [
        ("paragraph", "One."),
        ("paragraph", "Two bold"),
        ("paragraph", "three.\nFour."),
        ("item", "a"),
        ("item", "b"),
    ]
    assert [[draft.text[one.start : one.end] for one in draft.inlines] for draft in drafts[1:3]] == [
        ["bold"],
        ["three"],
    ]


def test_a_table_with_headings_is_one_however_long_its_cells_are() -> None:
    drafts = parse_html(
        f"<table><tr><th>Hall</th><th>What</th></tr><tr><td>One</td><td>{' '.join(TEXT)}</td></tr></table>"
    )

    assert [draft.rows for draft in drafts] == [[["Hall", "What"], ["One", " ".join(TEXT)]]]


def test_code_beside_its_line_numbers_is_code() -> None:
    drafts = parse_html("<table><tr><td><pre>7\n8</pre></td><td><pre>if hall:\n    light()</pre></td></tr></table>")

    assert [(draft.kind, draft.role, draft.text) for draft in drafts] == [
        ("code", "furniture", "7\n8"),
        ("code", "body", "if hall:\n    light()"),
    ]


def test_what_each_sign_weighs_is_known() -> None:
    weights = body_weights()

    assert weights["linked:6"] < 0 < weights["ends a sentence"]


WORD = st.text("abcdefghij", min_size=2, max_size=7)
TAGS = """p div section article main aside nav footer form ul li table tr td h2 span a b blockquote figure figcaption
    button select option ruby rt noscript""".split()


def wrapped(tag: str, parts: list[str]) -> str:
    return f"<{tag}>{''.join(parts)}</{tag}>"


NODES = st.recursive(
    WORD.map(lambda word: f" {word} "),
    lambda inner: st.builds(wrapped, st.sampled_from(TAGS), st.lists(inner, max_size=4)),
    max_leaves=30,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(NODES, max_size=6))
@example(["<rt><noscript> aa </noscript></rt>"])
@example(["<video><noscript> aa </noscript></video>"])
def test_every_word_of_a_page_is_in_its_text_shown_or_folded(nodes: list[str]) -> None:
    text = page("".join(nodes))
    drafts, _head = parse_html_page(text)

    kept = sorted(word for draft in drafts for word in _text(draft).split())
    (tree := html.fromstring(text)).find("head").drop_tree()
    there = sorted(" ".join(tree.xpath("//text()")).split())
    assert kept == there


def _text(draft: DraftBlock) -> str:
    return draft.text or " ".join(cell for row in draft.rows for cell in row)
