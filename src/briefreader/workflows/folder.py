"""The reader's inbox folder: what is put there is taken in at each refresh, and stays where it is."""

from pathlib import Path

from briefreader.ingest.files import find_files, read_articles
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import FeedId
from briefreader.store.feeds import KnownEntry
from briefreader.workflows.add import Added, add_articles
from briefreader.workspace import Workspace

_FOLDER = FeedId("inbox folder")


def take_in_folder(workspace: Workspace) -> tuple[list[Added], list[UnreadableError]]:
    """Add what is new or has changed in the inbox folder since the last time; files are told by size and time."""
    store, added, problems = workspace.store, list[Added](), list[UnreadableError]()
    try:
        stamps = _stamps(workspace.settings.inbox_folder)
    except UnreadableError as problem:
        return [], [problem]
    known = store.feeds.known(_FOLDER, stamps)
    for path, stamp in stamps.items():
        if path in known and known[path].digest == stamp:
            continue
        try:
            done = add_articles(workspace, workspace.sandbox.run(path, read_articles, Path(path)))
        except UnreadableError as problem:
            problems.append(problem)
            continue
        added += done
        if done:
            store.feeds.set_entry(_FOLDER, path, KnownEntry(done[0].article.id, stamp, 0), owns=False)
    return [one for one in added if one.outcome != "known"], problems


def _stamps(folder: str) -> dict[str, str]:
    """Return time and size of each file; none without a folder, and in an empty one.

    Raises:
        UnreadableError: the folder is not there, or cannot be read.

    """
    place = Path(folder).expanduser()
    try:
        if not folder or (place.is_dir() and not any(place.iterdir())):
            return {}
        files = {str(path): path.stat() for path in find_files(place)}
    except OSError as error:
        raise UnreadableError(folder, error.strerror or "cannot be read") from error
    return {path: f"{stat.st_mtime_ns} {stat.st_size}" for path, stat in files.items()}
