import sys
from collections.abc import Sequence

import pytest

from briefreader.ui.terminal.browser import LinkOpener, opener


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def run() -> list[Sequence[str]]:
    return []


@pytest.fixture
def opening(said: list[str], run: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch) -> LinkOpener:
    monkeypatch.setenv("BROWSER", "my-browser --new '%s'")
    return LinkOpener(said.append, run.append)


def test_plain_addresses_are_one_argument(opening: LinkOpener, run: list[Sequence[str]]) -> None:
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
def test_nothing_else_is_opened(opening: LinkOpener, run: list[Sequence[str]], said: list[str], address: str) -> None:
    opening.open(address)

    assert run == []
    assert said[0].startswith("Not opened")


def test_a_link_that_says_another_host_is_opened_only_when_asked_again(
    opening: LinkOpener, run: list[Sequence[str]], said: list[str]
) -> None:
    opening.open("https://evil.example/", "https://bank.example/login")
    assert run == []
    assert said[0] == "Link goes to evil.example, not the address shown. Press again to open."

    opening.open("https://evil.example/", "https://bank.example/login")
    assert len(run) == 1


def test_a_link_to_a_host_that_can_imitate_another_is_opened_only_when_asked_again(
    opening: LinkOpener, run: list[Sequence[str]], said: list[str]
) -> None:
    opening.open("https://p\u0430ypal.example/", "my account")
    assert run == []
    assert "xn--pypal-4ve.example (spelled p\u0430ypal.example)" in said[0]

    opening.open("https://p\u0430ypal.example/", "my account")
    assert run == [["my-browser", "--new", "https://xn--pypal-4ve.example/"]]


def test_another_link_between_two_presses_is_asked_about_too(opening: LinkOpener, run: list[Sequence[str]]) -> None:
    for address in ("https://evil.example/", "https://evil2.example/", "https://evil.example/"):
        opening.open(address, "bank.example")

    assert run == []


def test_the_target_is_shown_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[object] = []
    monkeypatch.setenv("BROWSER", "my-browser")

    LinkOpener(happened.append, happened.append).open("https://a.example/" + "x" * 100, "the report")

    assert happened == [
        f"Opening a.example: https://a.example/{'x' * 52}",
        ["my-browser", f"https://a.example/{'x' * 100}"],
    ]


def test_without_a_program_the_reader_is_told(
    said: list[str], run: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "platform", "linux")

    LinkOpener(said.append, run.append).open("https://a.example/")

    assert opener() is None
    assert (run, said[0][:10]) == ([], "No browser")
