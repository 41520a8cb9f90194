import pytest

from briefreader.model.errors import ProxyError
from briefreader.workflows.proxies import proxies_in_use


def test_the_proxies_of_both_schemes_are_named_without_what_signs_in(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", "http://me:secret@one.example:3128")
    monkeypatch.setenv("https_proxy", "two.example")

    assert proxies_in_use() == ["one.example:3128", "two.example:80"]

    monkeypatch.setenv("http_proxy", "socks4://me:secret@one.example")
    with pytest.raises(ProxyError, match=r"^http_proxy: socks4 proxy is not supported"):
        proxies_in_use()
