from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.link_hosts import host_of, hosts_named, is_deceptive, shown_host

LABELS = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
HOSTS = st.builds(
    lambda labels, top: ".".join([*labels, top]),
    st.lists(LABELS, min_size=1, max_size=3),
    st.sampled_from(["com", "org", "example", "co"]),
)
HIDERS = st.sampled_from(
    ["", "\u200b", "\u00ad", "\u2060", "\u202e", "\x1b", "\ufe0f", "\ufe00", "\u034f", "\u180b", "\U000e0100"]
)
DOTS = st.sampled_from(
    [".", "\uff0e", "\u3002", "\uff61", "\u2024", "\ufe52", "[.]", "(dot)", " [DOT] ", "\u2022", "\u2027", "\u2219"]
)
AROUND = st.sampled_from(
    ["{}", "{}.", "user@{}", "Log in at {} now", "https://{}/x?y", "({})", "\u201c{}\u201d", "HTTP://{}:443", "_{}_"]
)


@given(HOSTS, HOSTS, DOTS, HIDERS, AROUND, st.sampled_from([0, 0xFEE0]))
def test_words_that_name_another_host_are_deceptive_however_they_are_written(
    named: str, target: str, dot: str, hider: str, around: str, shift: int
) -> None:
    letters = "".join(one if one == "." else chr(ord(one) + shift) for one in named)
    words = around.format(hider.join(letters).replace(".", dot))

    assert is_deceptive(words, f"https://{target}/") == (named != target)


@given(HOSTS, st.sampled_from(["{}", "www.{}", "https://www.{}/a.html#b.c", "{}/paypal.com", "HTTPS://{}.", "{}:80"]))
def test_words_that_name_the_target_are_not_deceptive(host: str, written: str) -> None:
    assert not is_deceptive(written.format(host), f"https://www.{host}/page")


@given(st.text(max_size=60), HOSTS)
def test_any_words_and_addresses_are_answered(text: str, host: str) -> None:
    assert isinstance(is_deceptive(text, text), bool)
    assert isinstance(shown_host(f"https://{text}"), str)
    assert host_of(f"https://{host}/{text}") in ("", host)


@pytest.mark.parametrize(
    "words",
    [
        "the bank\u2019s page",
        "",
        "U.S. sales, e.g. 3.5",
        "report.pdf",
        "node.js",
        "一泊二食。好吃",
        "Markets \u2022 Tech",
        "el col\u00b7legi",
        "item [dot] 3",
    ],
)
def test_words_without_a_host_name_none(words: str) -> None:
    assert hosts_named(words) == set()


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://a.example/paypal.com", "a.example"),
        ("https://www.A.example.:443/", "a.example"),
        ("mailto:ann@a.example?cc=b@b.example", "a.example"),
        ("https://b\u00fccher.example/", "xn--bcher-kva.example (spelled b\u00fccher.example)"),
        ("https://xn--pypal-4ve.example/", "xn--pypal-4ve.example (spelled p\u0430ypal.example)"),
        ("https://[::1", ""),
    ],
)
def test_the_host_that_is_shown_is_the_one_that_is_asked(address: str, host: str) -> None:
    assert shown_host(address) == host


@pytest.mark.parametrize(
    "host",
    [
        "p\u0430ypal.com",
        "\u0440\u0430\u0443\u0440\u0430l.com",
        "\u0430\u0440\u0440\u04cf\u0435.com",
        "xn--80ak6aa92e.com",
        "g\u043e\u03bfgle.com",
    ],
)
def test_a_host_of_mixed_scripts_or_of_letters_that_look_alike_is_deceptive_whatever_the_words(host: str) -> None:
    assert is_deceptive("my account", f"https://{host}/")
    assert "xn--" in shown_host(f"https://{host}/")


@pytest.mark.parametrize("unit", ["a.", "a-", "ab.1", "1.", "x", "xn--a.", "a://"])
def test_long_words_are_bounded(unit: str) -> None:
    begin = process_time()
    hosts_named(unit * 100_000)
    assert process_time() - begin < 0.5


def test_a_long_host_is_shown_by_its_end_and_asked_about() -> None:
    address = f"https://www.bank.example.{'a' * 30}.{'b' * 30}.evil.example/"

    assert shown_host(address) == f"…{'a' * 6}.{'b' * 30}.evil.example"
    assert is_deceptive("Sign in", address)
    assert not is_deceptive("Sign in", "https://bank.example/")
