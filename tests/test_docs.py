"""What the documentation says must be so; ``UPDATE_GOLDENS=1`` writes the tables that are made."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from accuracy.measure import STORED, table
from commands import COMMANDS
from factories import REPOSITORY

from briefreader.analysis.notes.quoting import Effort
from briefreader.export.formats import FORMATS, OneFile
from briefreader.ingest.bounded_json import DEEPEST, MOST_VALUES
from briefreader.ingest.clean import LONGEST_BODY, LONGEST_LINE, LONGEST_URL
from briefreader.ingest.epub import LARGEST_BOOK
from briefreader.ingest.feeds import LARGEST_FEED, MOST_ENTRIES, MOST_TAGS
from briefreader.ingest.fetch import LARGEST_PAGE, LONGEST_S, MOST_REDIRECTS
from briefreader.ingest.files import LARGEST_FILE, LARGEST_TEXT
from briefreader.ingest.library.formats import LARGEST_IMPORT
from briefreader.ingest.library.omnivore import LARGEST_ARCHIVE, MOST_FILES, MOST_GROWTH
from briefreader.ingest.limits import CPU_S, CPU_S_PER_MB, MEMORY, MOST_CPU_S, WALL_FACTOR
from briefreader.ingest.lines import LONGEST_ROW
from briefreader.ingest.mail import LARGEST_MAIL
from briefreader.ingest.pack_files import LARGEST
from briefreader.ingest.pack_files import MOST_FILES as PACK_FILES
from briefreader.ingest.pdf import LARGEST_PDF, MOST_PAGES
from briefreader.model.finding import RULES
from briefreader.model.imports import IMPORTS
from briefreader.model.query import FIELDS
from briefreader.settings import SETTINGS, Settings
from briefreader.ui.keys.actions import ACTIONS, shown_key
from briefreader.ui.settings.themes import OWN_VARIABLES

GUIDE = REPOSITORY / "docs" / "guide.md"
KEYS = REPOSITORY / "docs" / "keys.md"
PLACES = {
    "feed": "feed",
    "article": "article",
    "visual": "selection",
    "notes": "notes",
    "evidence": "annotation bar",
    "list": "`2` to `7` `R`",
    "ledger": "`2` to `7` `R`",
    "board": "theses",
    "watch": "watchlist",
    "review": "review",
    "feeds": "feeds",
    "claims": "claims",
    "views": "searches",
}

PAGES = sorted((REPOSITORY / "docs").glob("*.md"))


def key_table() -> Iterator[str]:
    yield "| keys | action | where | name |"
    yield "|---|---|---|---|"
    for action in ACTIONS:
        keys = " ".join(f"`{shown_key(key)}`" for key in action.keys.split(","))
        yield f"| {keys} | {action.title} | {PLACES.get(action.scope, '')} | `{action.id}` |"


def check_table(page: Path, name: str, lines: Iterator[str]) -> None:
    """Compare a table that is made with the one in a page, or write it there."""
    text = page.read_text("utf-8")
    table = f"<!-- {name} -->\n" + "\n".join(lines) + f"\n<!-- /{name} -->"
    if os.environ.get("UPDATE_GOLDENS"):
        page.write_text(re.sub(f"<!-- {name} -->.*<!-- /{name} -->", lambda _: table, text, flags=re.DOTALL), "utf-8")
        return

    assert table in text, f"the table of {name} has changed: make screens writes it"


def test_the_page_on_keys_has_the_apps_own_key_table() -> None:
    check_table(KEYS, "keys", key_table())


def command_table() -> Iterator[str]:
    yield "| command | action |"
    yield "|---|---|"
    for name, command in sorted(COMMANDS.items()):
        yield f"| `briefreader {name}` | {command.get_short_help_str(300)} |"


def test_the_page_on_commands_has_every_command() -> None:
    check_table(REPOSITORY / "docs" / "commands.md", "commands", command_table())


def setting_table() -> Iterator[str]:
    yield "| setting | meaning | default |"
    yield "|---|---|---|"
    for name, setting in SETTINGS.items():
        of = ": " + ", ".join(f"`{one}`" for one in setting.choices) if setting.choices else ""
        default = json.dumps(getattr(Settings(), name)).strip('"')
        yield f"| `{name}` | {setting.about}{of} | {f'`{default}`' if default else ''} |"


def test_the_guide_has_every_setting() -> None:
    check_table(GUIDE, "settings", setting_table())


@pytest.mark.parametrize("name", OWN_VARIABLES)
def test_every_colour_of_ours_is_in_the_guide(name: str) -> None:
    assert f"`{name}`" in GUIDE.read_text("utf-8")


@pytest.mark.parametrize("rule", RULES)
def test_every_check_is_explained_in_the_documentation(rule: str) -> None:
    assert f"`{rule}`" in (REPOSITORY / "docs" / "analysis.md").read_text("utf-8")


def test_the_page_on_the_analysis_has_the_measured_accuracy() -> None:
    lines = table(json.loads(STORED.read_text("utf-8")))

    check_table(REPOSITORY / "docs" / "analysis.md", "accuracy", iter(lines))


def format_table() -> Iterator[str]:
    yield "| name | what it is | file |"
    yield "|---|---|---|"
    for name, format_ in FORMATS.items():
        file = f"`{format_.file}`" if isinstance(format_, OneFile) else "one an article"
        yield f"| `{name}` | {format_.about} | {file} |"


def test_the_page_on_formats_has_every_format() -> None:
    check_table(REPOSITORY / "docs" / "formats.md", "formats", format_table())


def import_table() -> Iterator[str]:
    yield "| name | what it is |"
    yield "|---|---|"
    yield from (f"| `{name}` | {about} |" for name, about in IMPORTS.items())


def test_the_page_on_formats_has_every_import() -> None:
    check_table(REPOSITORY / "docs" / "formats.md", "imports", import_table())


def limit_table() -> Iterator[str]:
    yield "| what | limit |"
    yield "|---|---|"
    for what, size in (
        ("a feed; a text, Markdown or HTML file", {LARGEST_FEED, LARGEST_TEXT}),
        ("a page", {LARGEST_PAGE}),
        ("a message", {LARGEST_MAIL}),
        ("a PDF file, also from an address", {LARGEST_PDF}),
        ("an EPUB book, also from an address; any other file", {LARGEST_BOOK, LARGEST_FILE}),
    ):
        [largest] = size
        yield f"| {what} | {largest // 1_000_000} MB, unpacked |"
    pack, archive, file = (size // 1_000_000 for size in (LARGEST, LARGEST_ARCHIVE, LARGEST_IMPORT))
    yield f"| an evidence pack | {pack} MB, {PACK_FILES:,} files, nothing compressed |"
    yield f"| a file to import | {file} MB (`jsonl`: {LONGEST_ROW // 1_000_000} MB a line) |"
    yield f"| JSON to import | {DEEPEST} levels, {MOST_VALUES:,} values |"
    yield f"| an archive of Omnivore | {archive} MB unpacked, {MOST_FILES:,} files, {MOST_GROWTH} times its size |"
    yield f"| passages to find, of one import | {Effort().left:,} characters compared |"
    yield f"| pages of a PDF file | {MOST_PAGES} |"
    yield f"| entries of one look at a feed | {MOST_ENTRIES:,} |"
    yield f"| tags of an entry | {MOST_TAGS} |"
    yield f"| a title, or any other line | {LONGEST_LINE:,} characters |"
    yield f"| a text | {LONGEST_BODY:,} characters |"
    yield f"| an address | {LONGEST_URL:,} characters |"
    yield f"| an answer from the web | {LONGEST_S:.0f} s, {MOST_REDIRECTS} redirects |"
    memory = MEMORY // 1_000_000_000
    cpu = f"{CPU_S} s of processor time and {CPU_S_PER_MB} s more a MB, at most {MOST_CPU_S} s"
    yield f"| taking one thing apart | {cpu}; {WALL_FACTOR} times that in all; {memory} GB |"


def test_the_page_on_safety_has_every_limit() -> None:
    check_table(REPOSITORY / "docs" / "safety.md", "limits", limit_table())


def field_table() -> Iterator[str]:
    yield "| field | asks for | value |"
    yield "|---|---|---|"
    for name, rule in FIELDS.items():
        value = " ".join(f"`{choice}`" for choice in rule.choices) or rule.kind
        yield f"| `{name}:` | {rule.asks} | {value} |"


def test_the_page_on_queries_has_every_field() -> None:
    check_table(REPOSITORY / "docs" / "queries.md", "fields", field_table())


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", *(f"docs/{page.name}" for page in PAGES)])
def test_links_in_the_documentation_lead_somewhere(page: str) -> None:
    path = REPOSITORY / page
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text("utf-8"))

    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_place_that_a_recipe_names_is_there() -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.(?:py|md|txt))?)`", text))

    assert len(named) > 30
    roots = (REPOSITORY, REPOSITORY / "src" / "briefreader")
    assert {place for place in named if not any((root / place).exists() for root in roots)} == set()


SCREEN = re.compile(r"<!-- screen (\S+) -->.*?<!-- /screen -->", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_screens_in_the_documentation_are_what_the_app_shows(page: Path) -> None:
    text = page.read_text("utf-8")
    fresh = SCREEN.sub(lambda match: f"<!-- screen {match[1]} -->\n{screen(match[1])}\n<!-- /screen -->", text)
    if os.environ.get("UPDATE_GOLDENS"):
        page.write_text(fresh, "utf-8")
        return

    assert text == fresh, "a screen has changed: make screens writes it"


def screen(name: str) -> str:
    return f"```text\n{(REPOSITORY / 'tests' / 'ui' / 'goldens' / f'{name}.txt').read_text('utf-8').rstrip()}\n```"
