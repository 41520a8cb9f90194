"""What each section of a briefing is for, told by its heading."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefreader.model.document import Block, Document, Role

_HEADINGS: tuple[tuple[Role, str], ...] = (
    (
        "key_points",
        r"key (?:points|takeaways|facts)|takeaways|highlights|at a glance|tl;?dr|in brief",
    ),
    ("bull_case", r"(?:the )?bulls?(?: case| view| say)?|(?:the )?upside(?: case)?"),
    ("bear_case", r"(?:the )?bears?(?: case| view| say)?|(?:the )?downside(?: case)?"),
    (
        "key_developments",
        (
            r"(?:key|upcoming) (?:developments|dates|events)(?: to watch)?|what to watch(?: next| for)?|watch ?list"
            r"|dates to watch|what we(?:’|')?re watching|(?:the )?(?:week|month|day)s? ahead|coming up"
            r"|(?:key )?deadlines"
            r"|(?:(?:economic|earnings|event|events|policy|key|this week(?:’|')s|next week(?:’|')s) )?calendar"
            r"|(?:upcoming |key |near-term )?catalysts(?: to watch)?|(?:items|things|themes|events) to watch"
            r"|upcoming(?: [a-z]+){1,3}"
        ),
    ),
    ("key_terms", r"key terms|glossary|definitions|terms to know"),
    (
        "what_next",
        r"what happens next|what(?:(?:’|')s| is| comes) next|looking ahead\b.*|next steps|the road ahead|outlook",
    ),
    ("open_questions", r"(?:the )?(?:open|unanswered|key) questions|questions(?: to ask)?"),
    ("context", r"(?:[\w&’' -]{2,30} )?context|background|analyst take|from (?:the|our) archive"),
    ("summary", r"(?:executive )?summary|overview|abstract|the short version"),
    ("mentions", r"mentions|mentioned(?: in this (?:article|story))?"),
)
_MATCHERS = tuple((role, re.compile(rf"(?:{words})\s*:?$", re.IGNORECASE)) for role, words in _HEADINGS)

_LISTS: frozenset[Role] = frozenset(
    {"key_points", "bull_case", "bear_case", "key_developments", "key_terms", "mentions"}
)


def role_of_heading(heading: str) -> Role:
    """Return what a section under this heading is for; ``body`` when the heading is no known one."""
    words = heading.strip()
    return next((role for role, matcher in _MATCHERS if matcher.match(words)), "body")


def assign_roles(document: Document) -> Document:
    """Return the document with each block's section role; blocks that already have a role keep it.

    A section ends at the next heading of its own level or a higher one; one that is a list ends
    with its last item, so that nothing after a bear list is taken for the author's bear case.
    """
    return replace(document, blocks=tuple(_with_roles(document)))


def _with_roles(document: Document) -> Iterator[Block]:
    role: Role = "body"
    level = 0
    in_list = False
    for block in document.blocks:
        if role in _LISTS and in_list and block.kind == "paragraph":
            role = "body"
        in_list = block.kind == "item"
        if block.kind == "heading" and block.role == "body":
            named = role_of_heading(document.words_of(block))
            if named != "body" or block.level <= level or role == "body":
                role, level = named, block.level
        yield replace(block, role=role) if block.role == "body" and role != "body" else block
