import json

from libraries import URL, hypothesis, hypothesis_annotation, web_annotation

from briefreader.export.hypothesis import render_hypothesis
from briefreader.ingest.library.hypothesis import parse_hypothesis, parse_web_annotations
from briefreader.views.selection import Selection


def test_annotations_come_by_address_and_replies_do_not() -> None:
    (article,) = parse_hypothesis(hypothesis().decode(), "test")

    (note,) = article.notes
    assert (article.url, article.title) == (URL, "Halden")
    assert (note.quote, note.prefix, note.suffix) == ("cut its bill by 60%", "Halden ", ". It")
    assert note.tags == ("chips",)
    assert note.created_at


def test_the_rows_of_its_api_are_the_same() -> None:
    text = json.dumps({"total": 1, "rows": [hypothesis_annotation()]})

    assert parse_hypothesis(text, "test")[0].notes[0].quote == "cut its bill by 60%"


def test_what_briefreader_writes_for_hypothesis_comes_back(hostile: Selection) -> None:
    (article,) = parse_hypothesis(render_hypothesis(hostile.annotated), "test")

    assert [note.quote for note in article.notes] == [
        one.annotation.quote.exact if one.annotation.quote else "" for one in hostile.annotated
    ]
    assert [(note.note, note.tags) for note in article.notes] == [
        (one.annotation.note, one.annotation.tags) for one in hostile.annotated
    ]
    bear = next(note for note in article.notes if note.evidence and note.evidence.stance == "bear")
    assert bear.evidence
    assert (bear.evidence.strength, bear.evidence.confidence) == (4, 0.75)


def test_web_annotations_of_other_programs_come_with_body_and_tags() -> None:
    (article,) = parse_web_annotations(web_annotation().decode(), "test")

    (note,) = article.notes
    assert (article.url, note.quote, note.note, note.tags) == (URL, "cut its bill by 60%", "why?", ("chips",))


def test_a_target_may_be_an_address_alone() -> None:
    item = {"type": "Annotation", "bodyValue": "read this", "target": URL}
    (article,) = parse_web_annotations(json.dumps({"type": "AnnotationPage", "items": [item, 3]}), "test")

    assert (article.url, article.notes[0].note, article.notes[0].quote) == (URL, "read this", "")
