import subprocess
import sys
from pathlib import Path

import pytest
from factories import REPOSITORY

SHARED = REPOSITORY.parent / "shared" / "hostile"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Have the hostile samples written, 56 MB of them."""
    if not SHARED.exists():
        pytest.skip("the hostile samples are not here")
    folder = tmp_path_factory.mktemp("hostile")
    program = folder / "make_hostile.py"
    program.write_bytes((SHARED / "make_hostile.py").read_bytes())
    subprocess.run([sys.executable, str(program)], cwd=folder, check=True, capture_output=True)  # noqa: S603 - ours
    return folder
