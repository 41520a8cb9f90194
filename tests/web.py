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


@contextmanager
def a_web() -> Iterator[Web]:
    """Run a server while a test does."""

    class _Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            web.asked.append((self.path, headers))
            given = web.answers.get(self.path, Answer(404))
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
                try:
                    self.wfile.write(piece)
                except OSError:  # the other side has had enough
                    return

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    web = Web(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
