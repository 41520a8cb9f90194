"""What a change of the rules gains and loses over all sample data, so that a rule is judged by what it does.

``make gains BASE=REV`` analyses the samples with the analysis of another revision and with this one, and prints each
span that only one of the two has found. Run it on your own texts with ``TEXTS=FOLDER``.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
_LONGEST = 110

Found = dict[tuple[str, str, str], str]
"""From file, kind and words to what was said of them."""


def main() -> None:
    """Print gains and losses by kind, then how many of each there are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("base", help="the revision to compare with")
    parser.add_argument("texts", type=Path, nargs="?", default=REPOSITORY / "sample_data")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "base"
        subprocess.run(
            ["git", "worktree", "add", "--detach", "--quiet", tree, options.base], cwd=REPOSITORY, check=True
        )
        try:
            before = found_by(tree, options.texts)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=REPOSITORY, check=True)
    report(before, found_by(REPOSITORY, options.texts))


def found_by(tree: Path, texts: Path) -> Found:
    """Return what the analysis in a tree finds in the texts."""
    command = [sys.executable, "-m", "briefreader", "analyse", "--json", "--reference-date", "2026-06-10", str(texts)]
    run = subprocess.run(command, env={"PYTHONPATH": str(tree / "src")}, capture_output=True, text=True, check=True)
    found: Found = {}
    for line in run.stdout.splitlines():
        document = json.loads(line)
        found |= spans_of(Path(document["file"]).name, document)
    return found


def spans_of(file: str, document: dict[str, Any]) -> Found:
    """Return the spans of one document, each with what is said of it."""
    text = document["text"]
    found: Found = {}
    for one in document["citations"]:
        found[file, "citation", text[one["start"] : one["end"]]] = (
            f"{one['form']} {one['canonical_source']} {one['date']}"
        )
    for one in document["findings"]:
        words = text[one["start"] : one["end"]] if one["start"] is not None else "the whole article"
        found[file, "finding", f"{one['rule']} {words}"] = one["message"]
    for claim in document["claims"]:
        found[file, "claim", text[claim["start"] : claim["end"]]] = f"{claim['type']} {claim['worth']}"
        for one in claim["quantities"]:
            found[file, "quantity", text[one["start"] : one["end"]]] = (
                f"{one['lo']}..{one['hi']} {one['unit']} {one['op']}"
            )
    return found


def report(before: Found, after: Found) -> None:
    """Print what is lost, gained and told otherwise."""
    counts: Counter[tuple[str, str]] = Counter()
    for place in sorted(before.keys() | after.keys()):
        old, new = before.get(place), after.get(place)
        if old == new:
            continue
        sign = "-" if new is None else "+" if old is None else "~"
        file, kind, words = place
        counts[kind, sign] += 1
        told = f"{old} -> {new}" if sign == "~" else old or new
        print(f"{sign} {kind:9} {file}: {' '.join(words.split())[:_LONGEST]}  ({told})")
    for kind in ("claim", "citation", "quantity", "finding"):
        print(f"{kind:9} gained {counts[kind, '+']}, lost {counts[kind, '-']}, told otherwise {counts[kind, '~']}")


if __name__ == "__main__":
    main()
