import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from commands import Command
from web import Answer, Web, a_web


@pytest.fixture
def web() -> Iterator[Web]:
    with a_web() as running:
        item = "<item><guid>1</guid><title>One</title><description>It rose by 5%.</description></item>"
        running.answers["/feed"] = Answer(body=f"<rss><channel><title>Feed</title>{item}</channel></rss>".encode())
        yield running


def test_from_an_address_to_an_article(command: Command, web: Web) -> None:
    assert command("feeds", "add", web.url("/feed"), "--folder", "AI").out == f"subscribed: Feed  {web.url('/feed')}\n"
    assert command("refresh").out == "Feed: 1 new\n1 new, 0 changed\n"
    assert "One" in command("list").out
    listed = command("feeds", "list").out
    assert listed == f"AI/Feed  {web.url('/feed')}\n    fetched now, next in 1 h\n"
    assert command("feeds", "rename", "Feed", "--title", "Mine", "--folder", "").out == (
        "Mine  (no folder)  text from the feed\n"
    )
    assert command("feeds", "remove", "Mine").out.startswith("unsubscribed: Mine")
    assert "No feeds yet" in command("feeds", "list").err


def test_json_lines_of_a_refresh_and_of_the_list(command: Command, web: Web) -> None:
    command("feeds", "add", web.url("/feed"))

    told = json.loads(command("refresh", "--json").out)

    assert datetime.fromisoformat(told.pop("next_at")).tzinfo
    assert told == {
        "schema": "briefreader.refresh/1",
        "feed": web.url("/feed"),
        "outcome": "new",
        "new": 1,
        "changed": 0,
        "error": None,
        "notes": [],
        "done": 1,
        "total": 1,
    }
    assert json.loads(command("feeds", "list", "--json").out)["schema"] == "briefreader.feed/1"


def test_a_refresh_tells_of_the_inbox_folder(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text("Halden cut its bill by 60%.")
    (folder / "empty.txt").write_text("")
    command("config", "set", "inbox_folder", folder)

    told = command("refresh", "--json")

    assert (told.code, json.loads(told.out)) == (
        1,
        {
            "schema": "briefreader.refresh/1",
            "folder": str(folder),
            "new": 1,
            "changed": 0,
            "errors": [f"{folder / 'empty.txt'}: contains no text"],
        },
    )
    (folder / "one.txt").write_text("Halden cut its bill by 16%.")
    changed = command("refresh")
    assert (changed.code, changed.out) == (0, f"{folder}: 0 new, 1 changed\n0 new, 1 changed\n")


def test_a_refresh_tells_of_each_page_as_it_is_fetched(command: Command, web: Web) -> None:
    item = f"<item><guid>1</guid><title>One</title><link>{web.url('/a')}</link></item>"
    web.answers["/feed"] = Answer(body=f"<rss><channel><title>Feed</title>{item}</channel></rss>".encode())
    web.answers["/a"] = Answer(404)
    command("feeds", "add", web.url("/feed"), "--full-text")

    feed, page = map(json.loads, command("refresh", "--json").out.splitlines())

    assert (feed["new"], feed["done"], feed["total"]) == (1, 1, 1)
    error = f"{web.url('/a')}: the server returned an error (404)"
    assert page == {
        "schema": "briefreader.refresh/1",
        "feed": web.url("/feed"),
        "page": web.url("/a"),
        "error": error,
        "done": 1,
        "total": 1,
    }
    assert error in command("feeds", "list").out
    assert command("refresh", "--now").out == "0 new, 0 changed\n"


def test_a_feed_that_fails_is_named_and_the_code_is_1(command: Command, web: Web) -> None:
    command("feeds", "add", web.url("/feed"))
    web.answers["/feed"] = Answer(500)

    outcome = command("refresh", "--feed", "Feed")

    assert (outcome.code, outcome.err) == (1, "briefreader: Feed: the server returned an error (500)\n")


def test_a_server_that_asks_to_wait_is_named_and_asked_when_forced(command: Command, web: Web) -> None:
    command("feeds", "add", web.url("/feed"))
    fine, web.answers["/feed"] = web.answers["/feed"], Answer(429, {"Retry-After": "3600"})
    command("refresh")
    web.answers["/feed"] = fine

    for arguments in (("--now",), ("--feed", "Feed")):
        outcome = command("refresh", *arguments)
        assert re.fullmatch(
            r"briefreader: Feed: the server asked to wait until .*\d\d:\d\d. To refresh it anyway, add --force.\n",
            outcome.err,
        )
        assert (outcome.code, outcome.out) == (0, "0 new, 0 changed\n")
    assert command("refresh", "--force").out == "Feed: 1 new\n1 new, 0 changed\n"


def test_offline_connects_to_nothing(command: Command, web: Web) -> None:
    for arguments in (("refresh",), ("feeds", "add", web.url("/feed"))):
        outcome = command("--offline", *arguments)
        assert (outcome.code, web.asked) == (1, [])
        assert outcome.err.startswith("briefreader: cannot connect with --offline")


def test_lists_go_out_and_in(command: Command, web: Web, tmp_path: Path) -> None:
    command("feeds", "add", web.url("/feed"))
    file = tmp_path / "feeds.opml"

    assert command("feeds", "export", "-o", file).code == 0
    assert command("feeds", "export").out == file.read_text("utf-8")
    assert "could not write" in command("feeds", "export", "-o", file).err
    file.write_text(file.read_text("utf-8").replace("127.0.0.1", "a.example"), "utf-8")
    assert command("feeds", "import", file).out == "1 new feed\n"
