import pytest

from briefreader.ingest.private import is_written_private


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("10.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("metadata.google.internal", True),
        ("a.example", False),
        ("", False),
    ],
)
def test_private_hosts_are_told_as_far_as_they_are_written_out(host: str, private: bool) -> None:  # noqa: FBT001
    assert is_written_private(host) is private
