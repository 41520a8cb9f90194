"""A real web server on this machine, which answers as a test says."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What a path answers; ``pieces`` go out one by one, and the connection is cut where one is None."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    pieces: Callable[[], Iterator[bytes | None]] | None = None


Handler = Callable[[Mapping[str, str]], Answer]


class Web:
    """Answers by path, and remembers what it was asked, with the headers."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Answer | Handler] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    web: Web

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that have had enough."""


class _Asked(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Answer as the test says."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.web.asked.append((self.path, headers))
        given = self.server.web.answers.get(self.path, Answer(404))
        answer = given(headers) if callable(given) else given
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.pieces is None:
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)
            return
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for piece in answer.pieces():
            if piece is None:
                self.connection.close()
                return
            self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def a_web() -> Iterator[Web]:
    """Run a server while a test does."""
    server = _Server(("127.0.0.1", 0), _Asked)
    server.web = Web(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
