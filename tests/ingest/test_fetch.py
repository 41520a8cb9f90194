import gzip
import json
import socket
import zlib
from collections.abc import Iterator
from itertools import repeat
from threading import Event, Thread
from time import monotonic

import pytest
from web import Answer, Web, a_web

from briefreader.ingest import fetch as module
from briefreader.ingest.clean import clean_line
from briefreader.ingest.fetch import FetchError, fetch
from briefreader.ingest.private import is_public


@pytest.fixture
def web() -> Iterator[Web]:
    with a_web() as running:
        yield running


def test_what_stands_there_comes_with_its_headers(web: Web) -> None:
    web.answers["/feed"] = Answer(headers={"ETag": 'W/"1"', "Content-Type": "text/xml"}, body=b"<rss/>")

    fetched = fetch(web.url("/feed"), headers={"If-None-Match": '"0"'}, typed=True)

    assert (fetched.status, fetched.data, fetched.headers["etag"]) == (200, b"<rss/>", 'W/"1"')
    headers = web.asked[0][1]
    assert headers["if-none-match"] == '"0"'
    assert headers["user-agent"].startswith("briefreader/")
    assert "cookie" not in headers
    assert "referer" not in headers


@pytest.mark.parametrize("status", [304, 404, 410, 429, 500, 503])
def test_any_status_is_an_answer(web: Web, status: int) -> None:
    web.answers["/x"] = Answer(status)

    assert fetch(web.url("/x"), typed=True).status == status


def test_what_is_packed_is_unpacked(web: Web) -> None:
    text = b"some text, " * 1000
    raw = zlib.compressobj(wbits=-15)
    for name, body in (
        ("gzip", gzip.compress(text)),
        ("deflate", zlib.compress(text)),
        ("deflate", raw.compress(text) + raw.flush()),
    ):
        web.answers["/x"] = Answer(headers={"Content-Encoding": name}, body=body)
        assert fetch(web.url("/x"), typed=True).data == text


def test_all_members_of_an_archive_come_and_what_follows_them_does_not(web: Web) -> None:
    members = [gzip.compress(b"one "), gzip.compress(b""), gzip.compress(b"two")]
    whole = Answer(headers={"Content-Encoding": "gzip"}, body=b"".join(members) + bytes(9))
    bytewise = Answer(
        headers={"Content-Encoding": "gzip"}, pieces=lambda: (bytes([byte]) for byte in b"".join(members))
    )
    web.answers.update({"/whole": whole, "/bytewise": bytewise})

    assert fetch(web.url("/whole"), typed=True).data == b"one two"
    assert fetch(web.url("/bytewise"), typed=True).data == b"one two"


def test_the_limit_is_for_all_members_together(web: Web) -> None:
    body = gzip.compress(bytes(400_000)) * 3
    web.answers["/x"] = Answer(headers={"Content-Encoding": "gzip"}, body=body)

    with pytest.raises(FetchError, match="larger than 1 MB"):
        fetch(web.url("/x"), typed=True, largest=1_000_000)


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd"])
def test_what_was_not_asked_for_is_refused(web: Web, encoding: str) -> None:
    web.answers["/x"] = Answer(headers={"Content-Encoding": encoding}, body=b"x")

    with pytest.raises(FetchError, match="unsupported encoding"):
        fetch(web.url("/x"), typed=True)


def test_a_bomb_ends_at_the_limit(web: Web) -> None:
    web.answers["/x"] = Answer(headers={"Content-Encoding": "gzip"}, body=gzip.compress(bytes(200_000_000), 9))

    with pytest.raises(FetchError, match="larger than 5 MB"):
        fetch(web.url("/x"), typed=True)


def test_a_body_without_end_ends_at_the_limit(web: Web) -> None:
    web.answers["/x"] = Answer(pieces=lambda: repeat(bytes(100_000)))

    with pytest.raises(FetchError, match="larger than 5 MB"):
        fetch(web.url("/x"), typed=True)


