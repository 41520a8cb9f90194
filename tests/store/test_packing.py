import zlib

import pytest
from factories import added
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.errors import StoreError
from briefreader.store.packing import LARGEST, pack, unpack
from briefreader.workspace import Workspace


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert unpack(pack(text)) == text


def test_a_value_that_unpacks_to_any_size_is_refused_at_the_limit() -> None:
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(b" " * 2**20) for _ in range(LARGEST // 2**20 + 1)) + packer.flush()

    assert len(bomb) < 100_000
    with pytest.raises(StoreError, match="too large"):
        unpack(bomb)


@pytest.mark.parametrize(
    "data", [b"", b"plain", pack("Halden")[:-3], pack("Halden")[:-1] + b"!", zlib.compress(b"\xff")]
)
def test_a_damaged_value_is_an_error_that_names_a_way_out(data: bytes) -> None:
    with pytest.raises(StoreError, match="briefreader doctor"):
        unpack(data)


@pytest.mark.parametrize("column", ["facts", "statements"])
def test_a_damaged_analysis_is_found(workspace: Workspace, column: str) -> None:
    added(workspace)
    workspace.store._connection.execute(f"UPDATE analyses SET {column} = substr({column}, 2)")  # noqa: S608 - as above

    assert workspace.store.damage() == ["the layout or the analysis of text 1 is damaged"]
