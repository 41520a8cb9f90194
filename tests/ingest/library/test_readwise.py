from datetime import UTC, datetime

from factories import a_remark
from libraries import readwise

from briefreader.export.readwise import render_readwise
from briefreader.ingest.library.readwise import parse_readwise
from briefreader.model.annotation import Evidence
from briefreader.views.selection import Selection


def test_highlights_come_with_their_books_tags_and_times() -> None:
    first, second = parse_readwise(readwise().decode(), "test")

    assert (first.title, first.byline, len(first.notes)) == ("Halden", "A. Writer", 2)
    assert first.notes[0].quote == "cut its bill\nby 60%"
    assert first.notes[0].note == 'why? " yes'
    assert first.notes[0].tags == ("chips", "q1")
    assert first.notes[0].created_at == datetime(2026, 4, 21, 10, tzinfo=UTC)
    assert second.notes[0].quote == "=1+1 is what it says"
    assert second.notes[0].evidence == Evidence(stance="bear", strength=4, confidence=0.75)
    assert second.notes[0].tags == ("q2",)


def test_what_briefreader_writes_for_readwise_comes_back(hostile: Selection) -> None:
    (article,) = parse_readwise(render_readwise(hostile.annotated), "test")

    assert article.url == hostile.annotated[0].article.url
    for note, one in zip(article.notes, hostile.annotated, strict=True):
        annotation, evidence = one.annotation, one.annotation.evidence
        assert note.quote == (annotation.quote.exact if annotation.quote else "")
        assert note.note == annotation.note
        assert note.tags == annotation.tags
        assert note.created_at == annotation.created_at
        assert (note.evidence and note.evidence.stance) == (evidence and evidence.stance)
        assert (note.evidence and note.evidence.strength) == (evidence and evidence.strength)
    assert a_remark().evidence


def test_a_note_that_begins_with_a_point_is_a_note() -> None:
    (article,) = parse_readwise("Highlight,Title,Note\nx,T,... and so on\n", "test")

    assert article.notes[0].note == "... and so on" or article.notes[0].tags
