"""Adding many files from a terminal: how far it is, and a stop that keeps what is done."""

import json
import re
import signal
import subprocess
from pathlib import Path

from terminal import in_terminal, python

from briefreader.cli.stopping import stopping

FILES = 400


def a_folder(folder: Path) -> Path:
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:03}.txt").write_text(f"Rents fell in place {number}\n\nThe clerk counted {number} flats.\n")
    return folder


def test_progress_is_shown_and_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    store, folder = str(tmp_path / "s.db"), a_folder(tmp_path / "in")
    add = f"{' '.join(python('-m', 'briefreader'))} --store {store} add {folder}; echo code $?"
    with in_terminal(["bash", "-c", f"trap : INT; {add}; read x"]) as terminal:
        terminal.wait_until(lambda received: re.search(rb"[1-9]\d* of 400", received) is not None)
        terminal.press("\x03")
        terminal.wait_for(b"code 130")
        told = re.search(rb"Added (\d+) articles?; files not read: (\d+)", terminal.received)

    listed = python("-m", "briefreader", "--store", store, "list", "--json")
    shown = subprocess.run(listed, capture_output=True, check=True)  # noqa: S603 - our own program
    kept = json.loads(shown.stdout)["articles"]
    assert told is not None
    assert 0 < len(kept) == int(told[1]) < FILES
    assert int(told[1]) + int(told[2]) == FILES


def test_a_stop_counts_only_new_articles_and_names_everything_that_was_not_read(tmp_path: Path) -> None:
    store, folder = str(tmp_path / "s.db"), a_folder(tmp_path / "in")
    command = python("-m", "briefreader", "--store", store, "add", str(folder))
    subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own program
    again = f"{' '.join(command)} http://127.0.0.1:9/page -; echo code $?"

    with in_terminal(["bash", "-c", f"trap : INT; {again}; read x"]) as terminal:
        terminal.wait_until(lambda received: re.search(rb"[1-9]\d* of 400", received) is not None)
        terminal.press("\x03")
        terminal.wait_for(b"code 130")

    assert b"Added 0 articles" in terminal.received
    assert b"; also not read: http://127.0.0.1:9/page, -." in terminal.received


def test_a_command_in_the_background_goes_on_ignoring_ctrl_c() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with stopping():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_nothing_of_the_progress_goes_to_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rents fell\n\nThe clerk counted flats.\n")
    add = python("-m", "briefreader", "--store", str(tmp_path / "s.db"), "add", str(tmp_path / "a.txt"))

    done = subprocess.run(add, capture_output=True, check=True)  # noqa: S603 - our own program

    assert (done.returncode, done.stderr) == (0, b"")
