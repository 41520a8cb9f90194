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


_FILLER = "Filler words stand here so that the line is no title. " * 2


def found_in(text: str) -> list[str]:
    document = a_document(f"{_FILLER}\n\n{text}\n\n{_FILLER}")
    first = len(_FILLER)
    last = document.text.rindex(_FILLER.strip())
    return [described(c) for c in analyse(document, date(2026, 6, 10)).claims if first <= c.span.start < last]


@cases("claims")
def test_claims(text: str, expected: list[str]) -> None:
    assert found_in(text) == expected
