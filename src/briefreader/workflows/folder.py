"""The reader's inbox folder: what is put there is taken in at each refresh, and stays where it is."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from briefreader.ingest.articles import identify
from briefreader.ingest.files import not_utf8, readable_files
from briefreader.model.article import Article
from briefreader.model.control_characters import is_encodable, readable_name
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import FeedId
from briefreader.store.feeds import KnownEntry
from briefreader.workflows.add import Added, articles_in, keep_articles
from briefreader.workspace import Workspace

_FOLDER = FeedId("inbox folder")


@dataclass(frozen=True, slots=True)
class TakenFromFolder:
    """What became of the inbox folder."""

    new: int = 0
    changed: int = 0
    problems: tuple[UnreadableError, ...] = ()
    """What could not be read; a file is told once, until it changes."""


def take_in_folder(workspace: Workspace) -> TakenFromFolder:
    """Add what is new or has changed in the inbox folder since the last time; files are told by size and time.

    A file that has changed is another text of its article, unless a feed brought that, or the file says itself what it
    is: by an address, or as a message.
    """
    store, added, problems = workspace.store, list[Added](), list[UnreadableError]()
    files = _files(workspace.settings.inbox_folder, problems)
    known, failed = store.feeds.known(_FOLDER, files), store.feeds.failed_files()
    for name, (path, stamp) in files.items():
        if stamp in (failed.get(name), known[name].digest if name in known else None):
            continue
        done, wrong = _take_in_file(workspace, path, known.get(name))
        added += done
        problems += wrong
        if done:
            store.feeds.set_entry(_FOLDER, name, KnownEntry(done[0].article.id, stamp, 0), owns=False)
        else:
            store.feeds.file_failed(name, stamp)
    outcomes = [one.outcome for one in added]
    return TakenFromFolder(outcomes.count("added"), outcomes.count("revised"), tuple(problems))


def _take_in_file(
    workspace: Workspace, path: Path, before: KnownEntry | None
) -> tuple[list[Added], list[UnreadableError]]:
    if not is_encodable(str(path)):
        return [], [not_utf8(path, [path])]
    read, problems = articles_in(workspace, path)
    feeds = workspace.store.feeds
    is_ours = before is not None and feeds.owner(before.article_id) is None
    is_alone = before is not None and feeds.keys_of(_FOLDER, before.article_id) == {str(path)}  # not one of two alike
    if before and is_ours and is_alone and len(read) == 1 and _is_known_by_its_words(read[0].article):
        read = [replace(read[0], article=replace(read[0].article, id=before.article_id))]
    return keep_articles(workspace, read), problems


def _is_known_by_its_words(article: Article) -> bool:
    return article.url is None and article.id == identify(article)


def _files(folder: str, problems: list[UnreadableError]) -> dict[str, tuple[Path, str]]:
    """Return each file with its time and size, by a name that the store can hold; none without a folder.

    Add to ``problems`` the folder if it is not there, and what in it cannot be read.
    """
    if not folder:
        return {}
    place = Path(folder).expanduser()
    if not place.is_dir():
        problems.append(UnreadableError(folder, "folder not found"))
        return {}
    files: dict[str, tuple[Path, str]] = {}
    for path in readable_files(place, problems):
        with suppress(OSError):  # it has gone since; what is still there is next time's
            stat = path.stat()
            files[_name(path)] = path, f"{stat.st_mtime_ns} {stat.st_size}"
    return files


def _name(path: Path) -> str:
    return str(path) if is_encodable(str(path)) else readable_name(str(path))
