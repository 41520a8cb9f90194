"""The hostile samples: what each attacks, what must happen, and the program that writes it.

Nothing is kept as a file: a reader can browse the table in README.md, and the tests write the samples when they run.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hostile import archives, pages, texts


@dataclass(frozen=True, slots=True)
class Kind:
    """Samples that attack in one way."""

    attack: str
    expectation: str
    test: str
    """The test that holds it, as ``file::name``, in tests/ingest."""
    samples: Callable[[], dict[str, bytes]]


CLEAN = "test_hostile.py::test_a_hostile_text_is_read_clean_or_refused_within_the_limits"
KINDS: tuple[Kind, ...] = (
    Kind(
        "terminal escape sequences in titles, bodies, links and character references",
        "no byte of a sequence is kept, and none reaches the terminal",
        "test_hostile.py::test_no_byte_of_any_sample_acts_on_a_real_terminal",
        texts.terminal,
    ),
    Kind(
        "markup of the screen's library in titles",
        "titles are shown character for character",
        "test_hostile.py::test_markup_is_shown_character_for_character",
        texts.markup,
    ),
    Kind(
        "bidirectional controls, invisible characters, piles of marks, lone surrogates",
        "what acts or hides is removed",
        CLEAN,
        texts.unicode,
    ),
    Kind(
        "entity bombs, external entities, depth, floods, lying encodings, stolen ids, absurd dates",
        "refused or read within the limits; nothing outside the file is read; both articles are kept",
        "test_hostile_expectations.py::test_a_feed_is_read_as_expected",
        pages.feeds,
    ),
    Kind(
        "hidden text, depth, floods of attributes, links and style rules, redirects to files",
        "hidden text is folded; the rest is read or refused within the limits",
        "test_hostile.py::test_hidden_text_is_folded",
        pages.pages,
    ),
    Kind(
        "forged senders, tracking pixels, attachment names with ../, nested parts, floods of headers",
        "the real sender is shown; nothing is fetched or written; headers and parts are capped",
        "test_hostile_expectations.py::test_a_file_is_read_as_expected",
        pages.mails,
    ),
    Kind(
        "nesting, open brackets, wide tables, YAML bombs and Python tags in front matter",
        "read in linear time; no alias or tag is resolved",
        "test_hostile_expectations.py::test_a_file_is_read_as_expected",
        texts.markdown,
    ),
    Kind(
        "packed bombs, entries outside the archive, symbolic links, 3,000 entries",
        "unpacking stops at the limit; nothing is written; no link is followed",
        "test_hostile.py::test_a_packed_bomb_stops_at_the_limit",
        archives.packed,
    ),
    Kind("page trees without end, bombs in a PDF file", "refused within the limits", CLEAN, archives.pdf),
    Kind(
        "titles as file names, formulas in cells, titles as YAML, notes as Markdown",
        "file names are safe; no cell is a formula; structure is as written",
        "test_hostile_expectations.py::test_no_cell_is_a_formula",
        texts.exported,
    ),
    Kind(
        "SQL in titles",
        "titles come back as they were",
        "test_hostile.py::test_hostile_titles_become_safe_file_names_and_come_back_from_the_store",
        texts.sql,
    ),
    Kind(
        "addresses for a browser or a shell",
        "only plain web addresses leave the program",
        "test_hostile.py::test_hostile_addresses_reach_no_browser",
        texts.addresses,
    ),
    Kind(
        "addresses of private places",
        "none is connected to",
        "test_hostile.py::test_no_address_leads_to_a_private_place",
        texts.private,
    ),
    Kind(
        "repeated words and units that make an analysis slow",
        "analysed within the limits",
        "test_hostile.py::test_no_text_makes_the_analysis_slow",
        texts.slow,
    ),
)


def write_samples(folder: Path) -> None:
    """Write every sample into a folder."""
    for kind in KINDS:
        for name, data in kind.samples().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def names(*folders: str) -> list[str]:
    """Return the names of the samples in some folders."""
    return [name for kind in KINDS for name in kind.samples() if name.split("/")[0] in folders]


def readme() -> str:
    """Return the page that lists the attacks."""
    return (
        "# Hostile samples\n\n"
        "briefreader reads texts that strangers wrote. These samples try to act on the terminal, the disk, the\n"
        "network or the reader. `samples.py` lists them and the tests write them when they run.\n"
        "This page is generated: `UPDATE_GOLDENS=1 pytest tests/hostile`. Each test named here fails when the attack\n"
        "succeeds. Tests are in `tests/ingest`.\n\n"
        "| attack | samples | expectation | outcome: held by |\n|---|---|---|---|\n" + "\n".join(_rows()) + "\n"
    )


def _rows() -> Iterator[str]:
    for kind in KINDS:
        made = sorted(kind.samples())
        folder = made[0].split("/")[0]
        listed = ", ".join(name.split("/")[1] for name in made)
        yield f"| {kind.attack} | `{folder}/`: {listed} | {kind.expectation} | `{kind.test}` |"
