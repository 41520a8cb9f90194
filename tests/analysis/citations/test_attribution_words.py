from briefreader.analysis.citations.attribution_words import NEEDS_AUTHORITY, NEEDS_OBJECT, NEEDS_WORK, SAYING


def test_regular_verbs_are_known_in_all_their_forms() -> None:
    assert {"deny", "denies", "denied", "urge", "urges", "urged", "stress", "stresses", "stressed"} <= set(SAYING)


def test_what_needs_something_is_in_doubt() -> None:
    assert set(NEEDS_OBJECT) >= NEEDS_AUTHORITY
    assert {*NEEDS_OBJECT, "states", "notes"} >= NEEDS_WORK
