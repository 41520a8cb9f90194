"""Save what is open, and what could not be saved, elsewhere: the store's own file is gone."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from briefreader.model.article import ArticleRow
from briefreader.model.backup import backup_name
from briefreader.model.errors import StoreError, StoreLostError
from briefreader.store.store import open_store
from briefreader.temporary import staged_file
from briefreader.workflows.annotate import Remark
from briefreader.workflows.backup import unused
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What the reader has written and the store did not take."""

    text: str
    write: Callable[[Workspace], object]
    """Writes it into another store, in which everything else is the same."""


def remark_in_words(remark: Remark, article: ArticleRow, quoted: str | None, thesis: str) -> str:
    """Return a remark as lines that say all of it; ``quoted``: its passage, None for the whole article."""
    lines = [remark.note] if remark.note else []
    if remark.tags:
        lines.append(f"Tags: {', '.join(remark.tags)}")
    if weight := remark.evidence:
        lines.append(f"Weight: {weight.stance}, strength {weight.strength} of 5, confidence {weight.confidence:.0%}")
        lines.append(f"Thesis: {thesis}")
    lines.append(f"On the words: {quoted}" if quoted else "On the whole article")
    lines.append(f"Article: {article.name} ({article.url or article.id})")
    return "\n".join(lines)


def rescue(workspace: Workspace, lost: StoreLostError, unsaved: Unsaved | None) -> Path:
    """Write the store that is open to a new file beside its old one, with what could not be saved; return which file.

    Where the open store is not whole any more, the file holds only the text of what could not be saved.

    Raises:
        StoreError: nothing could be written.

    """
    file = Path(workspace.store.file() or "")
    if lost.is_whole:
        copy = unused(file.with_name(f"{file.stem}.saved-{backup_name(workspace.clock())}"))
        workspace.store.write_copy(copy)
        if unsaved:
            with open_store(copy) as store:
                unsaved.write(replace(workspace, store=store))
        logger.info("rescued path=%s", copy)
        return copy
    if unsaved is None:
        raise StoreError("nothing was saved: the open store is damaged. To restore it, run briefreader restore.")
    path = unused(file.with_name(f"{file.stem}.note-{backup_name(workspace.clock())}").with_suffix(".txt"))
    try:
        with staged_file(path.parent, [unsaved.text, "\n"]) as staged:
            staged.replace(path)
    except OSError as error:
        raise StoreError(f"could not write {path}: {error.strerror}") from error
    return path
