"""How accurate the analysis is on labelled briefings: each figure with the interval that its documents leave open.

``make accuracy`` reads the folder at ``TEXTS``. Each document is analysed with a model that was trained without it, so
that what is printed is what a text that nobody has seen would get; documents are told apart by a hash of their names.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any
from zlib import crc32

from accuracy.corpus import Labelled, load, module_of
from accuracy.training import examples_of, own_examples, train
from briefreader.analysis.analyse import analyse
from briefreader.model.analysis import Analysis
from briefreader.model.citation import Citation

FOLDS = 7
RESAMPLES = 1000
STORED = Path(__file__).parent / "figures.json"
"""The figures of the last run with ``--store``."""
_TYPES = {"number": "fact_number", "quote": "attribution", "question": "none"}
Counts = Counter[str]


def fold_of(name: str) -> int:
    """Return the fold that a document is held back in."""
    return (crc32(f"f{name}".encode()) >> 3) % FOLDS


def half_of(name: str) -> int:
    """Return 0 for a document that rules were developed on, 1 for one that was held back."""
    return crc32(name.encode()) & 1


def prediction_of(labelled: Labelled, analysis: Analysis) -> dict[str, Any]:
    """Return an analysis as the scorer reads it."""
    citations, places = list[dict[str, Any]](), dict[int, int]()
    for number, citation in enumerate(analysis.citations):
        span = labelled.original(citation.span)
        if span and citation.form != "hearsay":
            places[number] = len(citations)
            source = citation.canonical_source or citation.source
            citations.append({"start": span.start, "end": span.end, "source": source, "date": _date(citation)})
    claims = [
        {
            "start": span.start,
            "end": span.end,
            "type": _TYPES.get(claim.type, claim.type),
            "citations": [places[place] for place in claim.citations if place in places],
        }
        for claim in analysis.claims
        if (span := labelled.original(claim.span))
    ]
    return {"id": labelled.id, "citations": citations, "claims": claims}


def _date(citation: Citation) -> str | None:
    if citation.date is None:
        return None
    first, last = citation.date.first, citation.date.last
    return str(first) if first == last else f"{first or ''}/{last or ''}"


def predictions(corpus: Sequence[Labelled]) -> dict[str, dict[str, Any]]:
    """Return what is found in each document by a model that has not seen it."""
    examples = {labelled.id: examples_of(labelled) for labelled in corpus}
    own = own_examples()
    shares = [
        [*own, *(example for name, rows in examples.items() if fold_of(name) != fold for example in rows)]
        for fold in range(FOLDS)
    ]
    with ProcessPoolExecutor(max_workers=2) as pool:
        models = list(pool.map(train, shares))
    return {
        labelled.id: prediction_of(
            labelled, analyse(labelled.document, labelled.reference, models[fold_of(labelled.id)])
        )
        for labelled in corpus
    }


def counts_of(scorer: ModuleType, labelled: Labelled, prediction: dict[str, Any]) -> tuple[Counts, list[Any]]:
    """Return what the scorer counts in a document, and the differences that it lists."""
    counts, _, errors = scorer.score_doc(labelled.region, labelled.citations, labelled.sentences, prediction)
    return Counter(counts), [(labelled.id, *error) for error in errors]


def _f1(prefix: str) -> Callable[[Counts], float]:
    def figure(counts: Counts) -> float:
        right, wrong = counts[f"{prefix}_tp"], counts[f"{prefix}_fp"] + counts[f"{prefix}_fn"]
        return 2 * right / (2 * right + wrong) if right + wrong else 1.0

    return figure


def _share(right: str, of: str) -> Callable[[Counts], float]:
    return lambda counts: counts[right] / counts[of] if counts[of] else 1.0


FIGURES: dict[str, Callable[[Counts], float]] = {
    "citations F1": _f1("cite"),
    "claims as highlighted, F1": _f1("lit"),
    "unit is a claim or opinion, F1": _f1("dec"),
    "claim type right": _share("type_ok", "type_n"),
    "claim linked to its citations, F1": _f1("link"),
    "source, strict": _share("src_strict", "src_n"),
    "citation's date": _share("date_strict", "date_n"),
}


def interval(figure: Callable[[Counts], float], counts: Sequence[Counts]) -> tuple[float, float]:
    """Return between which values a figure lies in 95 of 100 resamples of the documents."""
    chance = random.Random(7)  # noqa: S311 - a sample, and no secret
    found = sorted(figure(_sum(chance.choices(counts, k=len(counts)))) for _ in range(RESAMPLES))
    return found[round(0.025 * RESAMPLES)], found[round(0.975 * RESAMPLES)]


def _sum(counts: Iterable[Counts]) -> Counts:
    total = Counts()
    for one in counts:
        total.update(one)
    return total


def measured(corpus: Sequence[Labelled], counts: dict[str, Counts]) -> dict[str, Any]:
    """Return the figures: over all documents with the interval, over the two halves, and by subject."""
    halves = [_sum(one for name, one in counts.items() if half_of(name) == half) for half in (0, 1)]
    subjects = dict[str, list[Counts]]()
    for labelled in corpus:
        subjects.setdefault(labelled.about.get("subject", "other"), []).append(counts[labelled.id])
    rows = []
    for name, figure in FIGURES.items():
        all_of_them, (low, high) = figure(_sum(counts.values())), interval(figure, list(counts.values()))
        rows.append({"name": name, "all": all_of_them, "low": low, "high": high, "halves": [*map(figure, halves)]})
    by_subject = {
        subject: {"documents": len(those), "figures": [figure(_sum(those)) for figure in FIGURES.values()]}
        for subject, those in sorted(subjects.items())
    }
    return {"documents": len(counts), "rows": rows, "subjects": by_subject}


def table(figures: dict[str, Any]) -> list[str]:
    """Return the figures as the two tables in Markdown that docs/analysis.md shows."""
    lines = ["| measure | all | 95 % of samples | first half | other half |", "|---|---|---|---|---|"]
    for row in figures["rows"]:
        first, other = row["halves"]
        lines.append(
            f"| {row['name']} | {row['all']:.3f} | {row['low']:.3f} to {row['high']:.3f} | {first:.3f} | {other:.3f} |"
        )
    subjects = figures["subjects"]
    heads = [f"{subject} ({of['documents']})" for subject, of in subjects.items()]
    lines += ["", f"| measure | {' | '.join(heads)} |"]
    lines.append("|---" * (1 + len(subjects)) + "|")
    for place, name in enumerate(FIGURES):
        values = [f"{of['figures'][place]:.3f}" for of in subjects.values()]
        lines.append(f"| {name} | {' | '.join(values)} |")
    return lines


def main() -> int:
    """Print the table; with --errors, the differences as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder with docs, gold.jsonl, label.py and score.py")
    parser.add_argument("--errors", action="store_true", help="list what differs from the labels")
    parser.add_argument("--store", action="store_true", help="keep the figures that docs/analysis.md shows")
    parser.add_argument("--predictions", type=Path, help="write what was found to this file, as the scorer reads it")
    options = parser.parse_args()
    if not (options.corpus / "gold.jsonl").is_file():
        print(
            f"No labelled briefings at {options.corpus}. Name their folder: make accuracy TEXTS=folder",
            file=sys.stderr,
        )
        return 1
    corpus = load(options.corpus)
    scorer = module_of(options.corpus, "score")
    found = predictions(corpus)
    scored = {labelled.id: counts_of(scorer, labelled, found[labelled.id]) for labelled in corpus}
    figures = measured(corpus, {name: counts for name, (counts, _) in scored.items()})
    print("\n".join(table(figures)))
    if options.store:
        STORED.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    if options.predictions:
        options.predictions.write_text("".join(f"{json.dumps(one)}\n" for one in found.values()), "utf-8")
    if options.errors:
        for _, errors in scored.values():
            print("\n".join(map(str, errors)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
