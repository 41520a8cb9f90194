"""Whatever the format, every word that a person could see in an input stands in the stored text, shown or folded.

The generators number the words, so that each is of one place of the input.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from itertools import count
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.files import parse_articles
from briefreader.model.article import Article

Tree: TypeAlias = tuple[str, list["Tree"]]

_WORD = re.compile(r"wort\d+n")


class Words:
    """Hands out words, and knows which."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)
        self.given: set[str] = set()

    def __call__(self) -> str:
        self.given.add(word := f"wort{next(self._numbers)}n")
        return word


def kept(articles: list[Article]) -> set[str]:
    said = [f"{one.document.text} {one.title} {one.byline} {one.publisher}" for one in articles]
    return set(_WORD.findall(" ".join(said)))


def trees(tags: str, leaves: str) -> st.SearchStrategy[list[Tree]]:
    leaf = st.tuples(st.sampled_from(leaves.split()), st.just(list[Tree]()))
    node = st.recursive(
        leaf, lambda inner: st.tuples(st.sampled_from(tags.split()), st.lists(inner, max_size=4)), max_leaves=15
    )
    return st.lists(node, min_size=1, max_size=5)


# Pages, as well as the letters, books and feeds that are made of the same tags

_AROUND = """div section article main header footer nav aside blockquote ul ol dl li p h1 h2 h6 table
    tr td th tbody thead caption details summary form fieldset label center a b em span ruby pre code sup address
    button menu dialog font ins picture object video audio canvas iframe noscript"""
_UNSEEN = frozenset(["canvas", "iframe", "object", "video", "audio"])
"""What stands in these is shown by no browser that knows them."""
_LEAVES = "text p figure li td option select textarea button svg legend dt dd rt q cite time br img hr math input"


_ALONE: dict[str, Callable[[Words], str]] = {
    "text": lambda w: f"{w()} & {w()}",
    "svg": lambda w: f"<svg><title>unseen</title><g><text>{w()} <tspan>{w()}</tspan></text></g></svg>",
    "select": lambda w: f"<select><optgroup><option>{w()}<option selected>{w()}</option></optgroup></select>",
    "rt": lambda w: f"<ruby>{w()}<rp>(</rp><rt>{w()}</rt></ruby>",
    "math": lambda w: f"<math><mi>{w()}</mi></math>",
    "img": lambda w: f'<img src="a.png" alt="{w()} of a harbour">',
    "figure": lambda w: f'<figure><img alt="unseen"><figcaption>{w()}</figcaption></figure>',
    "br": lambda w: f"{w()}<br>{w()}",
    "hr": lambda w: f"{w()}<hr>{w()}",
    "input": lambda w: f'<input type="submit" value="{w()}">',
}


def page_of(forest: list[Tree], words: Words) -> str:
    return " ".join(_tag(tag, inner, words) for tag, inner in forest)


def _tag(tag: str, inner: list[Tree], words: Words) -> str:
    if tag in _ALONE:
        return _ALONE[tag](words)
    if tag in _UNSEEN:
        return f"<{tag}>unseen</{tag}>"
    return f"<{tag}>{words()} {page_of(inner, words)} {words()}</{tag}>"


def as_page(body: str) -> tuple[bytes, str]:
    return f"<html><head><title>A</title></head><body>{body}</body></html>".encode(), ".html"


def as_mail(body: str) -> tuple[bytes, str]:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ann <ann@a.example>", "A letter"
    message.set_content(f"<html><body>{body}</body></html>", subtype="html")
    return message.as_bytes(), ".eml"


def as_feed(body: str) -> tuple[bytes, str]:
    said = body.replace("&", "&amp;").replace("<", "&lt;")
    item = f"<item><guid>1</guid><title>A</title><description>{said}</description></item>"
    return f'<rss version="2.0"><channel><title>F</title>{item}</channel></rss>'.encode(), ".rss"


def as_book(body: str) -> tuple[bytes, str]:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="1" href="1.xhtml"/>'
            '</manifest><spine><itemref idref="1"/></spine></package>',
        )
        archive.writestr("1.xhtml", f"<html><body>{body}</body></html>")
    return data.getvalue(), ".epub"


@pytest.mark.parametrize("wrap", [as_page, as_mail, as_feed, as_book])
@given(forest=trees(_AROUND, _LEAVES))
def test_no_word_of_a_page_a_letter_a_feed_or_a_book_is_lost(
    wrap: Callable[[str], tuple[bytes, str]], forest: list[Tree]
) -> None:
    words = Words()
    data, suffix = wrap(f"<p>{words()}</p>{page_of(forest, words)}")

    lost = words.given - kept(parse_articles(data, suffix, f"x{suffix}"))
    assert not lost, data.decode(errors="replace")


# Markdown, as people have it

