"""What no reader of a page sees is neither its title nor its text nor a claim, and is kept, folded."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.analyse import analyse
from briefreader.analysis.roles.sections import assign_roles
from briefreader.ingest.files import parse_article
from briefreader.ingest.html import parse_html
from briefreader.model.article import Article
from briefreader.model.document import HIDDEN_MARKER

UNSEEN = "Zorvex doubled its profit to $9 billion in 2026"
SEEN = "<p>Halden Compute said that it cut its power bill by 60 percent in the second quarter of the year.</p>"
STYLES = [
    "display:none",
    "display:/**/none",
    "DISPLAY : None !important",
    r"d\69splay:none",
    r"\64 isplay:n\6f ne",
    "display:none;display:nonsense",
    "color:red;/* ; */display:none",
    "background:url(a;b);display:none",
    "visibility:hidden",
    "visibility:collapse",
    "opacity:0",
    "opacity:0.0",
    "opacity:.01",
    "opacity:0%",
    "--d:none;display:var(--d)",
    "--a:none;--b:var( --a );display:var(--b, block)",
    "display:var(--nowhere, none)",
    "--o:0;opacity:var(--o)",
    "opacity:1e-9",
    "opacity:1E-3%",
    "zoom:0.001",
    "zoom:1%",
    "mask:linear-gradient(transparent,transparent)",
    "-webkit-mask-image:radial-gradient(circle,rgba(0,0,0,0),#0000 50%)",
    "filter:opacity(0)",
    "content-visibility:hidden",
    "position:absolute;clip:rect(0 0 0 0)",
    "position:absolute;clip:rect(1px, 1px, 1px, 1px)",
    "clip-path:inset(50%)",
    "clip-path:inset(0 100% 0 0)",
    "-webkit-clip-path:circle(0)",
    "clip-path:polygon(0 0,0 0,0 0)",
    "width:1px;height:1px;overflow:hidden",
    "max-height:0;overflow:hidden",
    "height:0.5px;overflow-y:clip",
    "width:0;overflow:hidden",
    "font-size:0",
    "font-size:1px",
    "font:0/0 a",
    "text-indent:-9999px",
    "text-indent:-99em",
    "position:absolute;left:-9999px",
    "position:fixed;top:-100vh",
    "position:absolute;right:-2000px",
    "position:absolute;left:9999px",
    "position:absolute;inset:0 auto auto -9999px",
    "margin-left:-9999px",
    "margin:0 0 0 -999em",
    "transform:translate(-9999px)",
    "transform:scale(0)",
    "color:#fff;background:#fff",
    "color:white;background-color:rgb(255,255,255)",
    "background:#123;color:#112233",
    "color:hsl(0,0%,99%);background:#ffffff",
    "color:transparent",
    "color:rgba(0,0,0,0)",
    "color:#0000",
    "translate:-9999px 0",
    "scale:0",
    "scale:0 1",
    "rotate:y 90deg",
    "transform:rotateX(90deg)",
    "transform:skewX(90deg)",
    "transform:matrix(0,0,0,0,0,0)",
    "transform:matrix(1,0,0,1,-9999,0)",
    "transform:scale(0.001)",
    "position:absolute;inset-inline-start:-9999px",
    "position:absolute;right:9999px",
    "position:absolute;left:calc(-1*9999px)",
    "position:absolute;left:calc(0px - 9999px)",
    "position:fixed;top:100vh",
    "margin-inline-start:-9999px",
    "inline-size:0;overflow:hidden",
    "max-block-size:0;overflow:hidden",
    "max-width:0;overflow:hidden",
    "height:0;overflow:auto",
    "text-indent:100%;overflow:hidden;white-space:nowrap",
    "letter-spacing:-1em",
    "font-size:calc(0px)",
    "opacity:calc(0)",
    "filter:blur(50px)",
    "clip-path:xywh(0 0 0 0)",
    "clip-path:rect(0 0 0 0)",
    "clip-path:rect(0 0 100% 10px)",
    "clip-path:path('M0 0')",
    "-webkit-text-fill-color:transparent",
    "-webkit-text-security:disc",
    "color:oklch(0 0 0 / 0)",
    "color:rgb(from black r g b / 0%)",
]
SHOWN_STYLES = [
    "translate:10px 0",
    "scale:1.05",
    "rotate:90deg",
    "transform:rotate(90deg)",
    "transform:matrix(1,0,0,1,0,0)",
    "transform:scale(0.9)",
    "inset-inline-start:0",
    "right:0",
    "left:calc(50% - 10px)",
    "top:100vh",
    "margin-inline-start:auto",
    "max-width:100%;overflow:hidden",
    "height:auto;overflow:auto",
    "letter-spacing:-.02em",
    "font-size:calc(1em + 2px)",
    "filter:blur(0)",
    "clip-path:xywh(0 0 100% 100%)",
    "clip-path:rect(0 100% 100% 0)",
    "clip-path:rect(auto auto auto auto)",
    "clip-path:rect(10px auto auto 0)",
    "clip-path:rect(0 50% 100% 100px)",
    "clip-path:path('M 0 0 H 900 V 900 H 0 Z')",
    "position:absolute;clip:rect(auto, auto, auto, auto)",
    "-webkit-text-fill-color:#333",
    "color:oklch(.5 .1 20 / 90%)",
    "display:block",
    "display:none;display:block",
    "display:none !important;display:block;display:revert !important",
    "display:'none'",
    "/*display:none*/",
    "opacity:.5",
    "opacity:5e-1",
    "--d:none;--d:block;display:var(--d)",
    "--d:var(--d);display:var(--d)",
    "display:var(--nowhere)",
    "--d:none",
    "width:1e3px;overflow:hidden",
    "zoom:0.9",
    "zoom:normal",
    "mask:linear-gradient(black,transparent)",
    "mask:linear-gradient(transparent,transparent),url(x.svg)",
    "-webkit-mask-image:none",
    "opacity:1",
    "margin-top:-120px",
    "clip-path:inset(10%)",
    "clip:rect(0 200px 40px 0)",
    "height:0;overflow:hidden;padding-bottom:56.25%",
    "width:0;flex:1;overflow:hidden",
    "height:0",
    "left:-20px;position:relative",
    "position:static;left:-9999px",
    "font-size:11px",
    "color:#fff;background:#000",
    "color:#fff;background:#fff url(x.png)",
    "color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text",
    "background-color:rgba(0,0,0,0);color:#000",
    "transform:translateY(-20px)",
]
ELEMENTS = [
    "<p hidden>{}</p>",
    "<p hidden='until-found'>{}</p>",
    "<div hidden id='S:0'><p>{}</p></div>",
    "<p aria-hidden='true'>{}</p>",
    "<template><p>{}</p></template>",
    "<noscript><p>{}</p></noscript>",
    "<dialog><p>{}</p></dialog>",
    "<table><tr><td>k</td><td style='display:none'>{}</td></tr></table>",
    "<table><tr><td>k</td></tr><tr hidden><td>{}</td></tr></table>",
    "<table><caption hidden>{}</caption><tr><td>k</td></tr></table>",
    "<ul><li>one</li><li style='visibility:hidden'>{}</li></ul>",
    "<h1 style='opacity:0'>{}</h1>",
    "<td bgcolor='#ffffff'><font color='#fffffe'>{}</font></td>",
    "<p>Seen <span style='font-size:0'>{}</span> too.</p>",
    "<p>Seen <a href='https://a.example/'><span style='display:none'>{}</span> link</a></p>",
    "<div style='font-size:0'>{}<p style='font-size:14px'>Seen.</p></div>",
    "<div style='letter-spacing:-20px'><p style='font-size:14px'>{}</p></div>",
    "<div style='letter-spacing:-20px'>{}<p style='letter-spacing:normal'>Seen.</p></div>",
    "<div style='visibility:hidden'>{}<p style='visibility:visible'>Seen.</p></div>",
]
SHEETS = [
    (".x{display:none}", "class='x'"),
    ("#i{display:none}", "id='i'"),
    ("p.x.y{opacity:0}", "class='y x'"),
    (".a,.x{visibility:hidden}", "class='x'"),
    (":root{--d:none}.x{display:var(--d)}", "class='x'"),
    ("body{--o:0.001}.x{opacity:var(--o)}", "class='x'"),
    ("article .x{display:none}", "class='x'"),
    ("article > .x{display:none}", "class='x'"),
    ("@media screen{.x{display:none}}", "class='x'"),
    ("@media (min-width:1px){.x{display:none}}", "class='x'"),
    ("@supports (display:grid){.x{display:none}}", "class='x'"),
    ("<!-- .x{/*}*/display:none} -->", "class='x'"),
    (r".\78{display:none}", "class='x'"),
    (".x{display:none", "class='x'"),
    ("@import 'a.css'; .y:hover{color:red} .x{display:none}", "class='x'"),
    (".x{display:none!important}", "class='x' style='display:block'"),
    (".x{color:#eee;background:#eee}", "class='x'"),
    (".x{display:block} p.x{display:none}", "class='x'"),
]
SHOWN_SHEETS = [
    ("@media print{.x{display:none}}", "class='x'"),
    ("@media (max-width:600px){.x{display:none}}", "class='x'"),
    (".x:hover{display:none}", "class='x'"),
    (".x::before{display:none}", "class='x'"),
    (".x{display:none}", "class='x' style='display:block'"),
    (".x{display:none} article .x{display:block}", "class='x'"),
    (r".hidden{display:none} @media (min-width:768px){.md\:block{display:block}}", "class='hidden md:block'"),
    (".X{display:none}", "class='x'"),
    (".x{content:'}.x{display:none'}", "class='x'"),
    ("@keyframes in{from{opacity:0}} .x{animation:in 1s}", "class='x'"),
    ("body{opacity:0}", ""),
]


def article_of(inner: str, sheet: str = "") -> Article:
    page = f"<html><head><style>{sheet}</style></head><body><article>{SEEN}{inner}{SEEN}</article></body></html>"
    return parse_article(page.encode(), ".html", "x")


def is_folded(article: Article, words: str = UNSEEN) -> bool:
    """Tell whether words are kept, and only in what is folded and marked as hidden."""
    document = assign_roles(article.document)
    holding = [block for block in document.blocks if words in document.words_of(block)]
    claims = [claim.span.of(document.text) for claim in analyse(document, date(2026, 6, 1)).claims]
    assert not any("Zorvex" in text for text in [article.title or "", article.opening, *claims])
    return bool(holding) and all((one.role, one.marker) == ("furniture", HIDDEN_MARKER) for one in holding)


@pytest.mark.parametrize("style", STYLES)
def test_words_that_a_style_hides_are_folded(style: str) -> None:
    assert is_folded(article_of(f'<p style="{style}">{UNSEEN}</p>'))


@pytest.mark.parametrize("style", SHOWN_STYLES)
def test_words_that_a_style_shows_stay_in_the_text(style: str) -> None:
    article = article_of(f'<p style="{style}">{SEEN}</p><p style="{style}">The words</p>')

    assert article.document.hidden_words == 0


@pytest.mark.parametrize("element", ELEMENTS)
def test_words_in_an_element_that_is_not_shown_are_folded(element: str) -> None:
    article = article_of(element.format(UNSEEN))

    assert is_folded(article)
    assert not is_folded(article, "Halden")


@pytest.mark.parametrize(("sheet", "attributes"), SHEETS)
def test_words_that_a_simple_rule_hides_are_folded(sheet: str, attributes: str) -> None:
    assert is_folded(article_of(f"<p {attributes}>{UNSEEN}</p>", sheet))


@pytest.mark.parametrize(("sheet", "attributes"), SHOWN_SHEETS)
def test_words_that_the_rules_show_stay_in_the_text(sheet: str, attributes: str) -> None:
    assert article_of(f"<p {attributes}>The words</p>", sheet).document.hidden_words == 0


def test_the_words_inside_that_are_shown_stay_in_the_text() -> None:
    drafts = parse_html(
        '<table role="presentation"><tr><td style="font-size:0px">gap<div style="font-size:13px"><p>seen</p></div>'
        '</td><td style="font-size:0">HIDDEN</td></tr></table>'
    )

    assert [(draft.text, draft.is_hidden) for draft in drafts] == [("gap", True), ("seen", False), ("HIDDEN", True)]


def test_hidden_words_say_nothing_of_an_article() -> None:
    article = article_of(
        "<div hidden><h1>Zorvex wins</h1><p>By Zara Zorvex</p><p>Published: 1 May 2025</p><p>Publisher: Zorvex</p>"
        "<p>URL: https://zorvex.example/</p><p>Curated from Zorvex Daily</p></div>"
    )

    assert (article.title, article.byline, article.publisher, article.url, article.published_on, article.origin) == (
        *(None, None, None, None, None, None),
    )
    assert not any(one.form == "origin" for one in analyse(article.document, date(2026, 6, 1)).citations)


def test_a_page_with_more_hidden_than_shown_words_keeps_its_text() -> None:
    decoy = "".join(
        f"<p>{UNSEEN}, said number {number}, and all of the others said so as well.</p>" for number in range(99)
    )
    article = article_of(f"<div style='display:none'>{decoy}</div>")

    assert is_folded(article)
    assert article.opening.startswith("Halden Compute")


def test_a_page_that_hides_everything_says_so_and_keeps_it() -> None:
    page = f"<html><head><title>News</title></head><body><noscript>{SEEN}</noscript></body></html>"
    article = parse_article(page.encode(), ".html", "x")

    assert article.opening == "The page hides all of its text. The text is kept below, folded."
    assert is_folded(article, "Halden Compute")


def test_the_text_behind_an_open_dialog_stays() -> None:
    page = (
        f"<html><head></head><body><main aria-hidden='true'>{SEEN}</main><div role=dialog>Cookies?</div></body></html>"
    )

    assert not is_folded(parse_article(page.encode(), ".html", "x"), "Halden")


words = st.from_regex(r"[a-z]{4,9}", fullmatch=True)
trees = st.recursive(
    st.tuples(
        st.sampled_from(["p", "span", "li", "h2", "pre", "form", "address", "menu"]),
        st.sampled_from(["", *STYLES]),
        words,
    ),
    lambda inner: st.tuples(
        st.sampled_from(["div", "section", "ul", "blockquote", "ol", "menu", "address"]),
        st.sampled_from(["", "", *STYLES[:18]]),
        st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


def written(tree: tuple[str, str, object], *, is_hidden: bool, into: dict[bool, list[str]]) -> str:
    tag, style, content = tree
    is_hidden = is_hidden or bool(style)
    if isinstance(content, str):
        into[is_hidden].append(name := f"{content}{sum(map(len, into.values()))}")
        inner = name
    else:
        assert isinstance(content, list)
        inner = " ".join(written(one, is_hidden=is_hidden, into=into) for one in content)
    return f'<{tag} style="{style}">{inner}</{tag}>'


@given(st.lists(trees, min_size=1, max_size=4))
def test_every_word_is_kept_and_those_that_are_hidden_are_folded(forest: list[tuple[str, str, object]]) -> None:
    into: dict[bool, list[str]] = {True: [], False: []}
    page = " ".join(written(tree, is_hidden=False, into=into) for tree in forest)

    drafts = parse_html(f"<div>{page}</div>")

    found = {
        is_hidden: {
            word
            for draft in drafts
            if draft.is_hidden is is_hidden
            for text in [draft.text, *(cell for row in draft.rows for cell in row)]
            for word in text.split()
        }
        for is_hidden in (True, False)
    }
    assert set(into[True]) <= found[True]
    assert set(into[False]) <= found[False]
    assert not set(into[True]) & found[False]
