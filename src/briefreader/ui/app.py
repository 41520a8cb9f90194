"""The Textual app."""

import gc
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import Console
from textual import events
from textual.actions import ActionParseResult
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import ModalScreen, Screen
from textual.theme import Theme

from briefreader import paths
from briefreader.model.control_characters import remove_control_characters
from briefreader.model.errors import BriefreaderError, StoreLostError
from briefreader.settings import Settings, Value
from briefreader.ui.keys.actions import LIVE, ScreenName, actions_of, bindings_for, shown_key
from briefreader.ui.keys.keymap import keys_at
from briefreader.ui.reading.screen import ReadScreen
from briefreader.ui.screens.base import LedgerScreen
from briefreader.ui.settings.checks import usable
from briefreader.ui.settings.themes import own_variables
from briefreader.ui.startup.early_keys import EarlyKeys, Typed
from briefreader.ui.terminal.capabilities import is_plain
from briefreader.ui.terminal.output_guard import AsciiSigns, ControlGuard
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.dialogs.command_line import Complete
    from briefreader.ui.jobs.commands import CommandRunner

_SETTLED_S = 1.0
_FAULTS_S = 20.0
_NO_KEY = ","
"""What no terminal sends; to Textual an empty text means the keys of the table."""

logger = logging.getLogger(__name__)


def _reading_provider() -> type[Provider]:
    from briefreader.ui.palette import ReadingProvider  # noqa: PLC0415 - loaded with the palette

    return ReadingProvider


