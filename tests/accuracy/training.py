"""Learn the weights of ``briefreader.analysis.claims.unit_model`` from labelled briefings.

``make weights TEXTS=folder`` writes ``src/briefreader/analysis/claims/unit_weights.json``. The same folder gives the
same bytes: rows in a fixed order, a fixed seed, hashes by CRC-32. Method: multinomial logistic regression by stochastic
gradient descent with AdaGrad's steps and L2, then rounded to 8 bits.
"""

import argparse
import base64
import hashlib
import json
import random
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp, sqrt
from pathlib import Path

from cases import pairs
from factories import SEEDS, a_document

from accuracy.corpus import UNDATED, Labelled, load, load_reference_texts, units_of
from briefreader.analysis.claims.unit_features import Unit, features_of
from briefreader.analysis.claims.unit_model import BUCKETS, KINDS, Kind, Model, bucket, weight_of
from briefreader.analysis.roles.roles import BlockRole

SEED = 1
PASSES = 12
PULL = 22.0
"""How strongly weights are pulled to nothing: the weight of L2 over all examples."""
_STEP = 0.1
_UNSETTLED = 3
"""Passes whose weights are left out of the mean over the passes, which is what is kept."""
_OPTIONAL = 0.3
"""How much a label counts that is fair either way, and the row of a table."""
_ALONE = 0.3
"""How much a sentence counts once more without what is around it."""
_OWN = 0.7
"""How much a sentence of the project's own counts."""
_CASE = 1.5
"""How much a case of the tests counts."""
_MOST = 127
_LINE = 110
_NOTHING = 0.01
"""An error that nothing is learnt from."""
_KINDS: dict[str, Kind] = {
    "none": None,
    "opinion": "opinion",
    "event": "event",
    "fact_number": "number",
    "comparison": "comparison",
    "forecast": "forecast",
    "attribution": "quote",
}
WEIGHTS_FILE = Path(__file__).parents[2] / "src" / "briefreader" / "analysis" / "claims" / "unit_weights.json"
OPEN = ("MIT", "MIT License", "CC0", "CC BY 4.0", "US government work")
"""Licences under which, or without need of which, weights may be learnt and passed on."""

Example = tuple[list[int], int, float]
"""The places of its features, its kind by its place in ``KINDS``, and how much it counts."""


def examples_of(labelled: Labelled) -> list[Example]:
    """Return what can be learnt from a briefing."""
    found = []
    for unit in labelled.units():
        if label := labelled.label_of(unit):
            weight = _OPTIONAL if label.get("optional") or label.get("table") else 1.0
            kind = KINDS.index(_KINDS[label["type"]])
            for seen, counts in ((unit, weight), (_alone(unit), weight * _ALONE)):
                found.append((sorted({bucket(feature) for feature in features_of(seen)}), kind, counts))
    return found


def _alone(unit: Unit) -> Unit:
    """Return a sentence as if it were all that an article says, so that its words have a weight of their own."""
    role: BlockRole = "item" if unit.role == "item" else "paragraph"
    return replace(unit, role=role, section="body", before="rule", after="rule", number=0, of=1, shared=0.0, repeats=1)


def own_examples() -> list[Example]:
    """Return what can be learnt from the project's own sentences and from the five reference texts."""
    cases = [(expected[0].split()[0] if expected else None, text, _CASE) for text, expected in pairs("claims")]
    found = []
    for kind, text, counts in [*cases, *_sentences()]:
        if kind not in KINDS:
            continue
        for unit in units_of(a_document(f"A title of no consequence\n\n{text}"), UNDATED):
            seen = _alone(unit)
            found.append((sorted({bucket(feature) for feature in features_of(seen)}), KINDS.index(kind), counts))
    for labelled in load_reference_texts(SEEDS):
        found.extend(examples_of(labelled))
    return found


