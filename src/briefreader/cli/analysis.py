"""Commands that run the analysis."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output_gate import show_count
from briefreader.export.analysis_json import render_analysis
from briefreader.model.control_characters import readable_name
from briefreader.model.days import day_of
from briefreader.workflows.add import analyse_files
from briefreader.workflows.reanalyse import reanalyse as reanalyse_all


@click.command()
@click.argument("places", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per file (schema briefreader.analysis/1).")
@click.option(
    "--reference-date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Resolve dates without a year against this day (default: each file's modification date).",
)
def analyse(*, places: tuple[Path, ...], as_json: bool, reference_date: datetime | None) -> None:
    """Analyse files without storing them."""
    for path, read in analyse_files(places, _reference(reference_date, places)):
        article, analysis = read.article, read.analysis
        if as_json:
            click.echo(render_analysis(path, article, analysis))
            continue
        click.echo(f"{readable_name(path)}: {article.title or article.opening}")
        for claim in analysis.claims:
            if claim.checkable:
                words = claim.span.of(article.document.text)
                click.echo(f"  {claim.type:10} {len(claim.citations)} cited  {words}")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per article with the progress.")
@click.pass_obj
def reanalyse(options: LaunchOptions, *, as_json: bool) -> int:
    """Re-analyse stored articles after a rule change. The app does this automatically."""
    done = failed = 0
    with opened(options) as workspace:
        for one in reanalyse_all(workspace):
            done = one.done
            if as_json:
                click.echo(json.dumps({"done": one.done, "total": one.total}))
            else:
                show_count(one.done, one.total)
            if one.problem:
                failed += 1
                click.echo(f"briefreader: {one.problem}. Its earlier analysis is kept.", err=True)
    if not as_json:
        left = f", {failed:,} failed" if failed else ""
        told = f"{done - failed:,} re-analysed{left}"
        click.echo(told if done else "Nothing to do: every analysis is up to date")
    return 1 if failed else 0


def _reference(given: datetime | None, places: tuple[Path, ...]) -> date:
    if given:
        return given.date()
    changed = [place.stat().st_mtime for place in places if place.exists()]
    return day_of(datetime.fromtimestamp(max(changed, default=0), UTC))
