"""Commands of the program given in the app: done beside it, on the same store, so that ``u`` takes them back."""

import re
import shlex
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from textual.screen import Screen

from briefreader.ui.dialogs.command_line import CommandScreen, Complete
from briefreader.ui.dialogs.pager import TableScreen
from briefreader.ui.jobs.process import ChildProcess
from briefreader.views.store_file import store_file
from briefreader.workspace import Workspace

_MOST_LINES = 5_000
_AGAIN_S = 0.3
_HERE = "%"
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
"""What commands write when they have made something, for other commands to take."""


class CommandHost(Protocol):
    """The app, as far as it is needed to run commands."""

    @property
    def is_running(self) -> bool:
        """Whether the app still runs."""
        ...

    @property
    def is_occupied(self) -> bool:
        """Whether a question is asked, or something is being written."""
        ...

    def say(self, words: str) -> None:
        """Tell the reader what happened, until the next key."""
        ...

    def show_changes(self) -> None:
        """Show what a command has written."""
        ...

    def push_screen(self, screen: Screen[Any], callback: Callable[[Any], None] | None = None) -> Awaitable[object]:
        """Show a screen; the callback gets its answer."""
        ...

    def run_worker(self, work: Callable[[], None], *, group: str, thread: bool) -> object:
        """Run work in a thread of its own."""
        ...

    def call_from_thread(self, callback: Callable[..., None], *args: Any) -> object:  # noqa: ANN401 - Textual's own
        """Call back in the app's own thread."""
        ...

    def set_timer(self, delay: float, callback: Callable[[], None]) -> object:
        """Call back after some seconds."""
        ...


class CommandRunner:
    """Asks for a command, runs it, and shows what it says."""

    def __init__(self, app: CommandHost, workspace: Workspace, complete: Complete) -> None:
        self._app = app
        self._workspace = workspace
        self._complete = complete
        self._running: set[ChildProcess] = set()

    async def ask(self, article_id: str | None, begun: str) -> None:
        """Ask for the rest of a command; ``article_id`` is what ``%`` stands for, None where no article is open."""

        def take(line: str | None) -> None:
            if line and line.strip():
                self._begin(line, article_id)

        await self._app.push_screen(CommandScreen(self._complete, begun), take)

    def stop(self) -> None:
        """End what is still being done; what it had finished stays."""
        for running in tuple(self._running):  # which its thread leaves
            running.stop()

    def _begin(self, line: str, article_id: str | None) -> None:
        file = store_file(self._workspace.store)
        try:
            words = shlex.split(line)
        except ValueError:
            self._app.say(f"A quotation mark is missing: {line}")
            return
        if file is None:
            self._app.say("No commands: this store is in memory only")
            return
        arguments = [article_id if word == _HERE and article_id else _at_home(word) for word in words]
        offline = ["--offline"] if self._workspace.offline else []
        self._app.say(f":{line}…")
        running = ChildProcess(file, *offline, *arguments)
        self._running.add(running)
        self._app.run_worker(lambda: self._do(line, running), thread=True, group="command")

    def _do(self, line: str, running: ChildProcess) -> None:
        told, more = list[str](), 0
        for said in running.lines():  # to the end: a command whose words nobody reads would not come to its own
            if len(told) < _MOST_LINES:
                told.append(said)
            else:
                more += 1
        told += [f"… and {more:,} more lines"] if more else []
        if self._app.is_running:
            self._app.call_from_thread(self._tell, line, told)
        self._running.discard(running)

    def _tell(self, line: str, told: list[str]) -> None:
        """Show what came of a command, as soon as nothing else is shown or being written."""
        if self._app.is_occupied:
            self._app.set_timer(_AGAIN_S, partial(self._tell, line, told))
            return
        self._app.show_changes()
        if len(told) > 1:
            self._app.push_screen(TableScreen(f":{line}", told))
        elif told and not _ID.fullmatch(told[0]):
            self._app.say(told[0].removeprefix("briefreader: "))
        else:
            self._app.say(f"Done: {line}")


def _at_home(word: str) -> str:
    """Return a word with the reader's home where a shell would put it."""
    return str(Path(word).expanduser()) if word.startswith("~/") else word
