import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.proxies import ignored_exemptions, proxy_for, proxy_of
from briefreader.model.errors import ProxyError

NAMES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("value", "url", "sign_in"),
    [
        ("gate.example:3128", "http://gate.example:3128", None),
        ("https://gate.example", "https://gate.example:443", None),
        ("http://[::1]:3128/", "http://[::1]:3128", None),
        ("http://me:pass%40word@10.0.0.1", "http://10.0.0.1:80", ("me", "pass@word")),
    ],
)
def test_a_proxy_is_an_address_with_what_signs_in_to_it(
    value: str, url: str, sign_in: tuple[str, str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", value)

    proxy = proxy_for("https://a.example/")

    assert proxy
    assert (proxy.url, proxy.sign_in) == (url, sign_in)
    assert "pass" not in f"{proxy} {proxy!r}"
    assert proxy_for("http://a.example/") is None


@pytest.mark.parametrize(
    "value",
    [
        "socks5://me:secret@gate.example:1080",
        "socks5h://me:secret@gate.example",
        "http://me:secret@gate.example:99999",
        "http://me:sec/secret@gate.example:80",
        "http://me:sec#secret@gate.example:80",
        "http://me:sec\x1b]52;c;secret@gate.example:x",
        "http://me:sec secret@gate.example",
        "http://me:secret@",
        "http://me:secret@[::1",
        "secret://gate.example",
        "http://secret..example",
        "\udce5secret",
    ],
)
@pytest.mark.parametrize("name", ["https_proxy", "all_proxy"])
def test_a_value_that_cannot_be_used_is_named_and_never_quoted(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(ProxyError) as caught:
        proxy_for("https://a.example/")

    told = "".join(traceback.format_exception(caught.value))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "secret" not in told
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_a_proxy_that_is_not_used_does_not_stop_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks://gate.example")
    monkeypatch.setenv("http_proxy", "http://gate.example")
    monkeypatch.setenv("https_proxy", "http://gate.example")

    assert proxy_of("http") == proxy_of("https")


@pytest.mark.parametrize(
    ("exempt", "address", "is_exempt"),
    [
        ("near.example", "http://near.example/", True),
        ("near.example", "http://a.near.example/", True),
        (".near.example, *.other.example", "http://a.other.example/", True),
        ("near.example", "http://linear.example/", False),
        ("near.example:8080", "http://near.example:8080/", True),
        ("near.example:8080", "http://near.example/", False),
        ("10.0.0.0/8", "http://10.1.2.3/", True),
        ("10.0.0.0/8", "http://11.1.2.3/", False),
        ("192.168.*", "http://192.168.1.7/", True),
        ("10.*:8080", "http://10.1.2.3/", False),
        ("*.near.*", "http://a.near.example/", True),
        ("<local>,exämple.de,[::1]:80,near.example", "http://a.near.example/", True),
        ("<local>,exämple.de,[::1]:80", "http://near.example/", False),
        ("*", "http://far.example/", True),
        ("", "http://localhost:1/", True),
        ("", "http://far.example/", False),
    ],
)
def test_which_addresses_are_asked_for_directly(
    exempt: str,
    address: str,
    is_exempt: bool,  # noqa: FBT001 - a row of a table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("http_proxy", "http://gate.example")
    monkeypatch.setenv("no_proxy", exempt)

    assert (proxy_for(address) is None) is is_exempt


@pytest.mark.parametrize(
    "entry",
    ["http://near.example", "me:secret@near.example", "a b", "near.example:x", "\x1b[2J", "<local>", "[::1]:80"],
)
def test_an_exemption_that_means_nothing_is_ignored_and_named_by_its_number(
    entry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://gate.example")
    monkeypatch.setenv("no_proxy", f"ok.example,{entry},10.*")

    assert ignored_exemptions() == [2]
    assert proxy_for("http://far.example/") is not None
    assert proxy_for("http://ok.example/") is None


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_value_is_a_proxy_or_a_problem(value: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("https_proxy", value)
        try:
            proxy = proxy_of("https")
        except ProxyError as problem:
            assert str(problem).isprintable()  # noqa: PT017 - either outcome is right
        else:
            assert proxy is None or (proxy.host and proxy.scheme in ("http", "https"))
