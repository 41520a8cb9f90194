from array import array
from datetime import date

from factories import a_document

from briefreader.analysis.placed import InOrder
from briefreader.analysis.roles import Roles
from briefreader.analysis.unit_features import Unit
from briefreader.analysis.unit_model import BUCKETS, KINDS, Model, bucket, shipped
from briefreader.analysis.units import Facts, find_units


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
