"""The ``briefreader`` command.

Without a command it opens the app, and then nothing but the app is loaded: click alone would cost 40 ms.
"""

import os
import sys
from collections.abc import Sequence

from briefreader.cli.exit_codes import EXIT_PROBLEM, report_bug
from briefreader.cli.launch import launch
from briefreader.cli.options import COMPLETION_VARIABLE, LaunchOptions
from briefreader.cli.output_gate import guard_output
from briefreader.model.errors import BriefreaderError


def main() -> None:
    """Run the command in ``sys.argv`` and exit: 0 done, 1 a problem to act on, 2 wrong usage, 3 a bug."""
    guard_output()
    sys.exit(run(sys.argv[1:]))


def main_politely() -> None:
    """Run the command in ``sys.argv`` as :func:`main` does, and let the app that has started it go first."""
    os.nice(10)
    main()


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    try:
        options = None if COMPLETION_VARIABLE in os.environ else LaunchOptions.parse(arguments)
        if options:
            return 0 if launch(options, _complete) else report_bug("the app ended unexpectedly")
        from briefreader.cli.commands import briefreader  # noqa: PLC0415 - the app's first frame comes before click
        from briefreader.cli.log_file import log_to_file  # noqa: PLC0415 - as above

        log_to_file()
        result = briefreader.main(list(arguments), prog_name="briefreader", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except BriefreaderError as problem:
        print(f"briefreader: {problem}", file=sys.stderr)  # noqa: T201 - click is not loaded
        return EXIT_PROBLEM
    except Exception as bug:
        if shown := _usage_problem(bug):
            return shown
        import logging  # noqa: PLC0415 - 15 ms before the first frame

        from briefreader.cli.log_file import log_to_file  # noqa: PLC0415 - as above

        log_to_file()
        logging.getLogger(__name__).exception("a bug")
        return report_bug(repr(bug))


def _complete(line: str) -> list[tuple[str, str]]:
    """Complete a line of the app's own command line; the commands are loaded with the first one."""
    from briefreader.cli.commands import briefreader  # noqa: PLC0415 - the app starts without click
    from briefreader.cli.completion import complete  # noqa: PLC0415 - as above

    return complete(briefreader, line)


def _usage_problem(error: Exception) -> int | None:
    """Show what click says of wrong usage, and return its exit code; None for any other error."""
    import click  # noqa: PLC0415 - see above

    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        return EXIT_PROBLEM
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    return None
