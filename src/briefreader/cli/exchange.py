"""Commands that write for other programs and read what they have written."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from briefreader.cli.launch import LaunchOptions, opened
from briefreader.cli.output_gate import show_count, write_exact
from briefreader.cli.problems import tell, tell_no_notes
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
@click.option("-q", "--query", default="", help="Only what a query asks for, as / in the app does.")
@click.option("-o", "--output", help="The folder or file to write; - for standard output.")
@click.option("--full-text", is_flag=True, help="The articles' whole texts too, in Markdown, Obsidian and HTML.")
@click.option("--json", "as_json", is_flag=True, help="A line a file: path and outcome.")
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
    """Write your notes, what they cite, your watchlist or your feeds for other programs.

    A file that you have changed is never touched: the new one is put beside it.
    """
    with opened(options) as workspace:
        selection = selected_by(workspace, query, with_text=full_text)
        if output == _STDOUT:
            pieces = pieces_of(selection, name)
            if pieces is None:
                raise click.UsageError(f"{name} is a folder of files: name one with -o")
            write_exact(pieces)
            return
        exported = export_to(workspace, selection, name, Path(output) if output else None)
    for one in exported:
        click.echo(_line(one, as_json=as_json))
    if not exported:
        tell_no_notes(query, f"No notes to write as {name} yet: tag a passage with + or - first.")


@click.command()
@click.option("-q", "--query", default="", help="Only what a query asks for, as / in the app does.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="A folder, or a file.zip.")
@click.option("--sign", "key", metavar="KEY", type=click.Path(path_type=Path), help="Sign with an SSH key of yours.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object: path, outcome and digest.")
@click.pass_obj
def pack(options: LaunchOptions, *, query: str, output: Path, key: Path | None, as_json: bool) -> None:
    """Create an evidence pack: notes with their texts, so that anybody can verify each quotation without the store.

    Give the digest that it prints to whoever gets the pack, by another way than the pack.
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
@click.option("--digest", "expected", metavar="SHA256", help="The digest that the pack must have, from who made it.")
@click.option(
    "--signer", metavar="KEY.pub", type=click.Path(path_type=Path), help="The SSH key that must have signed the pack."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object: notes, quotations, digest, what is wrong.")
def verify(*, place: Path, expected: str | None, signer: Path | None, as_json: bool) -> int:
    """Verify an evidence pack: every quotation is in its text word for word, and all its files agree.

    Only --digest or --signer shows that nobody has changed the notes and the texts together.
    """
    verified = verify_pack(place, expected, signer)
    if as_json:
        told = {name: getattr(verified, name) for name in ("notes", "quotations", "digest", "wrong")}
        click.echo(json.dumps(told | {"is_signed": verified.signature is not None}, ensure_ascii=False))
        return 1 if verified.wrong else 0
    for line in verified.wrong:
        click.echo(line, err=True)
    if verified.wrong:
        click.echo(f"{_counted(verified.notes, 'note')}, {len(verified.wrong)} wrong")
        return 1
    click.echo(_proved(verified.quotations, verified.notes - verified.quotations))
    is_known = expected is not None or signer is not None
    click.echo(f"digest: sha256:{verified.digest}{'' if is_known else ' (not compared: ask whoever made the pack)'}")
    return 0


@click.command("import")
@click.argument("place", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--format", "name", type=click.Choice(list(IMPORTS)), help="What it is; otherwise told by what is in it.")
@click.option("--mine", "is_mine", is_flag=True, help="A jsonl file of yours: its notes are not marked as foreign.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object: format, how many of what, what was left out.")
@click.pass_obj
def import_(options: LaunchOptions, *, place: Path, name: str | None, is_mine: bool, as_json: bool) -> int:
    """Bring in what other programs have kept, or briefreader has written; what is here is left as it is."""
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
    return tell([*(UnreadableError(str(place), one) for one in report.refused), *unread])


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
    beside = " (you have changed the file of the last export; it was left alone)"
    return f"{exported.outcome}: {readable_name(str(exported.path))}{beside if exported.outcome == 'beside' else ''}"


def _told(exported: Exported) -> dict[str, str]:
    return {"path": str(exported.path), "outcome": exported.outcome}
