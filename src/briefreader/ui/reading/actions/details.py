"""Correct what is known of an article: its title, publisher, byline, date, original source and address."""

from collections.abc import Mapping, Sequence
from functools import cached_property, partial

from briefreader.model.article import ArticleRow
from briefreader.model.evidence import FIELDS, Field
from briefreader.model.ids import ArticleId
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.dialogs.form import FormScreen
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.workflows.edit import DetailError, edit_details, parse_detail, publish_as
from briefreader.workflows.written import Unclear

_NAMES: dict[Field, str] = {
    "title": "Title",
    "publisher": "Publisher",
    "byline": "Byline",
    "date": "Date",
    "origin": "Original source",
    "url": "Address",
}


class DetailActions(ActionGroup):
    """Asks for an article's details, and offers a publisher for the others of its host or feed."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {"details": self._edit}

    def _edit(self) -> None:
        """Ask for the details of the article that is open."""
        reading = self._presenter.ensure_open()
        if reading is None:
            return
        article, before = reading.article, _details(reading.article)
        labels: dict[str, str] = {name: _label(article, name) for name in FIELDS}
        take, keep = partial(_changed, before), partial(self._keep, article.id)
        self._app.push_screen(FormScreen(labels, before, take, keep))

    def _keep(self, article_id: ArticleId, changed: Mapping[Field, str]) -> None:
        if not changed:
            self._presenter.show_status("Nothing changed")
            return
        with self._presenter.remembering():
            others = edit_details(self._workspace, article_id, changed)
        if "date" not in changed or not self._presenter.reinsert(article_id):
            self._presenter.refresh_article()
        names = ", ".join(_NAMES[name].lower() for name in changed)
        self._presenter.show_status(f"Corrected {names} (u to undo)")
        if others:
            self._app.call_later(self._offer, others, changed["publisher"])

    def _offer(self, others: Sequence[ArticleId], publisher: str) -> None:
        """Ask whether the other articles of the host or feed have this publisher too."""
        count = f"{len(others):,} other article{'s' if len(others) > 1 else ''}"

        def correct() -> None:
            with self._presenter.remembering():
                publish_as(self._workspace, list(others), publisher)
            self._presenter.resume(None)
            self._presenter.show_status(f"Corrected the publisher of {count} (u to undo)")

        choices = [
            Choice("Only this article", lambda: None),
            Choice(f"Also {count}", correct, "Of the same host or feed, with another publisher"),
        ]
        choose(self._app, choices, f"Correct the publisher to {publisher or 'none'}?")


def _changed(before: Mapping[str, str], written: Mapping[str, str]) -> dict[Field, str] | Unclear:
    """Return what was changed, or the first field that cannot be taken."""
    changed = {name: written[name] for name in FIELDS if written[name].strip() != before[name]}
    for name, text in changed.items():
        try:
            parse_detail(name, text)
        except DetailError as error:
            return Unclear(name, str(error))
    return changed


def _details(article: ArticleRow) -> dict[str, str]:
    """Return an article's details as its form shows them."""
    return {
        "title": article.title or "",
        "publisher": article.publisher or "",
        "byline": article.byline or "",
        "date": article.published_on.isoformat() if article.published_on else "",
        "origin": article.origin_name or "",
        "url": article.url or "",
    }


def _label(article: ArticleRow, name: Field) -> str:
    """Return the name of a field, where it was read, and how sure that is."""
    evidence = next((one for one in article.evidence if one.field == name), None)
    if evidence and evidence.place == "reader":
        return f"{_NAMES[name]} · corrected by you"
    if evidence:
        sureness = "a guess" if evidence.is_guess else evidence.sureness
        return f"{_NAMES[name]} · read from {evidence.place}, {sureness}"
    return _NAMES[name] if _details(article)[name] else f"{_NAMES[name]} · not found"
