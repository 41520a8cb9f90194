"""The first frame, from outside: it comes before Textual, fits the second, and loses no key."""

from pathlib import Path

import pyte
import pytest
from factories import SAMPLES
from fakes import TODAY, a_workspace, noon
from terminal import in_terminal, python

from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.inbox import whole_list
from briefreader.workflows.add import add_files

OTHER_SCREEN = b"\x1b[?1049h"


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        add_files(a_workspace(store, Settings(), noon), [SAMPLES])
    return python("-m", "briefreader", "--store", str(path))


def shown(received: bytes, size: tuple[int, int]) -> list[str]:
    screen = pyte.Screen(*size)
    pyte.ByteStream(screen).feed(received)
    return [line.rstrip() for line in screen.display]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 20)], ids=["wide", "medium", "narrow"])
def test_the_first_frame_shows_rows_where_the_app_will(command: list[str], size: tuple[int, int]) -> None:
    with in_terminal(command, size) as terminal:
        terminal.wait_until(lambda received: received.count(OTHER_SCREEN) == 2)
        early = shown(terminal.received[: terminal.received.rindex(OTHER_SCREEN)], size)
        assert early[1].startswith("▌● ")
        width = len(early[1]) - 1
        first = [line[:width].rstrip() for line in early[1:9]]
        terminal.wait_for(b" move")
        terminal.wait_until(lambda received: [line[:width].rstrip() for line in shown(received, size)[1:9]] == first)


def test_a_key_typed_before_the_app_is_there_counts(command: list[str]) -> None:
    with in_terminal(command) as terminal:
        terminal.wait_for(b"Inbox]")
        terminal.press("jj")
        terminal.wait_for(b"3/13")


def test_the_cursor_moves_before_the_app_is_there_and_stays_where_it_is(command: list[str]) -> None:
    with in_terminal(command) as terminal:
        terminal.wait_for(b"Inbox]")
        terminal.press("jj\x1b[Bkx")
        terminal.wait_until(lambda received: shown(received, (120, 36))[5].startswith("▌● "))
        assert terminal.received.count(OTHER_SCREEN) == 1
        terminal.wait_for(b"4/13")
        terminal.wait_until(lambda received: shown(received, (120, 36))[5].startswith(" x "))


def test_enter_and_flow_control_are_keys_before_the_app_is_there(command: list[str]) -> None:
    with in_terminal(command) as terminal:
        terminal.wait_for(b"Inbox]")
        terminal.press("\x13j\r")
        terminal.wait_for(b" citation")


def test_the_readers_own_keys_are_left_to_the_app(command: list[str], tmp_path: Path) -> None:
    settings = tmp_path / "config" / "briefreader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\narchive = "ctrl+t"\nfeed.down = "e"\n')
    with in_terminal(["env", f"XDG_CONFIG_HOME={tmp_path / 'config'}", *command]) as terminal:
        terminal.wait_for(b"Inbox]")
        terminal.press("jeee")
        terminal.wait_for(b"4/13")


@pytest.mark.parametrize("said", ["ascii = true\n", ""])
def test_where_the_terminal_has_no_signs_all_that_is_shown_is_ascii(
    command: list[str], tmp_path: Path, said: str
) -> None:
    settings = tmp_path / "config" / "briefreader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(said)
    terminals = {"ascii = true\n": "xterm-256color", "": "linux"}
    with in_terminal(
        ["env", f"XDG_CONFIG_HOME={tmp_path / 'config'}", f"TERM={terminals[said]}", *command]
    ) as terminal:
        terminal.wait_for(b"1/13")
        terminal.wait_until_quiet(0.3)
        screen = "".join(shown(terminal.received, (120, 36)))

    assert ">@ " in screen
    assert {sign for sign in terminal.received.decode("utf-8", "replace") if not sign.isascii()} <= set("åéüöä")


def test_the_terminal_is_left_as_it_was(command: list[str]) -> None:
    program = [*python("-c"), "import subprocess,sys,termios;a=termios.tcgetattr(0);subprocess.run(sys.argv[1:]);"]
    program[-1] += "print('SAME' if termios.tcgetattr(0) == a else 'OTHER', end='.')"
    with in_terminal([*program, *command]) as terminal:
        terminal.wait_for(b"help")
        terminal.press("q")
        terminal.wait_for(b"SAME.")

    assert terminal.received.rindex(b"\x1b[?1049l") > terminal.received.rindex(b"\x1b[?1049h")


def test_what_is_typed_right_after_the_search_key_is_written_and_does_nothing_else(command: list[str]) -> None:
    with in_terminal(command) as terminal:
        terminal.wait_for(b"1/13")
        terminal.press("/leased\r")
        terminal.wait_for(b"/ leased")
        terminal.wait_until_quiet(0.3)
    with open_store(command[-1]) as store:
        assert store.journal.log(5)[0].verb.startswith("added")


def test_twelve_keys_at_once_are_all_answered(command: list[str]) -> None:
    with in_terminal(command) as terminal:
        terminal.wait_for(b"1/13")
        terminal.press("e" * 12)
        terminal.wait_for(b"1/1")
        terminal.wait_until_quiet(0.3)
    with open_store(command[-1]) as store:
        assert len(whole_list(store, "inbox", TODAY)) == 4
