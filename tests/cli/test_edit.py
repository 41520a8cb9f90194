import json
from pathlib import Path

from commands import Command

NOTE = """---
title: Rents fall
url: https://havn.example/{0}
---
The council counted its empty flats for {0}.
"""


def test_details_are_corrected_and_shown_with_where_they_were_read(command: Command, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(NOTE.format(name))
    one, other = (json.loads(line)["id"] for line in command("add", str(tmp_path), "--json").out.splitlines())
    read = json.loads(command("show", one, "--json").out)

    first = command("edit", one, "--publisher", "Havneposten")
    second = command("edit", one, "--publisher", "Havneposten", "--same-host")

    assert (read["publisher"], read["evidence"]["publisher"]["guess"]) == ("Havn", True)
    assert (read["evidence"]["title"]["read_in"], read["evidence"]["title"]["how_sure"]) == ("front matter", "likely")
    assert first.out == "Corrected 1 article. To correct 1 more from the same host or feed, repeat with --same-host.\n"
    assert second.out == "Corrected 2 articles.\n"
    shown = json.loads(command("show", other, "--json").out)
    assert (shown["publisher"], shown["evidence"]["publisher"]["read_in"]) == ("Havneposten", "reader")


def test_what_cannot_be_corrected_is_told(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(NOTE.format("a"))
    one = json.loads(command("add", str(tmp_path), "--json").out)["id"]

    assert "'soon' is not a date" in command("edit", one, "--date", "soon").err
    assert "Give at least one of --title" in command("edit", one).err
    assert command("edit", one, "--byline", "Ann Bell").out == "Corrected 1 article.\n"
