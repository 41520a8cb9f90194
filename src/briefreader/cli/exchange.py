"""Commands that write for other programs and read what they have written."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output import report_no_notes, report_problems
from briefreader.cli.output_gate import show_count, write_exact
from briefreader.export.formats import FORMATS
from briefreader.model.control_characters import readable_name
from briefreader.model.errors import UnreadableError
from briefreader.model.imports import IMPORTS
from briefreader.workflows.bring_library import bring_library
from briefreader.workflows.evidence_pack import verify_pack, write_pack
from briefreader.workflows.export import Exported, pieces_of
from briefreader.workflows.export import export as export_to
from briefreader.workflows.find import selected_by
from briefreader.workflows.reanalyse import reanalyse

_STDOUT = "-"


@click.command()
@click.option("--format", "name", type=click.Choice(list(FORMATS)), default="markdown", show_default=True)
@click.option("-q", "--query", default="", help="Only articles that match this query.")
@click.option("-o", "--output", help="Write to this folder or file, or to stdout (-).")
@click.option("--full-text", is_flag=True, help="Include the articles' full text (Markdown, Obsidian and HTML).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per file.")
@click.pass_obj
def export(
    options: LaunchOptions,
    *,
    name: str,
    query: str,
    output: str | None,
    full_text: bool,
    as_json: bool,
) -> None:
    """Export notes, citations, watchlist or feeds.

    If you have edited an exported file, briefreader keeps it and writes a new file next to it.
    """
    with opened(options) as workspace:
        selection = selected_by(workspace, query, with_text=full_text)
        if output == _STDOUT:
            pieces = pieces_of(selection, name)
            if pieces is None:
                raise click.UsageError(f"The format {name} writes a folder of files. Name the folder with -o.")
            write_exact(pieces)
            return
        exported = export_to(workspace, selection, name, Path(output) if output else None)
    for one in exported:
        click.echo(_line(one, as_json=as_json))
    if not exported:
        report_no_notes(query, f"No notes to export as {name} yet. Tag a passage with + or - first.")


@click.command()
@click.option("-q", "--query", default="", help="Only articles that match this query.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Write to this folder or .zip file."
)
@click.option("--sign", "key", metavar="KEY", type=click.Path(path_type=Path), help="Sign with this SSH key.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: path, outcome and digest.")
@click.pass_obj
def pack(options: LaunchOptions, *, query: str, output: Path, key: Path | None, as_json: bool) -> None:
    """Create a verifiable evidence pack.

    A pack holds notes and the texts they quote, so that others can verify each quotation without your store.
    Send the printed digest to the recipient separately from the pack.
    """
    with opened(options) as workspace:
        packed = write_pack(selected_by(workspace, query), output, key)
    if as_json:
        click.echo(json.dumps(_told(packed.exported) | {"digest": packed.digest}, ensure_ascii=False))
    else:
        click.echo(_line(packed.exported, as_json=False))
        click.echo(f"digest: sha256:{packed.digest}")


@click.command()
@click.argument("place", metavar="PACK", type=click.Path(path_type=Path))
@click.option("--digest", "expected", metavar="SHA256", help="Require this digest. Get it from the sender.")
@click.option(
    "--signer", metavar="KEY.pub", type=click.Path(path_type=Path), help="Require a signature by this SSH key."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def verify(*, place: Path, expected: str | None, signer: Path | None, as_json: bool) -> int:
    """Verify an evidence pack.

    Checks that every quotation occurs word for word in its text and that all files agree. Only --digest or --signer
    proves that nobody has changed notes and texts together.
    """
    verified = verify_pack(place, expected, signer)
    if as_json:
        told = {name: getattr(verified, name) for name in ("notes", "quotations", "digest", "wrong")}
        click.echo(json.dumps(told | {"is_signed": verified.signature is not None}, ensure_ascii=False))
        return 1 if verified.wrong else 0
    for line in verified.wrong:
        click.echo(line, err=True)
    if verified.wrong:
        click.echo(f"{_counted(verified.notes, 'note')}, {_counted(len(verified.wrong), 'problem')}")
        return 1
    click.echo(_proved(verified.quotations, verified.notes - verified.quotations))
    is_known = expected is not None or signer is not None
    click.echo(
        f"digest: sha256:{verified.digest}{'' if is_known else ' (not compared: ask the sender for the digest)'}"
    )
    return 0


@click.command("import")
@click.argument("place", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--format", "name", type=click.Choice(list(IMPORTS)), help="Format of FILE (default: detected from its content)."
)
@click.option(
    "--mine", "is_mine", is_flag=True, help="The file is your own jsonl export: do not mark its notes as foreign."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: format, counts, and what was refused.")
@click.pass_obj
def import_(options: LaunchOptions, *, place: Path, name: str | None, is_mine: bool, as_json: bool) -> int:
    """Import from another app, or from a briefreader export. Stored articles and notes are not changed."""
    with opened(options) as workspace:
        report = bring_library(workspace, place, name, show_count, is_mine=is_mine)
        unread = []
        for one in reanalyse(workspace):
            show_count(one.done, one.total)
            unread += [one.problem] if one.problem else []
    if as_json:
        click.echo(json.dumps(asdict(report), ensure_ascii=False))
    else:
        for what, number in report.count.items():
            click.echo(f"{number:,} {what}")
    return report_problems([*(UnreadableError(str(place), one) for one in report.refused), *unread])


def _proved(quotations: int, whole: int) -> str:
    quoted = f"{_counted(quotations, 'quotation')}, {'each ' if quotations > 1 else ''}word for word"
    articles = "whole articles" if whole > 1 else "a whole article"
    others = f"; {_counted(whole, 'note')} on {articles}" if whole else ""
    return f"{quoted if quotations else 'No quotations'}{others}"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _line(exported: Exported, *, as_json: bool) -> str:
    if as_json:
        return json.dumps(_told(exported), ensure_ascii=False)
    beside = " (you edited the previous export, so it was kept)"
    return f"{exported.outcome}: {readable_name(str(exported.path))}{beside if exported.outcome == 'beside' else ''}"


def _told(exported: Exported) -> dict[str, str]:
    return {"path": str(exported.path), "outcome": exported.outcome}
