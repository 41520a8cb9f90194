from datetime import date

from cases import cases
from factories import a_document

from briefreader.analysis.analyse import analyse
from briefreader.model.claim import Claim


def described(claim: Claim) -> str:
    words = [claim.type, str(claim.worth)]
    words += ["attributed"] if claim.attributed else []
    words += ["hedged"] if claim.hedged else []
    if claim.horizon:
        words.append(f"horizon {claim.horizon.first or ''}..{claim.horizon.last}")
    return " ".join(words)


@cases("claims")
def test_claims(text: str, expected: list[str]) -> None:
    analysis = analyse(
        a_document(f"{text}\n\n{'Filler words stand here so that the line above is no title. ' * 2}"), date(2026, 6, 10)
    )

    found = [described(claim) for claim in analysis.claims if claim.span.start < len(text)]

    assert found == expected
