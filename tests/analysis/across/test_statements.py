from datetime import date

import pytest
from factories import a_document
from growth import grows_in_proportion

from briefreader.analysis.across.parties import fold_party
from briefreader.analysis.analyse import analyse
from briefreader.model.statement import Statement


def stated(text: str) -> dict[str, Statement]:
    return {one.key: one for one in analyse(a_document(text), date(2026, 6, 10)).statements if one.parties}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Halden Compute leases its halls to OpenAI.", "lease | halden + openai"),
        ("Musk dissolves xAI, leases 220K GPUs to Anthropic.", "lease | anthropic + xai"),
        ("OpenAI has secured exclusive access to all capacity at Nvidia.", "lease | nvidia + openai"),
        ("xAI reportedly trained its coding models on Claude outputs.", "train | claude + xai"),
        (
            "xAI has reportedly used Anthropic's Claude, a model, to train its own.",
            "train | claude + xai",
        ),
        ("xAI trained on Claude for months before getting cut off by a rival.", "cut off | claude + xai"),
        ("Nvidia agreed to acquire Arm for $40 billion in cash.", "acquire | arm + nvidia"),
        ("xAI's journey has been turbulent since its founding in 2023.", "found | xai"),
        ("xAI is turbulent here. Musk launched the company in 2023 to challenge OpenAI.", "found | xai"),
        ("SpaceX reportedly plans to dissolve xAI as a standalone entity.", "dissolve | xai"),
        ("Google operates on internal GPU reserves, avoiding dependency.", "own supply | google"),
        ("OpenAI said that the site holds 48,000 accelerators.", "count in accelerator | openai"),
        ("The xAI team shrank to fewer than five people by early May.", "team in people | xai"),
        ("OpenAI will pay $310 million a year under the lease.", "rent in USD/year | openai"),
        (
            "OpenAI grew its revenue by 19% in Q1 2026.",
            "revenue in % | openai | 2026-01-01/2026-03-31",
        ),
    ],
)
def test_a_claim_is_put_so_that_others_can_be_held_against_it(text: str, key: str) -> None:
    assert key in stated(text)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The package has over 83 million weekly downloads in the registry.", ["figure: download | weekly"]),
        ("The ferry stops running on 4 June 2027 for the winter.", ["figure: on 2027-06-04"]),
        ("Decree Paper 1441 replaces Decree Paper 1402 from next month.", ["figure: number of decree paper"]),
    ],
)
def test_what_names_no_party_is_kept_for_articles_on_one_matter(text: str, keys: list[str]) -> None:
    found = analyse(a_document(text), date(2026, 6, 10)).statements

    assert [one.key for one in found if not one.parties] == keys


def test_how_an_article_begins_is_kept_to_know_its_copies_by() -> None:
    words = "Nine otters crossed the frozen weir on a windless night and left their prints behind."
    [one] = [one for one in analyse(a_document(words), date(2026, 6, 10)).statements if "the words" in one.key]

    assert one.key == "figure: the words “Nine otters crossed the frozen weir on a windless night and left…”"


@pytest.mark.parametrize(
    ("text", "modality", "is_exclusive"),
    [
        ("xAI announced it has leased its fleet to Anthropic.", "announced", False),
        ("xAI has reportedly leased its fleet to Anthropic.", "reported", False),
        ("xAI plans to lease its whole fleet to Anthropic.", "planned", False),
        ("xAI leases its fleet to Anthropic.", "done", False),
        ("Anthropic has secured exclusive access to the fleet of xAI.", "done", True),
    ],
)
def test_how_sure_and_how_exclusive_it_is_said_to_be_is_kept(text: str, modality: str, is_exclusive: bool) -> None:  # noqa: FBT001 - a parameter
    one = stated(text)["lease | anthropic + xai"]

    assert (one.modality, one.is_exclusive) == (modality, is_exclusive)


def test_figures_keep_their_ends_their_direction_and_what_limits_them() -> None:
    few = stated("The xAI team was reduced to under five members.")["team in people | xai"]
    spend = stated("xAI cut its own compute spend by an estimated 70% in all.")["spending in % | xai"]
    more = stated("xAI made an additional $12M in quarterly revenue.")["revenue in USD/quarter | xai"]

    assert (few.low, few.high) == (None, 5)
    assert spend.high is not None
    assert spend.high < -68
    assert more.is_scoped


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia shares rose on the news (OpenAI, 3 May).",
        "The training of models costs a lot of power everywhere.",
        "Does xAI lease its fleet to Anthropic?",
        "Nvidia 5.2.1 fixes several things at once.",
        "The rent per accelerator at Nvidia is about 10% lower than elsewhere.",
    ],
)
def test_what_cannot_be_compared_is_left_out(text: str) -> None:
    assert stated(text) == {}


def test_what_a_citation_names_is_no_party() -> None:
    assert list(stated("xAI rents its fleet to Anthropic, which pays for it (OpenAI, Q1 2026).")) == [
        "lease | anthropic + xai"
    ]


def test_a_figure_of_another_year_is_not_counted_for_it() -> None:
    assert list(stated("Nvidia has a 50,000-accelerator campus, finished in 2024, for its own models.")) == [
        "count in accelerator | nvidia"
    ]


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Halden Compute", "halden"),
        ("xAI", "xai"),
        ("OpenAI", "openai"),
        ("Orrin Partners Ltd.", "orrin"),
        ("AI", "ai"),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold_party(name) == folded


def test_a_word_that_goes_on_beyond_reach_does_not_say_what_a_figure_counts() -> None:
    filler = (" and so on" * 6)[: 60 - len("bill") - 1]

    assert not any("spending" in key for key in stated(f"OpenAI had $3 billion{filler} billion too."))


UNITS = [
    "5% ",
    "OpenAI $5 ",
    "founded in Xa ",
    "lease OpenAI Nvidia to ",
    "The company resigned Nvidia ",
    "own chips Arm ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_a_sentence_without_end_takes_no_more_than_its_length(unit: str) -> None:
    def read(size: int) -> object:
        return analyse(a_document(f"Fine words here.\n\n{unit * (size // len(unit))}"), date(2026, 6, 10))

    assert grows_in_proportion(read, 4_000)


def test_titles_headings_and_sentences_that_are_no_claims_are_bound_as_well() -> None:
    document = a_document(
        "# Otter rises to No. 2 in the App Store\n\nPort Order 1412\n\nVisit our 70 harbours!\n\nWhy not all 900 quays?"
    )
    found = {one.key: one.span.of(document.text) for one in analyse(document, date(2026, 6, 10)).statements}

    assert found == {
        "figure: rank in app store": "Otter rises to No. 2 in the App Store",
        "figure: number of port order": "Port Order 1412",
        "figure: harbour": "Visit our 70 harbours!",
    }
