"""How much a test tries: enough to see a fault in `make test`, much more under `make soak`."""

import os

from hypothesis import settings

IS_SOAKING = os.environ.get("HYPOTHESIS_PROFILE") == "soak"


def times(steady: int, soaked: int) -> int:
    """Return how often to try something: the second number under `make soak`."""
    return soaked if IS_SOAKING else steady


def examples(steady: int) -> settings:
    """Return settings for a property whose examples take long: fewer of them, but as many as any under `make soak`."""
    return settings() if IS_SOAKING else settings(max_examples=steady)
