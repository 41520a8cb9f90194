from briefreader.analysis.claims.unit_signs import COMMANDS, SIGNS


def test_a_word_hints_at_what_a_sentence_does() -> None:
    assert "saying" in SIGNS["said"]
    assert {"the future"} <= {*SIGNS["will"], *SIGNS["wird"], *SIGNS["将"]}


def test_instructions_begin_with_commands() -> None:
    assert "ensure" in COMMANDS
    assert "halls" not in COMMANDS
