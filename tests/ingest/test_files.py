import os
from pathlib import Path

import pytest
from factories import an_article

from briefreader.ingest.files import LARGEST_FILE, find_files, parse_article, parse_articles, read_articles
from briefreader.model.errors import UnreadableError


def test_the_same_text_is_the_same_article_whatever_its_spaces() -> None:
    assert an_article("One text here.\n\nIt ends.").id == an_article("One  text here.\n\n\n\nIt ends.").id


def test_an_article_with_an_address_is_known_by_it() -> None:
    head = "---\nurl: https://a.example/b\n---\n"

    assert an_article(head + "one", ".md").id == an_article(head + "two", ".md").id


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("naïve".encode(), "naïve", id="utf-8"),
        pytest.param("naïve".encode("utf-16"), "naïve", id="utf-16 with its mark"),
        pytest.param(b"na\xefve", "naïve", id="windows-1252 as a last resort"),
        pytest.param(b'<meta charset="iso-8859-2"><p>\xb3</p>', "ł", id="as the page declares"),
    ],
)
def test_text_is_decoded_by_what_it_says_of_itself(data: bytes, text: str) -> None:
    suffix = ".html" if data.startswith(b"<") else ".txt"

    assert parse_article(data, suffix, "x").document.text == text


@pytest.mark.parametrize(
    "begin",
    [
        "<!doctype html>",
        "<div class=x>",
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html>',
        "<!-- a -->\n<!-- b -- c --><body>",
        "",
    ],
)
def test_a_page_without_suffix_is_told_by_its_first_tag(begin: str) -> None:
    assert parse_article(f"{begin}<p>It is a page.</p>".encode(), "", "-").document.text == "It is a page."


@pytest.mark.parametrize("text", ["<3 is a heart.", "<Halden> said so.", "<p is a letter", "<!-- x"])
def test_a_text_that_begins_like_a_tag_is_a_text(text: str) -> None:
    assert parse_article(text.encode(), "", "-").document.text == text


@pytest.mark.parametrize(("data", "problem"), [(b"\x7fELF\0\0", "not text"), (b"  \n ", "no text"), (b"", "no text")])
def test_what_is_no_text_is_named(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableError, match=problem):
        parse_article(data, ".txt", "x")


def test_a_folder_yields_its_readable_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.md", "b/a.txt", "b/z.png", ".git/x.txt"):
        (tmp_path / name).write_text("x")

    assert [path.name for path in find_files(tmp_path)] == ["a.txt", "c.md"]


def test_a_folder_is_read_however_deep_it_is_nested(tmp_path: Path) -> None:
    inner = tmp_path
    for _ in range(1_200):
        inner /= "a"
        inner.mkdir()
    (inner / "deep.txt").write_text("x")

    found = [path.name for path in find_files(tmp_path)]

    (inner / "deep.txt").unlink()
    while inner != tmp_path:  # shutil.rmtree, by which pytest cleans up, would go too deep
        inner.rmdir()
        inner = inner.parent
    assert found == ["deep.txt"]


def test_a_folder_that_cannot_be_read_is_named_after_all_that_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    for _ in range(20):  # longer than any path that the system takes
        name = "b" * 250
        os.mkdir(name)  # noqa: PTH102 - as above: only one step at a time can be made
        os.chdir(name)

    found = find_files(tmp_path)

    assert next(found).name == "a.txt"
    with pytest.raises(UnreadableError, match="bbb…: File name too long"):
        next(found)


def test_a_link_that_leads_back_is_not_followed_and_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "self").symlink_to(".")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.txt")

    assert [path.name for path in find_files(tmp_path)] == ["a.txt"]


def test_an_empty_folder_and_a_missing_file_are_problems(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="the folder contains no"):
        list(find_files(tmp_path))
    with pytest.raises(UnreadableError, match="file not found"):
        list(find_files(tmp_path / "none.txt"))


def test_a_file_that_is_too_large_or_a_folder_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    with pytest.raises(UnreadableError, match="larger than 100 MB"):
        read_articles(large)[0]
    with pytest.raises(UnreadableError, match="Is a directory"):
        read_articles(tmp_path)[0]


def test_an_article_without_body_opens_with_what_it_has() -> None:
    assert an_article("Subscribe").opening == "Subscribe"


