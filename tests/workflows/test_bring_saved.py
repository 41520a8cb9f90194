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


def test_passages_of_two_programs_stand_beside_one_another_each_on_its_own_words(workspace: Workspace) -> None:
    first = SavedNote(quote="Margins fell to 12 percent in May", note="one")
    second = SavedNote(quote="Margins rose to 31 percent in June, they say", note="two")
    bring(workspace, SavedArticle(title="Halden", url=URL, notes=(first,)))
    bring(workspace, SavedArticle(title="Halden", url=URL, notes=(second,)))
    bring(workspace, SavedArticle(title="Halden", url=URL, notes=(SavedNote(quote="in May", note="three"),)))

    (article_id,) = {row.columns["id"] for row in workspace.store.lines.rows() if row.table == "articles"}
    reading = reading_by_id(workspace.store, article_id)
    places = {note.note: reading.place_of(note) for note in reading.annotations}
    words = {note: place.of(reading.document.text) for note, place in places.items() if place}
    assert words == {"one": first.quote, "two": second.quote, "three": "in May"}
    assert workspace.store.damage() == []


def test_every_passage_has_its_place_whatever_it_looks_like(workspace: Workspace) -> None:
    quotes = ("- Revenue rose", "1. Cash fell", "# Heading", "• bullet", "text", "Revenue rose", "a\n\nb", "text")
    notes = tuple(SavedNote(quote=quote, note=str(number)) for number, quote in enumerate(quotes))

    bringing = bring(workspace, SavedArticle(title="Halden", url=URL, notes=notes))

    assert bringing.refused == []
    assert bringing.count["new notes"] == len(quotes)


def test_an_article_without_an_address_is_known_by_the_id_that_went_out(workspace: Workspace) -> None:
    reading = added(workspace, "Halden cut its bill by 60%. It rents halls.")
    address = f"urn:briefreader:article:{reading.article.id}"

    bringing = bring(workspace, SavedArticle(url=address, notes=(SavedNote(quote="cut its bill by 60%"),)))

    assert bringing.count == {"known articles": 1, "new notes": 1}
