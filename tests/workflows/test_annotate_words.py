import pytest
from factories import added

from briefreader.model.errors import QuoteError
from briefreader.workflows.annotate_words import annotate_words, is_weight
from briefreader.workspace import Workspace


def test_a_weight_says_what_it_says_and_the_rest_is_as_in_the_app(workspace: Workspace) -> None:
    reading = added(workspace)

    bear = annotate_words(workspace, reading, "cut its power bill by 60%\n(Grid Weekly", "bear:5:90%", "why?", ("a",))
    plain = annotate_words(workspace, reading, "", "bull", "", ())
    bare = annotate_words(workspace, reading, "Northlight will move", "", "", ())

    assert bear.evidence
    assert (bear.evidence.stance, bear.evidence.strength, bear.evidence.confidence) == ("bear", 5, 0.9)
    assert bear.evidence.origin == "Grid Weekly"
    assert plain.evidence
    assert (plain.evidence.strength, plain.span) == (3, None)
    assert (bare.kind, bare.evidence) == ("highlight", None)
    assert workspace.store.damage() == []


def test_words_without_one_place_are_no_note(workspace: Workspace) -> None:
    with pytest.raises(QuoteError, match="does not occur exactly once in Halden Rents"):
        annotate_words(workspace, added(workspace), "nowhere to be found", "", "", ())
    assert workspace.store.annotations.all() == ()


@pytest.mark.parametrize(
    ("weight", "is_one"),
    [
        ("bull", True),
        ("bear:1", True),
        ("neutral:5:100%", True),
        ("bull:0", False),
        ("bull:3:101%", False),
        ("x", False),
    ],
)
def test_a_weight_is_told_from_other_words(weight: str, is_one: object) -> None:
    assert is_weight(weight) == is_one
