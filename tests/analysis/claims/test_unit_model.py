import json
from array import array
from dataclasses import replace
from datetime import date
from importlib import resources

from factories import a_document
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.claims.unit_features import Unit, features_of, tokens_of
from briefreader.analysis.claims.unit_model import BUCKETS, KINDS, Model, bucket, places_of, shipped
from briefreader.analysis.claims.units import Facts, find_units
from briefreader.analysis.roles.roles import Roles
from briefreader.analysis.text.placed import InOrder


def unit(text: str) -> Unit:
    facts = Facts(InOrder(()), InOrder(()), InOrder(()), date(2026, 6, 10))
    (found,) = find_units(Roles(a_document(f"# A title\n\n{text}", ".md")), facts)
    return found


def model_with(**weights: tuple[str, int]) -> Model:
    rows = [array("b", bytes(BUCKETS)) for _ in KINDS]
    for kind, (feature, weight) in weights.items():
        rows[KINDS.index(None if kind == "none" else kind)][bucket(feature)] = weight
    return Model.of(rows, 0.1)


def test_the_heaviest_kind_wins() -> None:
    model = model_with(event=("the word “rents”", 90), none=("the word “costs”", 90))

    assert model.kind_of(unit("Rents fell in Bergen in May.")) == "event"
    assert model.kind_of(unit("Costs fell in Bergen in May.")) is None


def test_the_reasons_are_the_features_that_weigh_most() -> None:
    model = model_with(event=("the word “rents”", 90), none=("ends with .", 40))

    assert model.reasons(unit("Rents fell in Bergen in May.")) == (["the word “rents”"], ["ends with ."])


def test_the_shipped_model_tells_plain_sentences_from_instructions() -> None:
    assert shipped().kind_of(unit("Halden Compute sold its Bergen halls to Orrin in May.")) == "event"
    assert shipped().kind_of(unit("Ensure that all the updates are applied.")) is None


def test_there_is_a_weight_of_eight_bits_for_each_kind_and_feature() -> None:
    assert [len(row) for row in shipped().rows] == [BUCKETS] * len(KINDS)
    assert {row.typecode for row in shipped().rows if isinstance(row, array)} == {"b"}


def test_the_weights_say_all_that_they_were_learnt_from() -> None:
    made = json.loads(resources.files("briefreader.analysis.claims").joinpath("unit_weights.json").read_text("utf-8"))[
        "made"
    ]

    for source in ("77 labelled briefings", "licences", "five reference texts", "claims.md", "sentences.txt"):
        assert source in made
    assert "no evidence of accuracy" in made


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("aA -'’,.:1%$“”\"將edш"))
def test_the_weights_of_all_features_are_found_by_their_names(words: str) -> None:
    seen = replace(unit("Rents fell in Bergen in May."), words=words, tokens=tokens_of(words))

    assert places_of(seen) == {bucket(feature) for feature in features_of(seen)}
