"""What an element of a page is where its tag alone does not say it."""

import re
from typing import Any

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_OF_BLOCKS = re.compile(r"(?:^|[;\s])display\s*:\s*(?:block|flex|grid|table|list-item|flow-root)\b", re.IGNORECASE)
_MARK = re.compile(r"[\s¶§#🔗⚓↩↑⤴⏎^\ufe0e\ufe0f]+")
_FOR_SCREEN_READERS = frozenset(
    """sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only
    screenreader a11y-hidden u-visually-hidden""".split()
)
_INLINE = frozenset("span a small em i b strong u".split())


def begins_a_block(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell an element that is a block by its style, or a custom one, where nothing of a line is around or beside it."""
    around = node.getparent()
    is_in_inline = around is not None and around.tag in _INLINE and not is_shown_as_block(around)
    return (is_shown_as_block(node) or "-" in node.tag) and not is_in_inline and not _has_words_beside(node)


def is_shown_as_block(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell an element of words that stands in a line of its own by its style."""
    return node.tag != "img" and _OF_BLOCKS.search(node.get("style") or "") is not None


def is_in_a_line(button: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell a button that is text: the heading of a section that it opens, or a word in a sentence."""
    around = button.getparent()  # None for a hidden part, which was taken out
    if around is None:
        return False
    return around.tag in _HEADINGS or (around.tag == "p" and _has_words_beside(button))


def is_mark_of_a_place(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell a link within the page that is only a sign, as headings and notes have it to link to themselves."""
    return node.tag == "a" and "#" in (node.get("href") or "") and _MARK.fullmatch("".join(node.itertext())) is not None


def is_for_screen_readers(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell words in a line that nobody sees, by the usual names of their classes; their styles are in other files."""
    return node.tag in _INLINE and not _FOR_SCREEN_READERS.isdisjoint((node.get("class") or "").split())


def _has_words_beside(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    around, before = node.getparent(), node.getprevious()
    if around is None:
        return False
    words = [before.tail if before is not None else around.text, node.tail]
    return any(re.search(r"\w", text or "") for text in words)
