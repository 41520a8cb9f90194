"""Textual's driver for terminals, with a thread of input that hears at once when the app ends.

Textual's own looks for that every 0.1 s, and then waits 0.1 s for the rest of what was typed: 200 of the 245 ms that an
empty app takes to quit.
"""

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable
from typing import Any, Protocol, cast

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_TICK_S = 0.1
"""After which a lone escape is a key."""
_AT_ONCE = 4096


class TypedBefore(Protocol):
    """What was typed before the app ran."""

    @property
    def rest(self) -> tuple[bytes, ...]:
        """The keys that nothing has answered yet, parted where a while passed."""
        ...


class HasTypedBefore(Protocol):
    """An app that knows what was typed before it ran."""

    def typed_before(self) -> TypedBefore:
        """Return what was typed; from then on the terminal is the driver's."""
        ...


class PromptDriver(LinuxDriver):
    """Stops reading as soon as it is told to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Textual's own
        super().__init__(*args, **kwargs)
        self._hears, self._says = os.pipe()
        os.set_blocking(self._hears, False)
        self._typed: tuple[bytes, ...] | None = None

    def start_application_mode(self) -> None:
        """Take the terminal over, at first from what has heard its keys until now."""
        self._typed = () if self._typed is not None else cast("HasTypedBefore", self._app).typed_before().rest
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual gives it no type

    def disable_input(self) -> None:
        """Stop reading, and drop what was typed and not read."""
        os.write(self._says, b"\0")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Read what is typed, until the app ends."""
        parser, decode = XTermParser(self._debug), getincrementaldecoder("utf-8")().decode
        self._forget()
        for typed_before in self._typed or ():
            self._hear(parser.feed(decode(typed_before)))
            self.exit_event.wait(_TICK_S)  # an escape that ends it is a key
            self._hear(parser.tick())
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._hears, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(_TICK_S)}
                if self.fileno in ready:
                    typed = decode(os.read(self.fileno, _AT_ONCE))
                    if not typed:  # the terminal has gone
                        selector.unregister(self.fileno)
                    self._hear(parser.feed(typed) if typed else ())
                self._hear(parser.tick())

    def _hear(self, events: Iterable[Message]) -> None:
        for event in events:
            self.process_message(event)

    def _forget(self) -> None:
        """Forget that reading was to stop before."""
        try:
            while os.read(self._hears, _AT_ONCE):
                pass
        except BlockingIOError:
            return
