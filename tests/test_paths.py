from pathlib import Path

import pytest

from briefreader import paths


@pytest.mark.parametrize("folder", ["themes", "sample_data"])
def test_bundled_folders_are_there(folder: str) -> None:
    assert any(paths.bundled(folder).iterdir())


def test_everything_of_the_reader_is_in_their_own_folders(tmp_path: Path) -> None:
    places = [
        paths.settings_file(),
        paths.user_themes(),
        paths.store_file(),
        paths.demo_store_file(),
        paths.log_file(),
        paths.export_folder(),
    ]

    assert all(str(place).startswith(str(tmp_path)) for place in places)
    assert len(set(places)) == len(places)
