from hypothesis import assume, given
from hypothesis import strategies as st

from briefreader.analysis.claims.unit_clauses import PATTERNS, told_by_order
from briefreader.analysis.claims.unit_features import WIDE, tokens_of

LONG_S = str.maketrans("\u0130\u0131\u017f", "iis")  # which patterns take for an i and an s, and small letters do not


@given(
    st.sampled_from(sorted(PATTERNS)).flatmap(lambda name: st.tuples(st.just(name), st.from_regex(PATTERNS[name]))),
    st.sampled_from(["", "Halden ", "in-", "Rents rose, ", "’", "5", "_", "é"]),
)
def test_a_pattern_is_told_wherever_it_matches(matched: tuple[str, str], before: str) -> None:
    name, found = matched
    words = (before + found).translate(LONG_S)
    tokens = tokens_of(words)
    assume(not any(mark.isdigit() and not mark.isdecimal() for mark in words))  # a word from "²" on is a number
    assume(not WIDE.search(words))  # nor is a word cut out of a line without spaces

    told = told_by_order(words, tokens, frozenset(tokens))

    assert (name in told.names) == (PATTERNS[name].search(words) is not None)


def test_the_first_verb_the_speaker_and_the_quotation_are_told() -> None:
    words = 'Orrin said: “The halls of Bergen will be sold by May”, and no "halls'
    tokens = tokens_of(words)

    told = told_by_order(words, tokens, frozenset(tokens))

    assert told.verb == "saying"
    assert told.names == ("a speaker's label", "a speaker first", "in the middle of a quotation")
    assert 0.5 < told.quoted < 1
