"""What import-linter cannot see: sizes, places of tests, and what really happens."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "briefreader"
MODULES = sorted(SOURCE.rglob("*.py"))
MIRRORED = ("analysis", "export", "views", "workflows")
FRONT_ENDS = ("cli", "ui")
NOT_AT_THE_START = (
    "charset_normalizer",
    "click",
    "feedparser",
    "httpcore2",
    "lxml",
    "markdown_it.main",
    "sqlite_utils",
    "briefreader.workflows.add",
    "briefreader.workflows.export",
)


def in_source(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", MODULES, ids=in_source)
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text("utf-8")
    functions = [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert source.count("\n") <= 400
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= 40]
    assert [name for name in long if path.name != "migrations.py"] == []  # a schema is one statement


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if in_source(path).startswith(MIRRORED) and path.stem != "__init__"],
    ids=in_source,
)
def test_pure_modules_have_their_tests_at_the_same_place(path: Path) -> None:
    tests = Path(__file__).parent / path.relative_to(SOURCE).with_name(f"test_{path.name}")

    assert tests.exists()


@pytest.mark.parametrize("path", [path for path in MODULES if in_source(path).startswith(FRONT_ENDS)], ids=in_source)
def test_front_ends_only_pass_the_store_on(path: Path) -> None:
    reached = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr == "store"
    ]

    assert reached == []


def test_what_one_package_may_is_forbidden_to_every_other() -> None:
    packages = {f"briefreader.{path.stem}" for path in SOURCE.iterdir() if path.suffix in ("", ".py")}
    exempt = {
        "Only the front ends know how things are shown": {"briefreader.cli", "briefreader.ui"},
        "Only the store knows SQLite": {"briefreader.store"},
        "Only ingest knows the formats of the outside world": {"briefreader.ingest"},
    }
    contracts = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]

    forbidden = {one["name"]: set(one["source_modules"]) for one in contracts["contracts"] if one["name"] in exempt}

    not_code = {f"briefreader.{name}" for name in ("__init__", "__main__", "__pycache__", "sample_data", "themes")}
    assert forbidden == {name: packages - not_code - allowed for name, allowed in exempt.items()}


def loaded_by(program: str) -> set[str]:
    code = f"import sys\n{program}\nprint(*sys.modules, sep='\\n')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "module", ["cli.main", "cli.commands", "cli.articles", "workflows.add", "export.markdown", "views.reading"]
)
def test_nothing_but_the_ui_loads_textual(module: str) -> None:
    assert "textual" not in loaded_by(f"import briefreader.{module}")


def test_starting_the_app_loads_nothing_that_only_other_commands_need() -> None:
    loaded = loaded_by("import briefreader.cli.main, briefreader.ui.app")

    assert loaded.isdisjoint(NOT_AT_THE_START)
    assert "textual" in loaded


@pytest.mark.parametrize("module", ["ui.reading.actions.share", "cli.articles"])
def test_neither_a_key_nor_a_list_waits_for_the_analysis(module: str) -> None:
    assert "briefreader.analysis.analyse" not in loaded_by(f"import briefreader.{module}")


def test_the_command_line_loads_nothing_until_it_knows_the_command() -> None:
    loaded = loaded_by("import briefreader.cli.main")

    assert loaded.isdisjoint({*NOT_AT_THE_START, "textual", "asyncio"})


def test_commands_that_do_not_connect_load_nothing_that_connects() -> None:
    loaded = loaded_by("import briefreader.cli.commands, briefreader.cli.articles")

    assert loaded.isdisjoint({"httpcore2", "feedparser", "lxml", "briefreader.ingest.fetch"})


def test_no_message_of_the_app_is_read_as_markup() -> None:
    calls = [
        (path.name, node.lineno, {keyword.arg for keyword in node.keywords})
        for path in sorted((SOURCE / "ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify"
    ]

    assert len(calls) > 5
    assert [call[:2] for call in calls if "markup" not in call[2]] == []
