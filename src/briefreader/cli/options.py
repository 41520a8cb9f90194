"""The options before any command, and the workspace they lead to."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from briefreader import paths
from briefreader.model.control_characters import is_encodable, readable_name
from briefreader.model.errors import BriefreaderError, StoreError

if TYPE_CHECKING:
    from briefreader.settings import Settings
    from briefreader.workspace import Workspace

_STORE_VARIABLE = "BRIEFREADER_STORE"
COMPLETION_VARIABLE = "_BRIEFREADER_COMPLETE"
"""By which a shell asks what could be typed next."""


class OfflineError(BriefreaderError):
    """The reader has asked for no connections."""

    def __init__(self) -> None:
        super().__init__("cannot connect with --offline. Leave it out to use the network.")


class NotUtf8Error(BriefreaderError):
    """An argument or the name of the store is not UTF-8, which the store and JSON cannot hold."""

    def __init__(self, argument: str) -> None:
        super().__init__(f"{readable_name(argument)}: not UTF-8. Rename the file or folder.")


def check_encodable(argument: str) -> None:
    """Check what was typed, or what the environment says.

    Raises:
        NotUtf8Error: it has bytes that are not UTF-8.

    """
    if not is_encodable(argument):
        raise NotUtf8Error(argument)


class LaunchOptions(NamedTuple):
    """What the command line says before any command; dataclasses would take 7 ms before the first frame."""

    store: Path | None = None
    demo: bool = False
    theme: str | None = None
    mouse: bool = True
    offline: bool = False

    @classmethod
    def parse(cls, arguments: Sequence[str]) -> Self | None:
        """Read the arguments that open the app; None when there is anything else, for click to read."""
        values: dict[str, str] = {}
        switches: set[str] = set()
        rest = list(arguments)
        while rest:
            name, _, value = rest.pop(0).partition("=")
            if name in ("--store", "--theme"):
                values[name] = value or (rest.pop(0) if rest else "")
            elif name in ("--demo", "--no-mouse", "--offline") and not value:
                switches.add(name)
            else:
                return None
        if any(not value or value.startswith("-") for value in values.values()):
            return None
        return cls(
            store=Path(values["--store"]) if "--store" in values else None,
            demo="--demo" in switches,
            theme=values.get("--theme"),
            mouse="--no-mouse" not in switches,
            offline="--offline" in switches,
        )

    @property
    def store_file(self) -> Path:
        """The store to open: named here, in the environment, or the usual one; a link to it is followed.

        Raises:
            NotUtf8Error: its name, or that of a folder above it, is not UTF-8.
            StoreError: it is a link that leads to itself.

        """
        named = os.environ.get(_STORE_VARIABLE)
        usual = paths.demo_store_file() if self.demo else Path(named) if named else paths.store_file()
        try:
            file = (self.store or usual).resolve()
        except RuntimeError as error:  # before Python 3.13
            raise StoreError(f"cannot open the store {self.store or usual}: the link leads to itself") from error
        check_encodable(str(file))
        return file


def load_settings(options: LaunchOptions) -> "Settings":
    """Return the settings, with what the command line says on top.

    Raises:
        SettingsError: the settings file is not TOML.
        FaultsError: naming each setting there that cannot be used.

    """
    from dataclasses import replace  # noqa: PLC0415 - 7 ms, for which the first frame would wait

    from briefreader.settings import Settings  # noqa: PLC0415 - the first frame is not kept waiting for it

    settings = Settings.load(paths.settings_file())
    return replace(settings, theme=options.theme) if options.theme else settings


@contextmanager
def opened(
    options: LaunchOptions, settings: "Settings | None" = None, *, is_checked_later: bool = False
) -> "Iterator[Workspace]":
    """Lend the workspace that a command works on, with the reader's settings unless others are given.

    ``is_checked_later``: the app checks the pages of the store when its first frame is on the screen.
    """
    from briefreader.workflows.open import open_workspace  # noqa: PLC0415 - 80 ms to load, and the first frame comes first

    with open_workspace(options.store_file, settings or load_settings(options), offline=options.offline) as workspace:
        if not is_checked_later:
            from briefreader.workflows.first_sight import check_pages  # noqa: PLC0415 - only for commands

            check_pages(options.store_file)
        if options.demo:
            from briefreader.workflows.demo import add_samples  # noqa: PLC0415 - only for the demo

            add_samples(workspace)
        yield workspace


@contextmanager
def online(options: LaunchOptions) -> "Iterator[Workspace]":
    """Lend the workspace to a command that connects.

    Raises:
        OfflineError: the reader has asked for no connections; nothing has been opened.
        ProxyError: no proxy that the environment names can be used; as above.

    """
    if options.offline:
        raise OfflineError
    from briefreader.workflows.proxies import check_proxies  # noqa: PLC0415 - only what connects needs it

    check_proxies()
    with opened(options) as workspace:
        yield workspace
