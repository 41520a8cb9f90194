import pytest
from factories import a_document

from briefreader.analysis.names.entities import find_entities


def named(text: str) -> list[str]:
    document = a_document(f"Here stands a title of no consequence\n\n{text}\n")
    return [f"{entity.name} {entity.kind} {len(entity.spans)}" for entity in find_entities(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("NVIDIA sold it, and Nvidia said so.", ["Nvidia company 2"], id="spellings of one company"),
        pytest.param("It was xAI's idea.", ["xAI company 1"], id="a brand in lower case, its possessive left out"),
        pytest.param("Elon Musk came. Then Musk left.", ["Elon Musk person 2"], id="a surname alone"),
        pytest.param(
            "Orrin Partners (OP) came. Later OP left.", ["Orrin Partners company 3"], id="an acronym explained"
        ),
        pytest.param("The Claude models of Anthropic.", ["Claude product 1", "Anthropic company 1"], id="products"),
        pytest.param("The Federal Trade Commission sued.", ["Federal Trade Commission regulator 1"], id="authorities"),
        pytest.param("It fell, said analyst Jane Doe today.", ["Jane Doe person 1"], id="a person by the role before"),
        pytest.param("Rents fell. Halls are empty. Why?", [], id="capitals that only begin sentences"),
        pytest.param("The AI and GPU boom of May and Q1.", [], id="common capitals and months"),
        pytest.param("An Iranian hall and a PDF of Chinese rents.", [], id="peoples and formats"),
        pytest.param("They saw the ETF and Check Out Our Data.", ["Check Out Our Data unknown 1"], id="calls"),
        pytest.param("On Friday the NHRB said so.", ["NHRB organisation 1"], id="an acronym that acts"),
        pytest.param("They read Trending News there.", ["Trending News unknown 1"], id="no outlets"),
        pytest.param("It went to analyst Bergen University first.", ["Bergen University unknown 1"], id="no people"),
        pytest.param("Google and Amazon rent it.", ["Google company 1", "Amazon company 1"], id="two joined by and"),
    ],
)
def test_names_are_found_with_their_usual_name_and_kind(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", ["They like the Quay. Each quay is full.", "A 20 GB file came as PDF at 10:00 UTC."])
def test_common_words_units_and_formats_are_no_names(text: str) -> None:
    assert named(text) == []


def test_a_name_that_is_never_a_small_word_stays() -> None:
    assert named("They like the Quay.") == ["Quay unknown 1"]
    assert named("It asks the Ministry, the Government and the Ministry of Works.") == ["Ministry of Works regulator 1"]
