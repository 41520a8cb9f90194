from factories import a_remark, added, span_of
from libraries import PAGE, URL

from briefreader.ingest.library.saved import ONLY_A_LINK, SavedArticle, SavedNote, make_articles
from briefreader.views.inbox import list_counts
from briefreader.views.reading import reading_by_id
from briefreader.workflows.annotate import annotate
from briefreader.workflows.bring_saved import Bringing
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace

HEAD = f"---\nurl: {URL}\n---\n"


def bring(workspace: Workspace, *saved: SavedArticle) -> Bringing:
    made, _ = make_articles(saved, "test")
    with workspace.store.journal.batch("brought a test", workspace.clock()) as batch:
        bringing = Bringing(workspace, batch)
        for one in made:
            bringing.bring(one)
    return bringing


def test_a_note_stands_on_the_text_that_is_here(workspace: Workspace) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")

    bringing = bring(
        workspace,
        SavedArticle(url=URL, notes=(SavedNote(quote="cut its bill by 60%"), SavedNote(quote="stands nowhere"))),
    )

    after = reading_by_id(workspace.store, reading.article.id)
    assert after.document == reading.document
    assert [one.quote.exact for one in after.annotations if one.quote] == ["cut its bill by 60%"]
    assert bringing.count == {"known articles": 1, "new notes": 1}
    assert ["stands nowhere" in line for line in bringing.refused] == [True]
    assert workspace.store.damage() == []


def test_passages_never_take_the_place_of_a_text_but_a_text_takes_theirs(workspace: Workspace) -> None:
    passages = SavedArticle(title="Halden", url=URL, notes=(SavedNote(quote="cut its bill by 60%"),))
    whole = SavedArticle(title="Halden", url=URL, html=PAGE, notes=passages.notes)

    bring(workspace, SavedArticle(title="Halden", url=URL))
    (article_id,) = [row.columns["id"] for row in workspace.store.lines.rows() if row.table == "articles"]
    assert reading_by_id(workspace.store, article_id).document.text.startswith(ONLY_A_LINK)
    bring(workspace, passages)
    assert reading_by_id(workspace.store, article_id).annotations
    bring(workspace, whole)
    reading = reading_by_id(workspace.store, article_id)
    assert "And more of it." in reading.document.text
    place = reading.place_of(reading.annotations[0])
    assert place
    assert place.of(reading.document.text) == "cut its bill by 60%"
    bring(workspace, passages)
    assert reading_by_id(workspace.store, article_id).document == reading.document
    assert len(reading_by_id(workspace.store, article_id).annotations) == 1


def test_new_articles_go_to_their_list_and_known_ones_stay_where_they_are(workspace: Workspace) -> None:
    added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")

    bring(
        workspace,
        SavedArticle(title="Halden", url=URL, state="archive", is_read=True),
        SavedArticle(title="B", url="https://b.example/x", state="archive", is_read=True),
    )

    counts = list_counts(workspace.store, workspace.clock().date())
    assert (counts["inbox"], counts["archive"]) == (1, 1)
    undo(workspace)
    assert list_counts(workspace.store, workspace.clock().date())["archive"] == 0


def test_a_note_of_the_readers_own_is_not_made_twice(workspace: Workspace) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")
    annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark(note="why?", tags=("a",)))

    bringing = bring(
        workspace, SavedArticle(url=URL, notes=(SavedNote(quote="cut its bill by 60%", note="why?", tags=("a",)),))
    )

    assert bringing.count == {"known articles": 1, "known notes": 1}
