import json

from factories import an_article

from briefreader.export.stories import SCHEMA, render_stories, story_lines
from briefreader.views.stories import stories
from briefreader.workflows.add import add_articles
from briefreader.workspace import Workspace


def test_stories_are_written_as_json_and_as_lines(workspace: Workspace) -> None:
    texts = ("OpenAI leases halls to Nvidia today.", "OpenAI rented its halls to Nvidia.")
    made = add_articles(workspace, map(an_article, texts))
    found = stories(workspace.store)

    told = json.loads(render_stories(found))
    assert told["schema"] == SCHEMA
    assert {one["id"] for one in told["stories"][0]["articles"]} == {one.article.id for one in made}
    assert next(story_lines(found)).endswith("(+1 similar)")