class BriefreaderApp(App[None]):
    """Opens the reading screen; the screens do the rest."""

    TITLE = "briefreader"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "reading/screen.tcss"]  # the first screen loads none itself
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("app")]
    COMMANDS = App.COMMANDS | {_reading_provider}

    def __init__(
        self, workspace: Workspace, complete: "Complete" = lambda _: (), early: EarlyKeys | None = None
    ) -> None:
        """``complete``: what could come next in a command of the program; ``early``: what hears keys until it runs."""
        theme, keys, self._faults = usable(workspace.settings)
        super().__init__()
        self._workspace = replace(workspace, settings=replace(workspace.settings, keys=keys))
        self._complete = complete
        self._early = early
        self._guard = ControlGuard()
        self.error_console = Console(markup=False, highlight=False, stderr=True, color_system=None)  # stderr is escaped
        self.register_theme(theme)
        self._start_with(theme)

    def _start_with(self, theme: Theme) -> None:
        """Set the theme without its watcher, which would parse every style sheet twice (37 ms)."""
        if theme.ansi:  # needs what the watcher does to Textual's filters
            self.theme = theme.name
        else:
            self.set_reactive(App.theme, theme.name)
            self.stylesheet.set_variables(self.get_css_variables())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Add our guard to Textual's filters, and where the terminal needs it signs in ASCII."""
        signs = [AsciiSigns()] if self._workspace.settings.ascii or is_plain() else []
        return [*super().get_line_filters(), self._guard, *signs]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Derive our colours from a theme that does not set them."""
        return own_variables(self.current_theme)

    def get_default_screen(self) -> ReadScreen:
        """Open the reading screen."""
        return ReadScreen(self._workspace, self.size.width, self.typed_before().row)

    def typed_before(self) -> Typed:
        """Return what was typed before the app ran; the terminal is its own from the first call on."""
        return self._early.stop() if self._early else Typed()

    def on_mount(self) -> None:
        """Take the reader's keys, and say which settings could not be taken."""
        self._take_keys()
        if self._faults:
            words = "\n".join(map(str, self._faults))
            self.notify(words, title="Settings not applied", severity="warning", timeout=_FAULTS_S, markup=False)
        self.set_timer(_SETTLED_S, self._settle)

    def _take_keys(self) -> None:
        keys = self._workspace.settings.keys
        self.set_keymap({id_: chosen.strip() or _NO_KEY for id_, chosen in keys.items()})

    def apply_setting(self, name: str, value: Value) -> None:
        """Apply a setting that the file already has."""
        settings = self._workspace.settings.having(name, value)
        in_file, _ = Settings.read(paths.settings_file(), {})
        self._workspace.settings = replace(settings, keys=usable(in_file)[1])
        self._take_keys()
        self.refresh_css()  # with which all lines are painted anew
        for screen in self.screen_stack:
            if isinstance(screen, ReadScreen | LedgerScreen):
                screen.take_settings()

    def _settle(self) -> None:
        """Leave what was loaded at the start out of later garbage collections, which would stop keys for 30 ms."""
        from briefreader.ui.settings.theme_reload import LOOK_EACH_S, ThemeWatch  # noqa: PLC0415 - not for the first frame

        gc.collect()
        gc.freeze()
        gc.enable()
        self.set_interval(LOOK_EACH_S, ThemeWatch(self).look)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """List every action that works in the place the palette is asked from, with its key as it is set."""
        if not isinstance(screen, ReadScreen | LedgerScreen):
            return
        pressed = {action.id: keys[0] for action, keys in keys_at(screen.place, self._workspace.settings.keys)}
        for scope in LIVE[screen.place]:
            for action in actions_of(scope):
                if action.id != "palette":
                    key = f" · {shown_key(pressed[action.id])}" if action.id in pressed else ""
                    yield SystemCommand(action.title, f"{action.group}{key}", partial(self._do, action.call))

    def _do(self, call: str) -> None:
        self.call_next(self.run_action, call)

    def action_change_theme(self) -> None:
        """Offer all themes."""
        from briefreader.ui.settings.menu import offer_themes  # noqa: PLC0415 - on first use

        offer_themes(self)

    def action_settings(self) -> None:
        """Offer all settings."""
        from briefreader.ui.settings.menu import offer_settings  # noqa: PLC0415 - on first use

        offer_settings(self, self.apply_setting)

    def action_view(self, name: ScreenName) -> None:
        """Go to another view."""
        if self.is_occupied:
            return
        if isinstance(self.screen, LedgerScreen):
            self.pop_screen()
        if name != "read" and isinstance(self.screen, ReadScreen):
            from briefreader.ui.screens.registry import screen_of  # noqa: PLC0415 - on first use

            self.push_screen(screen_of(name, self._workspace), self.screen.presenter.resume)

    async def action_command(self, begun: str = "") -> None:
        """Ask for a command of the program, or for the rest of one, and have it done."""
        if not self.is_occupied:
            article_id = self.screen.session.article_id if isinstance(self.screen, ReadScreen) else None
            await self._commands.ask(article_id, begun)

    @cached_property
    def _commands(self) -> "CommandRunner":
        from briefreader.ui.jobs.commands import CommandRunner  # noqa: PLC0415 - on first use

        return CommandRunner(self, self._workspace, self._complete)

    def on_unmount(self) -> None:
        """End what goes on beside; without it the program would stay until that is done."""
        if "_commands" in self.__dict__:
            self._commands.stop()

    @property
    def is_occupied(self) -> bool:
        """Whether a question is asked, or something is being written."""
        return isinstance(self.screen, ModalScreen) or (
            isinstance(self.screen, ReadScreen | LedgerScreen) and self.screen.is_writing
        )

    def show_changes(self) -> None:
        """Show what a command has written."""
        if isinstance(self.screen, ReadScreen):
            self.screen.presenter.reload_if_changed()
        elif isinstance(self.screen, LedgerScreen):
            self.screen.show()

    def say(self, words: str) -> None:
        """Tell the reader what happened, until the next key."""
        if isinstance(self.screen, ReadScreen | LedgerScreen):
            self.screen.say(words)

    def action_help(self) -> None:
        """Show all keys."""
        from briefreader.ui.dialogs.help import HelpScreen  # noqa: PLC0415 - on first use

        if isinstance(self.screen, ReadScreen | LedgerScreen):
            self.push_screen(HelpScreen(self._workspace.settings.keys, self.screen.place))

    async def on_key(self, event: events.Key) -> None:
        """Give a line its letters, also those typed before it was there."""
        if event.is_printable and event.character and self.focused and self.focused.id == "line":
            await self.focused.run_action(f"insert({event.character!r})")

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action; what a person can act on is shown to them, a bug still ends the app.

        Behind the key that quits nothing is done any more, however fast it was typed.
        """
        if self._exit:
            return True
        if isinstance(self.screen, ReadScreen | LedgerScreen):
            self.screen.hush()
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except BriefreaderError as error:
            self.tell(error)
            return True

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver, or for a terminal one that quits at once."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from briefreader.ui.terminal.driver import PromptDriver  # noqa: PLC0415 - not in tests, and not on Windows

        return PromptDriver

    def push_screen(self, screen: Any, callback: Any = None, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - Textual's
        """Show a screen; when what its answer leads to cannot be done, a person is told why."""
        return super().push_screen(screen, callback and partial(self.attempt, callback), *args, **options)

    def attempt(self, act: Callable[..., object], *arguments: object) -> None:
        """Do something, and tell when a person has to act on it."""
        try:
            act(*arguments)
        except BriefreaderError as error:
            self.tell(error)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text by every way that there is, and say which took it."""
        from briefreader.ui.terminal.clipboard import copy_beside  # noqa: PLC0415 - on first use

        text = remove_control_characters(text)
        super().copy_to_clipboard(text)
        taken = copy_beside(text)
        words = (
            f"Copied to {taken}" if taken else "Sent to the terminal's clipboard (OSC 52), if the terminal supports it"
        )
        if isinstance(self.screen, ReadScreen | LedgerScreen):
            self.screen.say(words)
        else:
            self.notify(words, markup=False)

    def tell(self, error: BriefreaderError) -> None:
        """Show what a person can act on, and where the store is lost, offer to save what is open elsewhere."""
        if isinstance(error, StoreLostError):
            from briefreader.ui.dialogs.rescue import offer_rescue  # noqa: PLC0415 - hardly ever

            offer_rescue(self, self._workspace, error)
        else:
            self.notify(str(error), severity="error", markup=False)

    def _handle_exception(self, error: Exception) -> None:
        """Keep a bug for the log before Textual ends the app with it."""
        logger.error("the app ends", exc_info=error)
        super()._handle_exception(error)
