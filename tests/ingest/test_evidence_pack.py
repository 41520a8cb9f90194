import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.errors import UnreadableError
from briefreader.workflows.evidence_pack import verify_pack

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "start"]), inner),
    max_leaves=8,
)


@given(files=JSON, notes=JSON)
def test_no_manifest_breaks_the_verification(
    tmp_path_factory: pytest.TempPathFactory, files: object, notes: object
) -> None:
    path = tmp_path_factory.mktemp("pack")
    told = {"schema": "briefreader.pack/1", "files": files, "notes": notes}
    (path / "manifest.json").write_text(json.dumps(told), "utf-8")

    try:
        count, wrong = verify_pack(path)
    except UnreadableError:
        return
    assert len(wrong) >= count


def test_a_link_out_of_the_pack_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "pack"
    path.mkdir()
    (tmp_path / "secret").write_text("secret")
    (path / "a.txt").symlink_to(tmp_path / "secret")
    told = {"schema": "briefreader.pack/1", "files": {"../secret": "x", "a.txt": "x"}, "notes": []}
    (path / "manifest.json").write_text(json.dumps(told), "utf-8")

    assert verify_pack(path) == (0, ["../secret is missing", "a.txt is missing"])


def test_a_note_of_half_a_letter_is_named_like_any_other(tmp_path: Path) -> None:
    told = {"schema": "briefreader.pack/1", "files": {}, "notes": [{"id": "n1", "note": "\ud83d", "text": "texts/a"}]}
    (tmp_path / "manifest.json").write_text(json.dumps(told), "utf-8")

    assert verify_pack(tmp_path) == (1, ["note n1: what it says was changed", "note n1: its text is missing"])
