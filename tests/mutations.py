"""Edits of a text with the truth of where a passage stands afterwards: each character knows where it was before.

The place of a passage is never looked for, so a passage that stands twice has one true place.
"""

import re
from collections.abc import Callable
from random import Random

from briefreader.model.span import Span

Text = list[tuple[str, int | None]]
"""Characters, each with its place in the text before; None for what was put in."""
Edit = Callable[[Text, Span, Random], None]

_LINES = (
    "Analysts at two brokerages had nothing to say of it.",
    "This page was brought up to date after the filing.",
    "Shares were little changed late on Tuesday.",
)
_WORDS = "margin harbour policy board quarter supply market ballast charter ledger".split()
_FORMS = {"'": "’", "’": "'", "“": '"', "”": '"', "—": " - ", "–": "-", "•": "-"}


def texted(text: Text) -> str:
    return "".join(sign for sign, _ in text)


def standing(text: Text, span: Span) -> Span | None:
    """Return where the characters of a passage stand now; None where none is left."""
    at = [now for now, (_, before) in enumerate(text) if before is not None and span.start <= before < span.end]
    return Span(at[0], at[-1] + 1) if at else None


def sentence_of(text: str, span: Span) -> Span:
    start = max(text.rfind(". ", 0, span.start) + 2, text.rfind("\n", 0, span.start) + 1)
    ends = [at for at in (text.find(". ", span.end - 1) + 1, text.find("\n", span.end - 1)) if at > 0]
    return Span(start if start > 1 else 0, min(ends, default=len(text)))


def _put(text: Text, at: int, words: str) -> None:
    text[at:at] = [(sign, None) for sign in words]


def _paragraph_before(text: Text, _: Span, chance: Random) -> None:
    _put(text, 0, chance.choice(_LINES) + "\n\n")


def _sentences_around(text: Text, span: Span, chance: Random) -> None:
    around = sentence_of(texted(text), span)
    _put(text, around.end, " " + chance.choice(_LINES))
    _put(text, around.start, chance.choice(_LINES) + " ")


def _page_around(text: Text, _: Span, __: Random) -> None:
    _put(text, 0, "Skip to content\nMenu\n\n")
    _put(text, len(text), "\n\nShare this article\nAll rights reserved.")


def _typography(text: Text, _: Span, chance: Random) -> None:
    changed: Text = []
    for sign, before in text:
        other = _FORMS.get(sign, "\u00a0" if sign == " " and chance.random() < 0.2 else sign)
        changed += [(one, before) for one in other]
    text[:] = changed


def _words_changed(text: Text, span: Span, chance: Random) -> None:
    words = [match.span() for match in re.finditer(r"[A-Za-z]{4,}", texted(text)) if match.start() < span.start]
    for start, end in sorted(chance.sample(words, len(words) // 10), reverse=True):
        text[start:end] = [(sign, text[start][1]) for sign in chance.choice(_WORDS)]


def _sentence_deleted(text: Text, span: Span, _: Random) -> None:
    around = sentence_of(texted(text), span)
    del text[around.start : around.end]


EDITS: dict[str, Edit] = {
    edit.__name__.strip("_"): edit
    for edit in (
        _paragraph_before,
        _sentences_around,
        _page_around,
        _typography,
        _words_changed,
        _sentence_deleted,
    )
}
