from datetime import date

from factories import a_document

from briefreader.analysis.analyse import analyse


def rules(text: str) -> list[str]:
    document = a_document(f"Here stands a title of no consequence\n\n{text}")
    return [finding.rule for finding in analyse(document, date(2026, 6, 10)).findings]


def test_a_fall_from_one_amount_to_another_is_reckoned() -> None:
    assert "ARITHMETIC" in rules("Sales fell from $5.0bn to $4.5bn, a drop of 15% (Reuters, 3 May 2026).")
    assert "ARITHMETIC" not in rules("Sales fell from $5.0bn to $4.5bn, a drop of 10% (Reuters, 3 May 2026).")


def test_amounts_of_different_scales_are_not_reckoned() -> None:
    assert "ARITHMETIC" not in rules("Sales rose 20% from 900 to $1.1bn (Reuters, 3 May 2026).")


def test_a_response_cannot_come_before_what_it_responds_to() -> None:
    text = (
        "Halden won the award on 19 December 2025 (Reuters, 20 December 2025). "
        "The award came in response to a loss on 8 February 2026 (Reuters, 20 February 2026)."
    )

    assert "CHRONOLOGY" in rules(text)
