"""Custom properties of CSS: what ``var()`` stands for in a declaration.

Source: CSS Custom Properties Level 1. What is longer than a keyword or a length is left unknown.
"""

import re
from collections.abc import Mapping

LONGEST_VARIABLE = 40
_MOST_STEPS = 5
_VARIABLE = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,([^()]*))?\)")

Variables = dict[str, str]


def resolved(style: Mapping[str, str], above: Variables) -> tuple[Mapping[str, str], Variables]:
    """Return declarations with the values of their variables, and the variables for the elements inside.

    A declaration with a variable that is not known stays as it is: it may hide or show.
    """
    own = {name: value for name, value in style.items() if name.startswith("--")}
    variables = above | own if own else above
    if not any("var(" in value for value in style.values()):
        return style, variables
    return {name: _value(value, variables) for name, value in style.items()}, variables


def _value(value: str, variables: Variables) -> str:
    for _ in range(_MOST_STEPS):
        if "var(" not in value or len(value) > LONGEST_VARIABLE * _MOST_STEPS:
            break
        value = _VARIABLE.sub(lambda found: variables.get(found[1], (found[2] or found[0]).strip()), value)
    return value
