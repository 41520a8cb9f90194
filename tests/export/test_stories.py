import json

from factories import an_article

from briefreader.export.stories import SCHEMA, render_stories, story_lines
from briefreader.views.stories import stories
from briefreader.workflows.add import add_articles
from briefreader.workspace import Workspace


def test_stories_are_written_as_json_and_as_lines(workspace: Workspace) -> None:
    text = "Tolliver Freight made a bid of $97.4 billion for Ostrava Rail, whose wagons carry lignite."
    made = add_articles(workspace, [an_article(text), an_article(f"{text}\n\nThis was reprinted.")])
    found = stories(workspace.store)

    told = json.loads(render_stories(found))
    assert told["schema"] == SCHEMA
    assert {one["id"] for one in told["stories"][0]["articles"]} == {one.article.id for one in made}
    [evidence] = told["stories"][0]["evidence"]
    assert evidence["articles"] == [one.article.id for one in made]
    assert evidence["why"] == ["the same text: 100% of the shorter one"]
    first, *_, last, _ = story_lines(found)
    assert first.endswith("(+1 more)")
    assert last.endswith("the same text: 100% of the shorter one")
