import pytest

from briefreader.model.addresses import safe_address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ssh://-oProxyCommand=x@h/",
        "-remote",
        "https://good@evil.example/",
        "https://",
        "https://a.example/ b",
        "https://a.example/\x1b",
        "https://a.example:99999/",
        "https://[::1/",
        "https://" + "a" * 9000,
        "https://" + "x" * 70 + ".example/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://a.example.0x/",
        "https://bank%2eexample.evil.example/",
        "https://evil.example;bank.example/",
        "https://bank.example,evil.example/",
        "https://bank.example!evil.example/",
        "https://[fe80::1%25eth0]/",
        "https://-evil.example/",
    ],
)
def test_only_plain_web_pages_are_opened(address: str) -> None:
    assert safe_address(address) is None


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("HTTPS://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://192.168.0.1:8080/x", "http://192.168.0.1:8080/x"),
        ("https://a_b.example./", "https://a_b.example./"),
        ("https://4.example/", "https://4.example/"),
        ("https://a.example/$(id);x'y", "https://a.example/%24%28id%29;x%27y"),
    ],
)
def test_a_plain_address_has_its_host_in_ascii_and_nothing_that_a_shell_reads(address: str, safe: str) -> None:
    assert safe_address(address) == safe
