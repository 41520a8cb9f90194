from datetime import date, timedelta

from factories import a_remark, an_article, span_of
from fakes import TODAY

from briefreader.model.watch import Due
from briefreader.views.digest import Digest, digest
from briefreader.views.inbox import list_keys
from briefreader.views.reading import reading_by_id
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import annotate
from briefreader.workflows.stories import merge_stories
from briefreader.workflows.watch import WatchWords, watch
from briefreader.workflows.weigh import ThesisWords, add_thesis, put_on_thesis
from briefreader.workspace import Workspace

WEEK = TODAY - timedelta(days=6)


def titled(made: Digest, title: str) -> list[str]:
    [section] = [one for one in made.sections if one.title == title]
    return [item.words for item in section.items]


UNALIKE = (
    "OpenAI hires a chef for its canteen.",
    "A court fines OpenAI over a fence.",
    "Grid Weekly lends desks to OpenAI.",
    "Rain delays the picnic of OpenAI.",
)


def add(workspace: Workspace, *texts: str, day: date = TODAY) -> list[str]:
    return [one.article.id for one in add_articles(workspace, [an_article(text, published_on=day) for text in texts])]


def test_an_empty_store_has_nothing_to_tell_in_every_section(workspace: Workspace) -> None:
    made = digest(workspace.store, WEEK, TODAY)

    assert len(made.sections) == 7
    assert [one.items for one in made.sections] == [()] * 7
    assert all(one.nothing for one in made.sections)


def test_stories_conflicts_and_what_to_read_are_told(workspace: Workspace) -> None:
    add(workspace, "OpenAI leases 48,000 accelerators to Nvidia.", "OpenAI has leased 46,000 accelerators to Nvidia.")
    merge_stories(workspace, list_keys(workspace.store, "inbox", TODAY))

    made = digest(workspace.store, WEEK, TODAY)

    assert titled(made, "New stories") == ["“OpenAI leases 48,000 accelerators to Nvidia.”  +1"]
    [conflict] = titled(made, "Conflicts and changed values")
    assert conflict.startswith("conflict: count in accelerator: ")
    assert len(titled(made, "Top articles to read")) == 1
    later = digest(workspace.store, TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    assert titled(later, "New stories") == titled(later, "Conflicts and changed values") == []


def test_what_moved_a_thesis_and_what_is_due_are_told(workspace: Workspace) -> None:
    [article] = add(workspace, "OpenAI leases its halls to Nvidia for years.")
    reading = reading_by_id(workspace.store, article)
    thesis = add_thesis(workspace, ThesisWords(title="Does it pay?"))
    made = annotate(workspace, reading, span_of(reading, "leases its halls"), a_remark("bull"))
    put_on_thesis(workspace, made, thesis)
    due = Due(first=TODAY, last=TODAY - timedelta(days=-3), precision="range")
    watch(workspace, WatchWords(question="Does it move?", due=due))
    far = Due(first=TODAY, last=TODAY + timedelta(days=30), precision="range")
    watch(workspace, WatchWords(question="Far off?", due=far))

    told = digest(workspace.store, WEEK, TODAY)

    [moved] = titled(told, "Changes to your theses")
    assert moved.startswith("Does it pay?  50% to ")
    assert titled(told, "What to watch") == ["Does it move?"]


def test_names_are_unusual_against_the_days_before(workspace: Workspace) -> None:
    for number in range(28):
        add(workspace, f"Nvidia sells {number}.", f"Nvidia grows {number}.", day=WEEK - timedelta(days=number + 1))
    add(
        workspace,
        *(f"Nvidia buys {number}." for number in range(4)),
        *UNALIKE,
    )

    assert titled(digest(workspace.store, WEEK, TODAY), "Mentioned unusually often") == ["OpenAI"]


def test_without_twenty_articles_before_nothing_is_unusual(workspace: Workspace) -> None:
    for number in range(19):
        add(workspace, f"Nvidia sells {number}.", day=WEEK - timedelta(days=number + 1))
    add(workspace, *UNALIKE)
    assert titled(digest(workspace.store, WEEK, TODAY), "Mentioned unusually often") == []
    add(workspace, "Nvidia sells more.", day=WEEK - timedelta(days=1))
    assert titled(digest(workspace.store, WEEK, TODAY), "Mentioned unusually often") == ["OpenAI"]
