"""How time grows with the length of what is worked on."""

import time
from collections.abc import Callable

_ATTEMPTS = 4
_TICK_S = 0.01


def grows_in_proportion(work: Callable[[int], object], size: int, *, times_longer: int = 4, slack: float = 2.0) -> bool:
    """Tell whether four times the size takes about four times as long; another program's load may not decide.

    Processor time is counted, the best of several attempts, and more are made only where the first were too slow. A
    square would take sixteen times as long where a line takes four: the slack of two is half way.
    """
    short = long = float("inf")
    for _ in range(_ATTEMPTS):
        short = min(short, seconds(lambda: work(size)))
        long = min(long, seconds(lambda: work(size * times_longer)))
        if long <= slack * times_longer * short + _TICK_S:
            return True
    return False


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of a piece of work."""
    began = time.process_time()
    work()
    return time.process_time() - began
