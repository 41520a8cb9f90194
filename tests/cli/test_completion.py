import pytest

from briefreader.cli.commands import briefreader
from briefreader.cli.completion import complete


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("theses rev", ["reviewed"]),
        ("move la", ["later"]),
        ("export --format bib", ["bibtex"]),
        ("theses add --be", ["--bear"]),
        ("export -o ", []),
        ('export -q "half', []),
    ],
)
def test_what_could_come_next_is_offered(line: str, words: list[str]) -> None:
    assert [word for word, _ in complete(briefreader, line)] == words


def test_commands_come_with_what_they_do() -> None:
    assert dict(complete(briefreader, "cross"))["crosscheck"].startswith("Compare claims across articles")
