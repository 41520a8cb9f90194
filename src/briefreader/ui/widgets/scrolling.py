"""How far a key goes that pages."""


def steps_of(share: float, page: int) -> int:
    """Return so many steps as a share of a page has, at least one; below zero, upward."""
    steps = max(1, int(abs(share) * page))
    return steps if share > 0 else -steps
