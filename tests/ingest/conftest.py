from pathlib import Path

import pytest
from hostile.samples import write_samples


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Have the hostile samples written."""
    folder = tmp_path_factory.mktemp("hostile")
    write_samples(folder)
    return folder
