"""The commands that write evidence packs and verify them."""

import json
from pathlib import Path

from commands import Command


def test_a_pack_is_made_and_verified_by_its_digest(command: Command, briefing: Path, tmp_path: Path) -> None:
    command("add", briefing)
    article = command("list", "--json").out
    id_ = json.loads(article)["articles"][0]["id"]
    command("notes", "add", id_, "cut its power bill by 60%", "--note", "why")
    made = json.loads(command("pack", "-o", tmp_path / "pack.zip", "--json").out)
    path, digest = made["path"], made["digest"]

    good = command("verify", path, "--digest", digest)
    assert (good.code, good.out) == (0, f"1 quotation, word for word\ndigest: sha256:{digest}\n")
    assert "not compared" in command("verify", path).out
    told = json.loads(command("verify", path, "--json").out)
    assert told == {"notes": 1, "quotations": 1, "digest": digest, "wrong": [], "is_signed": False}
    other = command("verify", path, "--digest", "0" * 64)
    assert (other.code, "not the one you gave" in other.err) == (1, True)
    assert command("pack", "-o", tmp_path / "pack.zip").out == f"unchanged: {path}\ndigest: sha256:{digest}\n"


def test_what_a_pack_proves_is_said_in_numbers_that_fit(command: Command, briefing: Path, tmp_path: Path) -> None:
    command("add", briefing)
    id_ = json.loads(command("list", "--json").out)["articles"][0]["id"]
    said: list[str] = []
    for words in ("", "cut its power bill", "", "by 60%"):
        command("notes", "add", id_, words, "--note", "why")
        path = tmp_path / f"pack-{len(said)}"
        command("pack", "-o", path)
        said.append(command("verify", path).out.splitlines()[0])

    assert said == [
        "No quotations; 1 note on a whole article",
        "1 quotation, word for word; 1 note on a whole article",
        "1 quotation, word for word; 2 notes on whole articles",
        "2 quotations, each word for word; 2 notes on whole articles",
    ]
