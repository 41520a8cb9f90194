"""What a parent and its child say to each other: MessagePack, read back as the types that a job declares.

Nothing that arrives is run. A reply that is not of the declared type, or whose spans leave their text, is refused
(``ValueError``).
"""

import struct
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, get_type_hints

import msgspec

LARGEST_MESSAGE = 256_000_000
_LENGTH = struct.Struct("=Q")
LENGTH_SIZE = _LENGTH.size
READY = _LENGTH.pack(0)
"""What a child sends once, before it takes requests: it has loaded its modules and is confined."""


class Failure(msgspec.Struct, frozen=True, tag="failure"):
    """Why a job returned nothing."""

    problem: str
    is_beyond_limits: bool = False
    """Whether it took more memory or depth than it may."""


class _Request(msgspec.Struct, frozen=True, array_like=True):
    module: str
    function: str
    arguments: msgspec.Raw
    named: msgspec.Raw


class _Reply(msgspec.Struct, frozen=True, tag="reply"):
    result: msgspec.Raw


_pack = msgspec.msgpack.Encoder().encode


def _encode(value: object) -> bytes:
    try:
        return _pack(value)
    except UnicodeEncodeError:  # half of a character, as JSON can spell it
        return _pack(_without_halves(msgspec.to_builtins(value, builtin_types=(bytes,), str_keys=True)))


def _without_halves(value: Any) -> Any:  # noqa: ANN401 - any value
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, list | tuple):
        return [_without_halves(one) for one in value]
    if isinstance(value, dict):
        return {_without_halves(key): _without_halves(one) for key, one in value.items()}
    return value


def encode_request(job: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> bytes:
    """Return a request to call a module's function, found again by its name."""
    packed = msgspec.Raw(_encode(arguments)), msgspec.Raw(_encode(named))
    return _framed(_encode(_Request(job.__module__, job.__qualname__, *packed)))


def decode_request(data: bytes) -> tuple[Callable[..., Any], list[Any], dict[str, Any]]:
    """Return the function of a request with its arguments, each of the type that the function declares."""
    request = msgspec.msgpack.decode(data, type=_Request)
    job: Any = import_module(request.module)
    for name in request.function.split("."):
        job = getattr(job, name)
    hints = _hints(job)
    types = [kind for name, kind in hints.items() if name != "return"]
    arguments = msgspec.msgpack.decode(request.arguments, type=list[msgspec.Raw])
    kinds = [*types, *[Any] * len(arguments)]
    named = msgspec.msgpack.decode(request.named, type=dict[str, msgspec.Raw])
    return (
        job,
        [_decoded(value, kind) for value, kind in zip(arguments, kinds, strict=False)],
        {name: _decoded(value, hints.get(name, Any)) for name, value in named.items()},
    )


def encode_result(result: object) -> bytes:
    """Return what a job has returned, as the child sends it."""
    return _framed(_encode(_Reply(msgspec.Raw(_encode(result)))))


def encode_failure(failure: Failure) -> bytes:
    """Return why a job has returned nothing, as the child sends it."""
    return _framed(_encode(failure))


def decode_reply(data: bytes, job: Callable[..., Any]) -> Any:  # noqa: ANN401 - any job's
    """Return a job's result, of the type that the job declares, or a :class:`Failure`.

    Raises:
        ValueError: it is of another type, or contradicts itself.

    """
    try:
        reply = msgspec.msgpack.decode(data, type=_Reply | Failure)
        return reply if isinstance(reply, Failure) else _decoded(reply.result, _hints(job).get("return", Any))
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def length_in(header: bytes) -> int:
    """Return how many bytes follow the first ones of a message.

    Raises:
        ValueError: more than :data:`LARGEST_MESSAGE`.

    """
    length: int = _LENGTH.unpack(header)[0]
    if length > LARGEST_MESSAGE:
        raise ValueError(f"a message of {length} bytes")
    return length


def _framed(data: bytes) -> bytes:
    return _LENGTH.pack(len(data)) + data


def _decoded(data: msgspec.Raw, kind: Any) -> Any:  # noqa: ANN401 - any type
    return _decoder(kind).decode(data)


@cache
def _decoder(kind: Any) -> "msgspec.msgpack.Decoder[Any]":  # noqa: ANN401 - any type
    return msgspec.msgpack.Decoder(kind)


@cache
def _hints(job: Callable[..., Any]) -> dict[str, Any]:
    """Return the types that a function declares; none for one written in C, whose values are then plain ones."""
    return get_type_hints(job)
