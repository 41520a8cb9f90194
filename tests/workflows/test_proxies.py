import pytest

from briefreader.model.errors import ProxyError
from briefreader.workflows.proxies import check_proxies, proxies_in_use


def test_the_proxies_of_both_schemes_are_named_without_what_signs_in(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", "http://me:secret@one.example:3128")
    monkeypatch.setenv("https_proxy", "two.example")

    assert proxies_in_use() == (["one.example:3128", "two.example:80"], [])


def test_a_command_is_refused_only_where_no_address_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", "socks4://me:secret@one.example")
    check_proxies()
    monkeypatch.setenv("https_proxy", "socks4://me:secret@one.example")

    with pytest.raises(ProxyError, match=r"^http_proxy: socks4 proxy is not supported"):
        check_proxies()
