import os
import pickle

import pytest

from briefreader.ingest.values import NoValueError, read_value
from briefreader.model.span import Span


class Calls:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def test_values_of_ours_come_back_and_nothing_is_called() -> None:
    assert read_value(pickle.dumps([Span(1, 2), {"a": frozenset({1})}])) == [Span(1, 2), {"a": frozenset({1})}]
    with pytest.raises(NoValueError, match="no value of ours"):
        read_value(pickle.dumps(Calls()))
