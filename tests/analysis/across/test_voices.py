from dataclasses import replace

import pytest
from analysis_said import said
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.across.voices import origin_groups, shared_figures, voice_key
from briefreader.model.crosscheck import Said
from briefreader.model.ids import ArticleId

NAMES = st.lists(st.sampled_from(["Wire", "Post", "Herald"]), max_size=2, unique=True).map(tuple)


def named(made: list[Said]) -> int:
    return sum(bool(group.names) for group in origin_groups(made))


def test_articles_with_one_origin_or_from_one_another_are_one_voice_and_say_why() -> None:
    origin = replace(said("a"), publisher="The Ledger Wire")
    copy = replace(said("b"), origin="ledgerwire.example.com")
    cites = said("c", sources=("Ledger Wire",))
    other = said("d", sources=("Reuters",))

    groups = origin_groups([origin, copy, cites, other])

    assert [group.articles for group in groups] == [("a", "b", "c"), ("d",)]
    assert groups[0].links == (
        "b has it from a",
        "c has it from a",
        "c and b both have it from Ledger Wire",
    )


def test_articles_that_share_text_links_or_quotations_are_one_voice_and_say_why() -> None:
    pair = frozenset((ArticleId("a"), ArticleId("b")))

    [group] = origin_groups([said("a"), said("b")], {pair: "both quote “we will move every hall”"})

    assert group.links == ("b and a: both quote “we will move every hall”",)


@given(st.lists(NAMES, min_size=1, max_size=5), st.data())
def test_one_more_article_from_known_origins_never_makes_more_voices(
    origins: list[tuple[str, ...]], data: st.DataObject
) -> None:
    made = [said(str(number), sources=names) for number, names in enumerate(origins)]
    known = sorted({name for names in origins for name in names})
    more = data.draw(st.lists(st.sampled_from(known), max_size=2).map(tuple)) if known else ()

    assert named([*made, said("x", sources=more)]) <= named(made)


def test_figures_that_nobody_else_has_tell_one_hand() -> None:
    def figures(article: str, values: list[float]) -> list[Said]:
        return [said(article, family=f"{number} in USD", low=value, high=value) for number, value in enumerate(values)]

    made = [*figures("a", [1, 2, 3]), *figures("b", [1, 2, 3]), *figures("c", [9, 9, 3])]
    assert shared_figures(made) == {}
    assert shared_figures(made[:6]).keys() == {frozenset("ab")}


@pytest.mark.parametrize(
    ("one", "other"),
    [("the-decoder.com", "The Decoder"), ("www.techcrunch.com", "TechCrunch AI"), ("The Ledger Wire", "Ledger Wire")],
)
def test_addresses_and_articles_do_not_make_another_origin(one: str, other: str) -> None:
    assert voice_key(one) == voice_key(other)
