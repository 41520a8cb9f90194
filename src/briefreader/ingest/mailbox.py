"""Split a mailbox into its messages."""

import re
from collections.abc import Iterator

_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From \S+ .{0,60}\d\d:\d\d.{0,40}\d{4}", re.MULTILINE)


def split_mailbox(data: bytes) -> Iterator[bytes]:
    """Yield the messages of an mbox file; what stands before the first one belongs to none."""
    starts = [match.start() for match in _FROM_LINE.finditer(data)]
    if not starts:
        yield data
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(data)
        _, _, message = data[start:end].partition(b"\n")
        yield re.sub(rb"^>(>*From )", rb"\1", message, flags=re.MULTILINE)
