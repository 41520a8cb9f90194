from pathlib import Path

from briefreader.model.signs import ASCII
from briefreader.ui.text.wrapping import width_of

GOLDENS = Path(__file__).parents[1] / "ui" / "goldens"


def test_every_sign_of_the_screens_has_one_in_ascii_of_its_width() -> None:
    for golden in GOLDENS.glob("*.txt"):
        text = golden.read_text("utf-8")
        plain = text.translate(ASCII)

        assert {sign for sign in plain if not sign.isascii()} <= set("åéüöäñç"), golden.name
        assert [width_of(line) for line in plain.splitlines()] == [width_of(line) for line in text.splitlines()]