def test_a_slow_drip_ends_in_time(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_S", 0.2)
    web.answers["/x"] = Answer(pieces=lambda: repeat(b"."))

    with pytest.raises(FetchError, match=r"took longer|in time"):
        fetch(web.url("/x"), typed=True, largest=10**12)


def test_a_server_that_says_nothing_is_left(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TIMEOUTS", {"connect": 1.0, "read": 0.1, "write": 1.0, "pool": 1.0})
    enough = Event()

    def silence() -> Iterator[bytes]:
        enough.wait(10)
        yield b""

    web.answers["/x"] = Answer(pieces=silence)

    with pytest.raises(FetchError, match="in time"):
        fetch(web.url("/x"), typed=True)
    enough.set()


def test_a_connection_that_is_cut_is_told(web: Web) -> None:
    web.answers["/x"] = Answer(headers={"Content-Length": "100"}, pieces=lambda: iter([b"half", None]))

    with pytest.raises(FetchError, match="broke the connection"):
        fetch(web.url("/x"), typed=True)


def test_an_archive_that_is_cut_is_told(web: Web) -> None:
    web.answers["/x"] = Answer(headers={"Content-Encoding": "gzip"}, body=gzip.compress(b"x" * 10_000)[:-20])

    with pytest.raises(FetchError, match="incomplete"):
        fetch(web.url("/x"), typed=True)


def test_redirects_are_followed_and_a_move_for_good_is_told(web: Web) -> None:
    web.answers["/a"] = Answer(301, {"Location": "/b"})
    web.answers["/b"] = Answer(308, {"Location": web.url("/c")})
    web.answers["/c"] = Answer(body=b"here")

    fetched = fetch(web.url("/a"), typed=True)

    assert (fetched.data, fetched.url, fetched.moved_to) == (b"here", web.url("/c"), web.url("/c"))
    web.answers["/b"] = Answer(302, {"Location": "/c"})
    assert fetch(web.url("/a"), typed=True).moved_to is None


def test_redirects_in_a_circle_end(web: Web) -> None:
    web.answers["/a"] = Answer(302, {"Location": "/a"})

    with pytest.raises(FetchError, match="more than 10 redirects"):
        fetch(web.url("/a"), typed=True)
    assert len(web.asked) == 11


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "gopher://127.0.0.1/", "http://localhost:1/", "http://[::1]/", "http://a@b.example/"],
)
def test_a_redirect_never_leads_to_another_private_place(web: Web, target: str) -> None:
    web.answers["/a"] = Answer(302, {"Location": target})

    with pytest.raises(FetchError, match=r"not a web address|local network"):
        fetch(web.url("/a"), typed=True)


PRIVATE = """http://127.0.0.1/ http://localhost:6379/ http://[::1]/ http://[::ffff:127.0.0.1]/ http://0/ http://0.0.0.0/
    http://2130706433/ http://0x7f.1/ http://017700000001/ http://127.1/ http://169.254.169.254/latest/meta-data/
    http://10.0.0.1/ http://192.168.1.1/ http://100.64.0.1/ gopher://127.0.0.1:6379/_X file:///etc/passwd
    ftp://127.0.0.1/ dict://127.0.0.1:11211/ http://good.example@127.0.0.1/ http://①②⑦.⓪.⓪.①/ http://localhost。/""".split()


@pytest.mark.parametrize("url", PRIVATE)
def test_an_address_from_an_article_never_leads_to_a_private_place(url: str) -> None:
    with pytest.raises(FetchError, match=r"not a web address|local network|cannot be reached"):
        fetch(url)


def test_nothing_is_sent_to_a_private_place(web: Web) -> None:
    with pytest.raises(FetchError, match="local network"):
        fetch(web.url("/x"))
    assert web.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [("93.184.216.34", True), ("::ffff:10.0.0.1", False), ("fe80::1%eth0", False), ("224.0.0.1", False)],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:  # noqa: FBT001 - a row of a table
    assert is_public(address) is public


def test_a_proxy_that_cannot_be_used_stops_only_what_would_come_through_it(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("no_proxy", "NO_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("https_proxy", "socks5://me:secret@gate.example")
    web.answers["/page"] = Answer(body=b"here")

    assert fetch(web.url("/page"), typed=True).data == b"here"
    with pytest.raises(FetchError, match="https_proxy: socks5 proxy is not supported") as caught:
        fetch("https://a.example/")
    assert "secret" not in str(caught.value)


def test_a_proxy_of_the_environment_is_used_and_asked_for_no_private_place(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", web.url(""))
    monkeypatch.delenv("no_proxy", raising=False)
    web.answers["http://far.example/x"] = Answer(body=json.dumps("through").encode())

    assert fetch("http://far.example/x").data == b'"through"'
    with pytest.raises(FetchError, match="local network"):
        fetch("http://10.0.0.1/x")


def test_another_port_of_a_typed_host_is_another_place(web: Web) -> None:
    with a_web() as other:
        web.answers["/a"] = Answer(302, {"Location": other.url("/admin")})
        with pytest.raises(FetchError, match="local network"):
            fetch(web.url("/a"), typed=True)
        assert other.asked == []


def test_headers_that_drip_end_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_S", 0.5)
    enough = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                while not enough.wait(0.05):
                    connection.sendall(b"x: y\r\n")

        thread = Thread(target=drip)
        thread.start()
        began = monotonic()
        with pytest.raises(FetchError, match="in time"):
            fetch(f"http://127.0.0.1:{server.getsockname()[1]}/", typed=True)
        assert monotonic() - began < 5
        enough.set()
        thread.join()


def test_what_a_server_says_is_clean_before_it_is_told(web: Web) -> None:
    for headers in ({"Location": "/\x1b]0;PWNED\x07\x9b31m"}, {"Location": "http://[::1"}):
        web.answers["/a"] = Answer(302, headers)
        with pytest.raises(FetchError) as caught:
            fetch(web.url("/a"), typed=True)
        assert clean_line(str(caught.value)) == str(caught.value)


def test_a_redirect_to_nowhere_is_told(web: Web) -> None:
    web.answers["/a"] = Answer(302)

    with pytest.raises(FetchError, match="without an address"):
        fetch(web.url("/a"), typed=True)
