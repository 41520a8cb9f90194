import sys
from collections.abc import Sequence

import pytest

from briefreader.ui.opening import Opening, is_disguised, opener


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def run() -> list[Sequence[str]]:
    return []


@pytest.fixture
def opening(said: list[str], run: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch) -> Opening:
    monkeypatch.setenv("BROWSER", "my-browser --new '%s'")
    return Opening(said.append, run.append)


def test_plain_addresses_are_one_argument(opening: Opening, run: list[Sequence[str]]) -> None:
    opening.open("https://a.example/x?q=1")
    opening.open("mailto:ann@kestrel.example")

    assert run == [
        ["my-browser", "--new", "https://a.example/x?q=1"],
        ["my-browser", "--new", "mailto:ann@kestrel.example"],
    ]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:x",
        "-remote",
        "ssh://-oProxyCommand=x@h/",
        "mailto:a@b.example?attach=/etc/passwd",
        "",
    ],
)
def test_nothing_else_is_opened(opening: Opening, run: list[Sequence[str]], said: list[str], address: str) -> None:
    opening.open(address)

    assert run == []
    assert said[0].startswith("Not opened")


def test_a_link_that_says_another_host_is_opened_only_when_asked_again(
    opening: Opening, run: list[Sequence[str]], said: list[str]
) -> None:
    opening.open("https://evil.example/", "https://bank.example/login")
    assert run == []
    assert "It leads to evil.example" in said[0]

    opening.open("https://evil.example/", "https://bank.example/login")
    assert len(run) == 1


@pytest.mark.parametrize(
    ("words", "address", "disguised"),
    [
        ("bank.example", "https://evil.example/", True),
        ("www.bank.example/x", "https://bank.example/y", False),
        ("the bank's page", "https://evil.example/", False),
        ("", "https://evil.example/", False),
        ("BANK.example", "https://bank.example/", False),
    ],
)
def test_which_links_are_disguised(words: str, address: str, disguised: bool) -> None:  # noqa: FBT001 - a row of a table
    assert is_disguised(words, address) is disguised


def test_without_a_program_the_reader_is_told(
    said: list[str], run: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "platform", "linux")

    Opening(said.append, run.append).open("https://a.example/")

    assert opener() is None
    assert (run, said[0][:10]) == ([], "No program")
