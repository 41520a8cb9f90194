import json

import pytest
from commands import Command
from factories import SAMPLES

pytestmark = pytest.mark.slow


def test_stories_and_related_articles_are_listed(command: Command) -> None:
    assert "No stories found" in command("stories").err
    command("add", SAMPLES)

    told = json.loads(command("stories", "--json").out)["stories"]
    first = told[0]["articles"][0]["id"]

    assert all(len(story["articles"]) > 1 for story in told)
    assert "more)" in command("stories").out
    related = json.loads(command("related", first, "--json").out)["articles"]
    assert related[0]["shared_words"]
    assert "shares " in command("related", first, "-n", "1").out


def test_stories_are_joined_and_parted(command: Command) -> None:
    command("add", SAMPLES)
    stories = json.loads(command("stories", "--json").out)["stories"]
    article, other = stories[0]["articles"][0]["id"], stories[1]["articles"][0]["id"]

    assert (
        json.loads(command("stories", "ungroup", article, "--json").out)["done"] == "removed an article from its story"
    )
    assert command("stories", "group", article).code == 2
    assert command("stories", "--json", "ungroup", other).code == 2
    command("stories", "group", article, other)

    joined = [
        {one["id"] for one in story["articles"]} for story in json.loads(command("stories", "--json").out)["stories"]
    ]
    assert any({article, other} <= story for story in joined)
