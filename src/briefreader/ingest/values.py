"""Values that another process of ours has pickled, read so that nothing in them is called."""

import io
import pickle
from typing import Any

_OUR_VALUES = ("briefreader.model.", "briefreader.ingest.", "briefreader.workflows.take_in")
_PLAIN_VALUES = frozenset(
    [("datetime", name) for name in ("date", "datetime", "timedelta", "timezone")]
    + [("builtins", name) for name in ("set", "frozenset", "bytearray", "object")]
    + [("copyreg", "_reconstructor"), ("decimal", "Decimal"), ("fractions", "Fraction")]
)


class NoValueError(Exception):
    """What was sent is no value of ours."""


def read_value(data: bytes) -> Any:  # noqa: ANN401 - any job's result
    """Return a pickled value.

    Raises:
        NoValueError: there is something in it that is none.

    """
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except pickle.UnpicklingError as error:
        raise NoValueError(str(error)) from error


class _Unpickler(pickle.Unpickler):
    """Reads what the child returns: values of ours, and nothing that could be called."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's signature
        """Return a class of a value.

        Raises:
            pickle.UnpicklingError: it is of another kind.

        """
        if module.startswith(_OUR_VALUES) or (module, name) in _PLAIN_VALUES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of ours")
