"""Open the app on a store."""

import gc
import os
from collections.abc import Callable

from briefreader.cli.options import LaunchOptions, opened

_ESCAPE_DELAY_MS = "25"
"""How long Textual waits to tell the escape key from an escape sequence; its own 100 ms are felt."""


def launch(options: LaunchOptions, complete: Callable[[str], list[tuple[str, str]]]) -> bool:
    """Run the app until the reader quits; False when a bug has ended it, which the log then holds.

    ``complete`` returns the words that could end a command line, each with its meaning.

    Raises:
        BriefreaderError: the store, the settings or the theme on the command line cannot be used.

    """
    gc.disable()  # the app turns it on again when its first frame is on the screen
    os.environ.setdefault("ESCDELAY", _ESCAPE_DELAY_MS)
    from briefreader.ui.startup.first_frame import painted_first  # noqa: PLC0415 - other commands paint nothing

    with painted_first(options.store_file) as early:
        from briefreader.cli.log_file import log_to_file  # noqa: PLC0415 - the first frame comes first

        log_to_file()
        with opened(options, is_checked_later=True) as workspace:
            from briefreader.ui.app import BriefreaderApp  # noqa: PLC0415 - ESCDELAY and the first frame come first
            from briefreader.ui.settings.themes import find_theme  # noqa: PLC0415 - it loads Textual

            if options.theme:
                find_theme(options.theme)  # what is asked for now is not silently another
            app = BriefreaderApp(workspace, complete, early)
            app.run(mouse=options.mouse)
            return not app.return_code
