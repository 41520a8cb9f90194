import pytest

from briefreader.ingest.private import is_written_private


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("10.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("metadata.google.internal", True),
        ("127.1", True),
        ("2130706433", True),
        ("0x7f000001", True),
        ("localhost.", True),
        ("64:ff9b::7f00:1", True),
        ("2002:7f00:1::", True),
        ("::127.0.0.1", True),
        ("93.184.216.34", False),
        ("a.example", False),
        ("", False),
    ],
)
def test_private_hosts_are_told_as_far_as_they_are_written_out(host: str, private: bool) -> None:  # noqa: FBT001
    assert is_written_private(host) is private