def _sentences() -> Iterator[tuple[str | None, str, float]]:
    """Yield the invented sentences, each with its kind, which is the heading above it."""
    kind: str | None = None
    for line in filter(None, (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()):
        if line.startswith("# "):
            kind = None if line == "# none" else line.removeprefix("# ")
        else:
            yield kind, line, _OWN


def train(examples: Sequence[Example]) -> Model:
    """Return the model that fits the examples."""
    count = len(KINDS)
    weights = [[0.0] * count for _ in range(BUCKETS)]
    squares = [[1.0] * count for _ in range(BUCKETS)]
    often = Counter(place for places, _, _ in examples for place in places)
    pulls = {place: PULL / times for place, times in often.items()}
    order = list(range(len(examples)))
    shuffler = random.Random(SEED)  # noqa: S311 - an order, and no secret
    sums = [[0.0] * count for _ in range(BUCKETS)]
    for number in range(PASSES):
        shuffler.shuffle(order)
        for place in order:
            _learn(examples[place], weights, squares, pulls)
        for total, row in zip(sums, weights, strict=True) if number >= _UNSETTLED else ():
            total[:] = [one + other for one, other in zip(total, row, strict=True)]
    return _rounded([[row[kind] / (PASSES - _UNSETTLED) for row in sums] for kind in range(count)])


def _learn(example: Example, weights: list[list[float]], squares: list[list[float]], pulls: dict[int, float]) -> None:
    """Take a step towards what an example says, and back to nothing by as much as is due once a pass."""
    places, kind, counts = example
    share = weight_of(len(places))
    scores = [share * sum(column) for column in zip(*[weights[place] for place in places], strict=True)]
    most = max(scores)
    chances = [exp(score - most) for score in scores]
    total = sum(chances)
    errors = [share * counts * (chance / total - (number == kind)) for number, chance in enumerate(chances)]
    telling = [(number, error) for number, error in enumerate(errors) if abs(error) > _NOTHING]
    for place in places:
        row, square, pull = weights[place], squares[place], pulls[place]
        for number, error in telling:
            square[number] += error * error
            step = _STEP / sqrt(square[number])
            row[number] = (row[number] - step * error) / (1 + step * pull)


def _rounded(rows: list[list[float]]) -> Model:
    scale = max(abs(weight) for row in rows for weight in row) / _MOST
    return Model.of([array("b", [round(weight / scale) for weight in row]) for row in rows], scale)


def weights_text(model: Model, corpus: Sequence[Labelled], folder: Path) -> str:
    """Return the file of the weights, with where they come from."""
    licences = Counter(str(labelled.about.get("licence", "not named")) for labelled in corpus)
    named = ", ".join(f"{count} {licence}" for licence, count in sorted(licences.items()))
    digest = hashlib.sha256((folder / "gold.jsonl").read_bytes()).hexdigest()[:16]
    made = (
        f"Learnt by tests/accuracy/training.py (seed {SEED}, {PASSES} passes) from {len(corpus)} labelled briefings "
        f"(labels {digest}; licences of their texts: {named}), from the five reference texts, from the cases of claims "
        f"in tests/analysis/cases/claims.md and from the invented sentences in tests/accuracy/sentences.txt, written "
        f"after errors on half of the briefings were read. Figures on any of these texts are therefore no evidence of "
        f"accuracy; make accuracy trains without the documents that it measures. Word lists, features and the two "
        f"thresholds of unit_model were chosen on figures that cover all the briefings. No text can be read from the "
        f"weights."
    )
    data = base64.b85encode(b"".join(bytes(array("b", row)) for row in model.rows)).decode()
    lines = [data[start : start + _LINE] for start in range(0, len(data), _LINE)]
    return json.dumps({"made": made, "scale": model.scale, "weights": lines}, indent=1) + "\n"


def main() -> None:
    """Train on all of a folder, or on what is openly licensed, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--open", action="store_true", help="learn from openly licensed texts alone")
    parser.add_argument("--to", type=Path, default=WEIGHTS_FILE)
    options = parser.parse_args()
    corpus = [one for one in load(options.corpus) if not options.open or one.about.get("licence") in OPEN]
    model = train([*own_examples(), *(example for labelled in corpus for example in examples_of(labelled))])
    options.to.write_text(weights_text(model, corpus, options.corpus), "utf-8")


if __name__ == "__main__":
    main()
