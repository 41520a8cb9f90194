"""What a share of few cases can tell."""

import math

_Z = 1.96
"""For 95 of 100 intervals to hold the true share."""


def wilson(hits: int, cases: int) -> tuple[float, float]:
    """Return the interval in which the true share lies, 0 to 1 without any case.

    Method: Wilson's score interval (1927), right also for few cases and for shares near 0 or 1.
    """
    if cases == 0:
        return 0.0, 1.0
    share = hits / cases
    middle = share + _Z * _Z / (2 * cases)
    half = _Z * math.sqrt(share * (1 - share) / cases + _Z * _Z / (4 * cases * cases))
    whole = 1 + _Z * _Z / cases
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)
