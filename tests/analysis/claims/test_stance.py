from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.claims.stance import polarity_of


@cases("stance")
def test_stance(text: str, expected: list[str]) -> None:
    assert [polarity_of(text) or "none"] == (expected or ["none"])


@given(st.lists(st.sampled_from("profit loss rose fell not but , margin weak strong from to 5".split()), max_size=12))
def test_negating_nothing_decides_nothing(words: list[str]) -> None:
    assert polarity_of(" ".join(words)) in ("bull", "bear", None)
    assert polarity_of("") is None
