import pytest
from lxml import html

from briefreader.ingest.page import article_node, parse_page
from briefreader.model.errors import UnreadableError

WORDS = "Halden Compute said on Monday that it cut its power bill by 60% in the first quarter of the year. " * 3
CARD = "<article><h3>Another piece about something else</h3><p>Read on to learn more about it.</p></article>"


def page(body: str) -> str:
    return f"<html><head><title>x</title></head><body>{body}</body></html>"


def test_the_article_is_found_among_cards_of_others_without_a_mark_of_its_own() -> None:
    story = f"<div id='story'><p>{WORDS}</p><p>{WORDS} Then more.</p><ol start='3'><li>{WORDS} Third.</li></ol></div>"
    tree = html.fromstring(
        page(f"<nav>Home</nav><div id='all'>{story}<div>{CARD * 4}</div></div><footer>About us</footer>")
    )

    assert article_node(tree).get("id") == "story"


def test_what_the_page_marks_is_taken_when_it_holds_little_more() -> None:
    story = f"<div><p>{WORDS}</p><p>{WORDS} Then more.</p></div>"
    tree = html.fromstring(page(f"<article id='a'><h1>A lease</h1>{story}</article>"))

    assert article_node(tree).get("id") == "a"


def test_a_page_without_paragraphs_is_taken_as_it_marks_itself() -> None:
    assert article_node(html.fromstring(page("<main id='m'>x</main>"))).get("id") == "m"
    assert article_node(html.fromstring(page("x"))).tag in ("body", "html")


def test_an_element_of_countless_attributes_is_refused_at_once() -> None:
    flood = "<div " + " ".join(f'a{number}="x"' for number in range(200_000)) + ">x</div>"

    with pytest.raises(UnreadableError, match="more than 2,000 attributes"):
        parse_page(flood)


def test_a_long_value_is_no_flood_of_attributes() -> None:
    drawing = "<svg><path d='" + "12.34 56.78 " * 5_000 + "'/></svg>"
    script = "<script>if(a<b){x=[" + "1 , " * 20_000 + "]}</script>"

    assert "seen" in parse_page(f"<p>seen</p>{drawing}{script}").text_content()
