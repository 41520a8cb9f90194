"""The author's own bull and bear case, as suggestions that the reader accepts, flips or refuses."""

from dataclasses import dataclass

from briefreader.model.claim import Polarity
from briefreader.model.errors import NotFoundError
from briefreader.model.span import Span
from briefreader.views.correcting import words_now
from briefreader.views.reading import Reading


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row of the author's bull or bear list of which the reader has said nothing yet."""

    span: Span
    polarity: Polarity
    """The author's, never the reader's."""


def suggestions_of(reading: Reading) -> tuple[Suggestion, ...]:
    """Return the rows of the author's case that are neither evidence nor refused, in order of the text."""
    text = reading.document.text
    answered = [span for note in reading.annotations if note.evidence and (span := reading.place_of(note))]
    answered += [span for refusal in reading.refusals if (span := words_now(text, refusal.span, refusal.quote))]
    said = {
        Suggestion(claim.span, stance.polarity)
        for claim in reading.analysis.claims
        for stance in claim.stance
        if stance.basis == "section"
    }
    open_ = (one for one in said if not any(one.span.overlaps(span) for span in answered))
    return tuple(sorted(open_, key=lambda one: (one.span, one.polarity)))


def suggestion_with(reading: Reading, words: str) -> Suggestion:
    """Return the row of the author's case that has these words in it.

    Raises:
        NotFoundError: none has that still waits for an answer, or more than one.

    """
    text = reading.document.text
    found = [one for one in suggestions_of(reading) if words and words in one.span.of(text)]
    if len(found) != 1:
        raise NotFoundError("single suggestion" if found else "suggestion", words)
    return found[0]
