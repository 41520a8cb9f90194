"""Shows a theme of the reader's own anew when its file is saved."""

from pathlib import Path
from typing import Any

from textual.app import App

from briefreader import paths
from briefreader.model.errors import ThemeError
from briefreader.ui.settings.themes import load_theme

LOOK_EACH_S = 1.0


class ThemeWatch:
    """Looks at the file of the theme that is shown; Textual's and ours are left alone."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._seen: tuple[Path, int] | None = None

    def look(self) -> None:
        """Show the theme anew if its file has changed since the last look; with a mistake in it, say so instead."""
        path = paths.user_themes() / f"{self._app.theme}.toml"
        try:
            now = (path, path.stat().st_mtime_ns)
        except OSError:
            self._seen = None
            return
        before, self._seen = self._seen, now
        if before is None or before[0] != path or before == now:
            return
        try:
            self._app.register_theme(load_theme(path))
        except ThemeError as error:
            self._app.notify(str(error), severity="error", markup=False)
        else:
            self._app.refresh_css(animate=False)