@pytest.mark.parametrize(
    ("text", "title", "publisher", "origin"),
    [
        ("The council met on Tuesday, and it agreed.", None, None, None),
        (
            "Gull Buys Quay, Rents Out Its Cranes\n\nThe council agreed.",
            "Gull Buys Quay, Rents Out Its Cranes",
            None,
            None,
        ),
        (
            "Gull reportedly rents its quay\n\nTidewire's take on this: it pays.\n\nCurated from the-quay.test.",
            *("Gull reportedly rents its quay", "Tidewire", "the-quay.test"),
        ),
    ],
)
def test_what_a_text_says_of_itself_is_read(
    text: str, title: str | None, publisher: str | None, origin: str | None
) -> None:
    article = an_article(text)

    assert (article.title, article.publisher, article.published_on) == (title, publisher, None)
    assert (article.origin.name if article.origin else None) == origin


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
def test_escape_sequences_written_as_character_references_do_not_get_through(suffix: str) -> None:
    article = parse_article(b"<p>A &#27;]0;PWNED&#7; title &#x9b;2J &#x202e; end</p>", suffix, "x")

    assert "\x1b" not in article.document.text
    assert "\x9b" not in article.document.text
    assert "\u202e" not in article.document.text


RSS = """<?xml version="1.0"?><!-- made by hand -->
<rss version="2.0"><channel><title>Wire</title><item><title>One</title><link>https://wire.example/1</link>
<description>It rose by 5%.</description></item><item><title>Two</title><link>/2</link></item></channel></rss>"""
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>One</title></entry></feed>'
JSON_FEED = """{"items": [{"id": "1", "title": "One", "content_text": "x"}],
"version": "https://jsonfeed.org/version/1.1", "title": "Wire"}"""


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON_FEED, "<!-- x -->" * 700 + ATOM])
def test_the_entries_of_a_feed_are_articles(feed: str) -> None:
    articles = parse_articles(feed.encode(), "", "standard input")

    assert (articles[0].title, articles[0].publisher) == ("One", "Wire")


def test_a_feed_may_be_of_two_bytes_a_letter() -> None:
    assert (
        len(parse_articles(RSS.replace("1.0", '1.0" encoding="utf-16', 1).encode("utf-16"), "", "standard input")) == 2
    )


def test_the_suffix_of_a_feed_says_nothing_and_its_links_lead_to_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS)

    assert [article.url for article in read_articles(tmp_path / "a.xml")] == ["https://wire.example/1", None]
    with pytest.raises(UnreadableError, match="has no entries"):
        parse_articles(b"<rss><channel><title>x</title></channel></rss>", ".xml", "x")


def test_other_xml_and_json_is_text() -> None:
    assert len(parse_articles(b'{"items": []}', ".json", "x")) == 1
    assert len(parse_articles(b"<notes><body>x</body></notes>", ".xml", "x")) == 1


def test_a_list_of_feeds_is_told() -> None:
    with pytest.raises(UnreadableError, match="briefreader feeds import"):
        parse_articles(b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', ".xml", "x")


def test_a_text_with_the_marks_of_markdown_is_read_as_markdown() -> None:
    [article] = parse_articles(b"# Rents fall\n\n**Bold** words\nand a line", ".txt", "x.txt")

    assert article.document.text == "Rents fall\n\nBold words\nand a line"
    assert article.title == "Rents fall"


def test_what_a_browser_put_beside_a_page_is_no_article(tmp_path: Path) -> None:
    for name in ("Page.html", "Page_files/saved_resource.html", "Page_files/a/b.txt", "Other_files/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")

    assert [path.name for path in find_files(tmp_path)] == ["c.txt", "Page.html"]
    assert len(list(find_files(tmp_path / "Page_files"))) == 2


def test_the_folders_of_a_maildir_are_read_but_not_what_was_thrown_away(tmp_path: Path) -> None:
    for folder in ("", ".News", ".News.Daily", ".Trash", ".INBOX.Sent", ".git"):
        for part in ("cur", "new", "tmp") if folder != ".git" else ("cur",):
            (tmp_path / folder / part).mkdir(parents=True)
        (tmp_path / folder / "cur" / f"1{folder}:2,S").write_text("Subject: x\n\nWords.")

    assert [path.name for path in find_files(tmp_path)] == ["1.News:2,S", "1.News.Daily:2,S", "1:2,S"]
