import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs import verify

from briefreader.ingest.evidence_pack import MOST_TOLD
from briefreader.model.errors import UnreadableError

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
    told = {"schema": "briefreader.pack/2", "count": 1, "files": files, "notes": notes}
    (path / "manifest.json").write_text(json.dumps(told), "utf-8")

    try:
        verified = verify(path)
    except UnreadableError:
        return
    assert len(verified.wrong) >= verified.notes


def test_a_link_out_of_the_pack_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "pack"
    path.mkdir()
    (tmp_path / "secret").write_text("secret")
    (path / "a.txt").symlink_to(tmp_path / "secret")
    told = {"schema": "briefreader.pack/2", "count": 0, "files": {"../secret": "x", "a.txt": "x"}, "notes": []}
    (path / "manifest.json").write_text(json.dumps(told), "utf-8")

    wrong = verify(path).wrong

    assert "a.txt is no plain file" in wrong
    assert "../secret does not belong in a pack" in wrong


def test_a_note_of_half_a_letter_is_named_like_any_other(tmp_path: Path) -> None:
    note = {"id": "n1", "note": "\ud83d", "text": "texts/a"}
    told = {"schema": "briefreader.pack/2", "count": 1, "files": {}, "notes": [note]}
    (tmp_path / "manifest.json").write_text(json.dumps(told), "utf-8")

    wrong = verify(tmp_path).wrong

    assert "note n1: its content was changed" in wrong
    assert "note n1: not in the form that briefreader writes" in wrong


def test_no_more_is_told_than_anybody_reads(tmp_path: Path) -> None:
    told = {"schema": "briefreader.pack/2", "count": 1, "files": {}, "notes": [{"id": str(n)} for n in range(9_999)]}
    (tmp_path / "manifest.json").write_text(json.dumps(told), "utf-8")

    wrong = verify(tmp_path).wrong

    assert len(wrong) == MOST_TOLD + 1
    assert wrong[-1].endswith("more")
