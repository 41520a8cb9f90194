"""Whether two articles that tell much alike are of different steps of one matter.

Method: words of the titles. A preview, a review and a look back tell of the event that a report tells of, and are not
the report. Of two steps in a chain, such as a charge and a sentence, one title has the earlier and the other the later.
"""

import re

_KINDS = {
    "a preview": r"what to expect|what to know (?:before|ahead)|set to|due to|ahead of|preview:|previewing|upcoming"
    r"|how to watch|to watch (?:for|this week)|expected to|countdown",
    "a review": r"reviews?|hands[- ]on|first impressions|first look|long[- ]term test|tested",
    "a look back": r"post[- ]?mortems?|retrospective|root cause|lessons|takeaways?|anatomy of|deep dive|explained"
    r"|explainer|what (?:it|this|that) means|what went wrong|what we learned|the hidden \w+|analysis"
    r"|one year (?:on|later)",
}
_CHAINS = (
    (
        r"bids?|offers?|(?:agrees?|plans?|to) (?:to )?(?:buy|acquire)",
        r"withdr[ae]ws?n?|drops|abandons|walks away|rejects",
    ),
    (r"announces?|files? for|launches|plans", r"priced|prices|pricing of"),
    (r"charge[sd]|charged|indict(?:s|ed)|arrest(?:s|ed)|accused", r"sentenced?|convicted|pleads?|acquitted|jailed"),
    (
        r"launch(?:es|ed)?|lifts off|blasts off|liftoff",
        r"splash(?:es|down)?|lands?|landed|returns?|docks|back (?:on|to)",
    ),
    (
        r"sues|sued|suing|files? (?:\w+ )?(?:law)?suit",
        r"judge|court (?:rules|blocks)|rules|ruling|settles?|verdict|dismiss\w*",
    ),
    (r"reportedly|in talks|said to|rumou?red|may|could|considers", r"confirms?|confirmed|signs?|completes?|closes"),
)
_PATTERNS = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _KINDS.items()}
_PAIRS = tuple(
    (re.compile(rf"\b(?:{first})\b", re.IGNORECASE), re.compile(rf"\b(?:{second})\b", re.IGNORECASE))
    for first, second in _CHAINS
)


def step_between(one: str, other: str) -> str | None:
    """Return by what the titles of two articles are of different steps, in words; None where they are not."""
    for kind, pattern in _PATTERNS.items():
        if (pattern.search(one) is None) != (pattern.search(other) is None):
            return f"one is {kind}"
    for earlier, later in _PAIRS:
        for first, second in ((one, other), (other, one)):
            begun, ended = earlier.search(first), later.search(second)
            if begun and ended and not later.search(first) and not earlier.search(second):
                return f"the next step: {begun[0].casefold()}, then {ended[0].casefold()}"
    return None