_MARKDOWN: dict[str, Callable[[Words], str]] = {
    "paragraph": lambda w: f"{w()} **{w()}** _{w()}_ `{w()}` ~~{w()}~~\n{w()}",
    "heading": lambda w: f"## {w()} {w()}",
    "setext": lambda w: f"{w()}\n======",
    "list": lambda w: f"- {w()}\n  - {w()}\n- [ ] {w()}\n1. {w()}",
    "quote": lambda w: f"> {w()}\n> > {w()}",
    "callout": lambda w: f"> [!note] {w()}\n> {w()}",
    "admonition": lambda w: f'!!! note "{w()}"\n    {w()}',
    "fence": lambda w: f"```py\n{w()} = 1\n```",
    "indented": lambda w: f"    {w()}",
    "table": lambda w: f"| {w()} | {w()} |\n|---|---|\n| {w()} | {w()} |",
    "link": lambda w: f"[{w()}](https://a.example/) [{w()}][1] <https://{w()}.example/>\n\n[1]: https://a.example",
    "wikilink": lambda w: f"[[{w()}]] [[page|{w()}]] ![[{w()}]]",
    "image": lambda w: f"![{w()} of a harbour](a.png)",
    "footnote": lambda w: f"{w()}[^1]\n\n[^1]: {w()}",
    "html": lambda w: f"<div><a href='x'>{w()}</a><br>{w()}</div>",
    "details": lambda w: f"<details><summary>{w()}</summary>\n\n{w()}\n\n</details>",
    "inline html": lambda w: f"{w()} <span>{w()}</span> <kbd>{w()}</kbd> {w()}<br/>{w()}",
    "table in html": lambda w: f"<table><tr><td>{w()}</td><td>{w()}</td></tr></table>",
    "picture": lambda w: f"<svg><text>{w()}</text></svg> {w()}",
    "choice": lambda w: f"<select><option>{w()}</option></select> <button>{w()}</button>",
    "liquid": lambda w: f"{{% if a %}}{w()}{{% endif %}}",
    "hashtags": lambda w: f"#{w()} #{w()}",
    "property": lambda w: f"topic:: {w()}",
    "definition": lambda w: f"{w()}\n: {w()}",
    "rule": lambda w: f"{w()}\n\n---\n\n{w()}",
    "entity": lambda w: f"{w()} &amp; {w()} < {w()} > {w()}",
    "math": lambda w: f"$${w()}$$ and ${w()}$",
    "marks": lambda w: f"=={w()}== ^{w()} {w()} ^block-1",
}


@given(st.lists(st.sampled_from(sorted(_MARKDOWN)), min_size=1, max_size=8))
def test_no_word_of_markdown_is_lost(kinds: list[str]) -> None:
    words = Words()
    text = "\n\n".join([words(), *(_MARKDOWN[kind](words) for kind in kinds)])

    assert not words.given - kept(parse_articles(text.encode(), ".md", "x.md")), text


_LINES: dict[str, Callable[[Words], str]] = {
    "line": lambda w: f"{w()} {w()}.",
    "caps": lambda w: f"{w()} {w()}",
    "label": lambda w: f"By: {w()}\nPublished: {w()}\nSource: {w()}",
    "list": lambda w: f"* {w()}\n- {w()}\n  2) {w()}",
    "indented": lambda w: f"\t{w()}\n      {w()}",
    "rule": lambda w: f"{w()}\n-----\n{w()}",
    "table": lambda w: f"{w()}\t{w()}\n{w()}\t{w()}",
    "quote": lambda w: f"> {w()}\n>> {w()}",
    "navigation": lambda w: f"Share\nSave\n{w()}\nRead more",
    "form feed": lambda w: f"{w()}\f{w()}\v{w()}",
    "broken": lambda w: f"{w()} har-\nbour {w()}",
}


@given(st.lists(st.sampled_from(sorted(_LINES)), min_size=1, max_size=10), st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_word_of_plain_text_is_lost(kinds: list[str], ending: str) -> None:
    words = Words()
    text = "\n\n".join(_LINES[kind](words) for kind in kinds).replace("\n", ending)

    assert not words.given - kept(parse_articles(text.encode(), ".txt", "x.txt")), text


_PARTS: dict[str, Callable[[Words, EmailMessage], None]] = {
    "text": lambda w, m: m.set_content(f"{w()}\n> {w()}\n-- \n{w()}"),
    "html": lambda w, m: m.set_content(f"<p>{w()}<table><tr><td>{w()}</td></tr></table>", subtype="html"),
}


@given(st.sampled_from(sorted(_PARTS)), st.booleans())
def test_no_word_of_a_letter_is_lost(kind: str, has_attachment: bool) -> None:  # noqa: FBT001 - hypothesis passes it
    words, message = Words(), EmailMessage()
    message["Subject"] = f"A letter {words()}"
    _PARTS[kind](words, message)
    if has_attachment:
        message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")

    assert not words.given - kept(parse_articles(message.as_bytes(), ".eml", "x.eml"))
