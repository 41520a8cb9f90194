"""Labelled briefings, read from a folder as the corpus has it: ``docs``, ``gold.jsonl``, ``label.py`` and ``score.py``.

``gold/align.py`` beside the folder carries spans to its own texts, as it does for the scorer's other users. The
folder is beside the project and never part of it: its texts belong to others.
"""

import importlib.util
import json
import sys
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from briefreader.analysis.amounts.quantities import find_quantities
from briefreader.analysis.citations.citations import find_citations
from briefreader.analysis.claims.unit_features import Unit
from briefreader.analysis.claims.units import Facts, find_units
from briefreader.analysis.dates.dates import DateContext, dominant_year, find_dates
from briefreader.analysis.roles.roles import Roles
from briefreader.analysis.roles.sections import assign_roles
from briefreader.analysis.text.languages import language_of
from briefreader.analysis.text.placed import InOrder
from briefreader.ingest.files import read_articles
from briefreader.model.document import Document
from briefreader.model.span import Span

UNDATED = date(2026, 7, 31)
"""The day of reading of a text without a date, so that every run is the same."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A briefing with what readers have labelled; spans of labels point into the folder's own text of it."""

    id: str
    document: Document
    reference: date
    region: tuple[int, int]
    sentences: list[Row]
    citations: list[Row]
    about: Row
    """Its line of the folder's index: subject, licence, language; empty without one."""
    aligner: Any
    """Carries spans of the document to the folder's text."""

    def original(self, span: Span) -> Span | None:
        """Return where words of the document stand in the folder's text; None where they do not."""
        found = self.aligner.span(span.start, span.end)
        return Span(*found) if found else None

    def units(self) -> list[Unit]:
        """Return what the model is asked about."""
        return units_of(self.document, self.reference)

    def label_of(self, unit: Unit) -> Row | None:
        """Return the label of the sentence that a unit shares most characters with; None where nothing is labelled."""
        span = self.original(unit.span)
        if not span or not self.region[0] <= (span.start + span.end) / 2 < self.region[1]:
            return None
        first = bisect_left([row["end"] for row in self.sentences], span.start)
        near = [row for row in self.sentences[first:] if row["start"] < span.end]
        shared = {n: min(span.end, row["end"]) - max(span.start, row["start"]) for n, row in enumerate(near)}
        best = max(shared, key=lambda n: shared[n], default=None)
        return near[best] if best is not None and shared[best] > 0 else None


_REFERENCE_TYPES = {"state": "event", "number": "fact_number", "quote": "attribution", "question": "none"}


def load_reference_texts(seeds: Path) -> list[Labelled]:
    """Return the five reference texts with their labels, as the folder beside them has them; none without it."""
    gold = seeds.parent / "gold" / "seeds_gold.jsonl"
    if not gold.is_file():
        return []
    rows: dict[str, list[Row]] = defaultdict(list)
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] in ("claim", "ignore"):
            type_ = _REFERENCE_TYPES.get(row["type"], row["type"]) if row["kind"] == "claim" else "none"
            rows[row["seed"]].append({"start": row["start"], "end": row["end"], "type": type_})
    return [_reference_text(seeds / name, seeds, labels) for name, labels in sorted(rows.items())]


def _reference_text(path: Path, seeds: Path, labels: list[Row]) -> Labelled:
    document, text = assign_roles(read_articles(path)[0].document), path.read_text("utf-8")
    return Labelled(
        id=path.stem,
        document=document,
        reference=date(2026, 6, 10),
        region=(0, len(text)),
        sentences=sorted(labels, key=lambda row: (row["start"], row["end"])),
        citations=[],
        about={},
        aligner=module_of(seeds.parent / "gold", "align").Aligner(document.text, text),
    )


def units_of(document: Document, reference: date) -> list[Unit]:
    """Return the sentences of a document that may be claims."""
    roles, context = Roles(document), DateContext(reference, dominant_year(document.text), language_of(document.text))
    facts = Facts(
        InOrder(find_citations(roles, context)),
        InOrder(tuple(find_dates(document.text, context))),
        InOrder(tuple(find_quantities(document.text))),
        reference,
    )
    return list(find_units(roles, facts))


def module_of(folder: Path, name: str) -> ModuleType:
    """Load a program that stands in the folder, such as its scorer."""
    spec = importlib.util.spec_from_file_location(f"corpus_{name}", folder / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def load(folder: Path) -> list[Labelled]:
    """Return the labelled briefings in the order of their names."""
    text_of, aligner = module_of(folder, "label").text_of, module_of(folder.parent / "gold", "align").Aligner
    rows: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        rows[row["doc"]][row["kind"]].append(row)
    about = {
        row["id"]: {**row, "subject": file.stem.removeprefix("index-")}
        for file in sorted(folder.glob("index-*.jsonl"))
        for row in map(json.loads, file.read_text("utf-8").splitlines())
    }
    found = []
    for path in sorted((folder / "docs").iterdir()):
        if path.stem not in rows:
            continue
        article = read_articles(path)[0]
        document, labels = assign_roles(article.document), rows[path.stem]
        low, high = labels["doc"][0]["region"]
        sentences = sorted(labels["sentence"], key=lambda row: (row["start"], row["end"]))
        found.append(
            Labelled(
                id=path.stem,
                document=document,
                reference=article.published_on or UNDATED,
                region=(low, high),
                sentences=sentences,
                citations=labels["citation"],
                about=about.get(path.stem, {}),
                aligner=aligner(document.text, text_of(path)),
            )
        )
    return found
