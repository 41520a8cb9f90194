"""How much one job of a child process may take."""

MEMORY = 1_000_000_000
CPU_S = 10
CPU_S_PER_MB = 10
MOST_CPU_S = 60
LIFE_S = 600
"""A child that was allowed so much processor time is replaced; the kernel ends it then, whatever it does."""
WALL_FACTOR = 6
"""On a busy machine, a job gets the processor for a small part of the time."""


def cpu_limit(size: int) -> int:
    """Return the seconds of processor time for a request of so many bytes."""
    return min(CPU_S + CPU_S_PER_MB * size // 1_000_000, MOST_CPU_S)


def wall_limit(size: int) -> float:
    """Return the seconds after which a request of so many bytes is given up."""
    return float(WALL_FACTOR * cpu_limit(size))
