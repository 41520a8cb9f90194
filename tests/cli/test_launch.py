import sys
from pathlib import Path

import pytest

from briefreader import paths
from briefreader.cli.options import LaunchOptions, load_settings
from briefreader.model.errors import StoreError


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], LaunchOptions()),
        (["--demo"], LaunchOptions(demo=True)),
        (["--store", "a.db", "--no-mouse"], LaunchOptions(store=Path("a.db"), mouse=False)),
        (["--store=a.db", "--theme=paper"], LaunchOptions(store=Path("a.db"), theme="paper")),
        (["list"], None),
        (["--help"], None),
        (["--store"], None),
        (["--store", "--demo"], None),
        (["--demo=1"], None),
    ],
)
def test_only_what_opens_the_app_is_read_without_click(arguments: list[str], options: LaunchOptions | None) -> None:
    assert LaunchOptions.parse(arguments) == options


def test_the_store_is_named_on_the_line_then_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFREADER_STORE", "/e.db")

    assert LaunchOptions(store=Path("/a.db")).store_file == Path("/a.db")
    assert LaunchOptions(demo=True).store_file == paths.demo_store_file()
    assert LaunchOptions().store_file == Path("/e.db")
    monkeypatch.delenv("BRIEFREADER_STORE")
    assert LaunchOptions().store_file == paths.store_file()


def test_a_theme_on_the_line_wins_over_the_settings() -> None:
    assert load_settings(LaunchOptions(theme="paper")).theme == "paper"


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="Python follows such a link as far as it leads")
def test_a_store_that_is_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "s.db").symlink_to("s.db")

    with pytest.raises(StoreError, match="the link leads to itself"):
        _ = LaunchOptions(store=tmp_path / "s.db").store_file
