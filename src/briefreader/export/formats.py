"""What the reader's work can be written as: a row for each format.

To add one: a module that renders it, and a row here. Help, documentation and command follow from the table.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefreader.export.bibtex import render_bibtex
from briefreader.export.calendar import render_calendar
from briefreader.export.csl_json import render_csl_json
from briefreader.export.html_report import render_report
from briefreader.export.hypothesis import render_hypothesis
from briefreader.export.lines import render_lines
from briefreader.export.markdown import is_untouched, render_notes
from briefreader.export.merging import fresh, merged, name_in
from briefreader.export.notes_csv import render_csv
from briefreader.export.obsidian import sheet_of
from briefreader.export.opml import render_opml
from briefreader.export.readwise import render_readwise
from briefreader.export.ris import render_ris
from briefreader.export.web_annotation import render_collection
from briefreader.views.reading import Reading
from briefreader.views.selection import Selection
from briefreader.views.works import works_of


@dataclass(frozen=True, slots=True)
class OneFile:
    """A format that is one file."""

    about: str
    file: str
    """Its name where the reader gives none."""
    pieces: Callable[[Selection], Iterable[str]]
    """Return what is in it, piece by piece."""


@dataclass(frozen=True, slots=True)
class FileEachArticle:
    """A format that is a folder with a file for each article."""

    about: str
    render: Callable[[Reading, Selection, str | None], str | None]
    """Return the file anew, given what stands in it now; None when that is a person's, and not to be touched."""
    article_in: Callable[[str], str | None] | None = None
    """Return the id of the article that a file was written for, so that it is known under another name; None for
    any other file. None where only the name tells."""


def _markdown(reading: Reading, selection: Selection, text: str | None) -> str | None:
    is_ours = text is None or is_untouched(text)
    return render_notes(reading, with_text=selection.with_text) if is_ours else None


def _obsidian(reading: Reading, selection: Selection, text: str | None) -> str | None:
    sheet = sheet_of(reading, selection.thesis_titles, with_text=selection.with_text)
    if text is None:
        return fresh(sheet)
    return merged(text, sheet) if name_in(text) == sheet.name else None


FORMATS: dict[str, OneFile | FileEachArticle] = {
    "markdown": FileEachArticle("notes in Markdown, one file per article", _markdown),
    "obsidian": FileEachArticle(
        "notes for Obsidian, one file per article; your edits to the files are kept",
        _obsidian,
        name_in,
    ),
    "csv": OneFile("one row per note with all its fields", "notes.csv", lambda s: [render_csv(s.annotated)]),
    "readwise": OneFile("notes in Readwise's columns", "readwise.csv", lambda s: [render_readwise(s.annotated)]),
    "jsonl": OneFile(
        "everything, as JSON Lines; `import --mine` into an empty store recreates the store",
        "briefreader.jsonl",
        lambda s: render_lines(s.rows()),
    ),
    "web-annotation": OneFile(
        "annotations as W3C Web Annotations (JSON-LD)",
        "annotations.jsonld",
        lambda s: [render_collection(s.annotated)],
    ),
    "hypothesis": OneFile(
        "annotations for Hypothesis (JSON)", "hypothesis.json", lambda s: [render_hypothesis(s.annotated)]
    ),
    "bibtex": OneFile(
        "articles and citations in BibTeX",
        "sources.bib",
        lambda s: [render_bibtex(works_of(s.readings))],
    ),
    "csl-json": OneFile(
        "articles and citations in CSL-JSON",
        "sources.json",
        lambda s: [render_csl_json(works_of(s.readings))],
    ),
    "ris": OneFile(
        "articles and citations in RIS",
        "sources.ris",
        lambda s: [render_ris(works_of(s.readings))],
    ),
    "html": OneFile("printable report in one file, bull next to bear", "report.html", lambda s: [render_report(s)]),
    "opml": OneFile("feeds (ignores the query)", "feeds.opml", lambda s: [render_opml(s.feeds)]),
    "ics": OneFile("watchlist as a calendar", "watchlist.ics", lambda s: [render_calendar(s.watch_items)]),
}
"""The formats by their names."""
