"""Build the wheel, install it into an empty environment, and use it: what the checkout hides shows here."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
FEWEST_BRIEFINGS = 15


def main() -> None:
    """Exit with an error when the wheel does not do what the checkout does."""
    with tempfile.TemporaryDirectory() as folder:
        dist = Path(folder) / "dist"
        run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(dist), str(REPOSITORY))
        (wheel,) = dist.glob("*.whl")
        room = Path(folder) / "room"
        venv.create(room, symlinks=True)
        (site,) = room.glob("lib/python*/site-packages")
        # what briefreader needs comes from this environment, briefreader itself from the wheel
        ours = next(path for path in sys.path if path.endswith("site-packages"))
        run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(wheel))
        (site / "needed.pth").write_text(ours)
        home = {"HOME": folder, "PATH": os.environ["PATH"], "PYTHONNOUSERSITE": "1", "PYTHONPATH": str(site)}
        python = str(room / "bin" / "python")
        listed = run(python, "-m", "briefreader", "--demo", "list", env=home, cwd=folder)
        themes = run(
            python,
            "-c",
            "from briefreader.ui.settings.themes import theme_names; print(*theme_names())",
            env=home,
            cwd=folder,
        )
        where = run(python, "-c", "import briefreader; print(briefreader.__file__)", env=home, cwd=folder)
    if str(REPOSITORY) in where or len(listed.splitlines()) < FEWEST_BRIEFINGS or "paper" not in themes:
        sys.exit(f"the wheel is not whole:\n{where}\n{listed}\n{themes}")
    sys.stdout.write(f"wheel: {len(listed.splitlines())} sample briefings, themes {themes}")


def run(*command: str, env: dict[str, str] | None = None, cwd: str | None = None) -> str:
    """Run a command that must succeed, and return what it prints."""
    return subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True, check=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
