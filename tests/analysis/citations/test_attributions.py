from datetime import date

import pytest

from briefreader.analysis.citations.attributions import find_attributions
from briefreader.analysis.dates.dates import DateContext

CONTEXT = DateContext(date(2026, 6, 10))


@pytest.mark.parametrize(
    ("text", "span", "source"),
    [
        pytest.param("A Reuters report found it.", "A Reuters report found", "Reuters", id="owner of a work"),
        pytest.param(
            "Meanwhile, the Latent Space interview with Ethan He from June 1st painted a picture.",
            "the Latent Space interview with Ethan He from June 1st painted a picture",
            "Latent Space",
            id="a work with person and day",
        ),
        pytest.param(
            "Bloomberg, citing sources, reported it.",
            "Bloomberg, citing sources, reported",
            "Bloomberg",
            id="words between",
        ),
    ],
)
def test_the_noun_phrase_before_the_verb_is_the_citation(text: str, span: str, source: str) -> None:
    found = [(c.span.of(text), c.source) for c in find_attributions(text, CONTEXT)]

    assert (span, source) in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The market expects more, and it projects.", id="nobody known"),
        pytest.param("Halden maintains a site. Halden found a buyer.", id="homographs"),
        pytest.param("It costs more per Hall than before.", id="per without a known source"),
    ],
)
def test_homographs_of_verbs_of_saying_cite_nobody(text: str) -> None:
    assert list(find_attributions(text, CONTEXT)) == []
