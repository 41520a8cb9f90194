from datetime import date

from factories import a_remark, added, span_of

from briefreader.model.interval import Interval
from briefreader.views.selection import Selection
from briefreader.views.works import works_of
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace

HEAD = "---\npublisher: Fathom\ndate: 2026-04-20\n---\n"
CITING = "Halden cut its bill by 60% (Grid Weekly, 12 April 2026). It rents halls (Datafloor, May 2026)."


def test_works_are_the_articles_and_what_is_cited_where_a_note_is(workspace: Workspace) -> None:
    reading = added(workspace, f"{HEAD}# Halden cuts\n\n{CITING}", ".md")
    annotate(workspace, reading, span_of(reading, "cut its bill by 60% (Grid Weekly, 12 April 2026)"), a_remark())

    article, cited = works_of(Selection(workspace.store).readings)

    assert (article.key[:-4], article.title, article.publisher) == ("fathom20260420", "Halden cuts", "Fathom")
    assert article.cited_in == ()
    day = date(2026, 4, 12)
    assert (cited.key[:-4], cited.title, cited.issued) == ("gridweekly20260412", None, Interval(day, day))
    assert cited.name == "[Grid Weekly, 12 April 2026]"
    assert cited.cited_in == ("Halden cuts",)


def test_a_work_that_two_articles_cite_is_one(workspace: Workspace) -> None:
    for number in "12":
        reading = added(workspace, f"{HEAD}# Number {number}\n\n{CITING}", ".md")
        annotate(workspace, reading, span_of(reading, "(Grid Weekly, 12 April 2026)"), a_remark())

    works = works_of(Selection(workspace.store).readings)

    assert [set(work.cited_in) for work in works if work.title is None] == [{"Number 1", "Number 2"}]
    assert len({work.key for work in works}) == 3


def test_what_has_no_letters_of_latin_still_has_a_key(workspace: Workspace) -> None:
    reading = added(workspace, "电力\n\nKurz.", ".txt")
    annotate(workspace, reading, None, a_remark())

    assert [work.key[:-4] for work in works_of(Selection(workspace.store).readings)] == ["work"]


def test_a_key_stays_whatever_else_is_listed(workspace: Workspace) -> None:
    first = added(workspace, f"{HEAD}# One\n\n{CITING}", ".md")
    annotate(workspace, first, span_of(first, "(Grid Weekly, 12 April 2026)"), a_remark())
    before = {work.key for work in works_of(Selection(workspace.store).readings)}
    second = added(workspace, f"{HEAD}# Two\n\n{CITING}", ".md")
    annotate(workspace, second, span_of(second, "(Datafloor, May 2026)"), a_remark())

    after = {work.key for work in works_of(Selection(workspace.store).readings)}

    assert before < after
    assert len(after) == 4
