"""Say what the analysis got wrong, and which rules to hear no more of."""

from briefreader.model.citation import Citation
from briefreader.model.correction import Correction, CorrectionKind, Silence
from briefreader.model.finding import QUIET, RULES, Rule
from briefreader.model.span import Span, TextQuote
from briefreader.views.reading import Reading
from briefreader.workspace import Workspace

_VERBS: dict[CorrectionKind, str] = {
    "no_claim": "unmarked a claim",
    "claim": "marked a claim",
    "source": "corrected a source",
    "citation": "added a citation",
}

_OF_CLAIMS: frozenset[CorrectionKind] = frozenset({"claim", "no_claim"})


def correct(workspace: Workspace, reading: Reading, span: Span, kind: CorrectionKind, value: str = "") -> str:
    """Keep a correction of the text shown, in place of an earlier one of the same words; return what was done.

    A citation that the reader had added is named anew, or taken back when ``value`` is empty.
    """
    from briefreader.ingest.clean import clean_line  # noqa: PLC0415 - the app starts without it

    now, value = workspace.clock(), clean_line(value)
    same = [old for old in reading.corrections if old.span == span and (old.kind in _OF_CLAIMS) == (kind in _OF_CLAIMS)]
    is_ours = any(old.kind == "citation" for old in same)
    verb = _VERBS[kind]
    with workspace.store.journal.batch(verb, now) as batch:
        for old in same:
            workspace.store.corrections.delete(batch, old)
        if not is_ours or value:
            correction = Correction(
                id=workspace.new_id(),
                article_id=reading.article.id,
                kind="citation" if is_ours else kind,
                span=span,
                quote=TextQuote.at(reading.document.text, span),
                value=value,
                created_at=now,
            )
            workspace.store.corrections.add(batch, correction)
    return verb


def toggle_claim(workspace: Workspace, reading: Reading, span: Span) -> str:
    """Take away the claim that is a passage, or make a claim of it; return what was done."""
    is_claim = any(claim.span == span and claim.checkable for claim in reading.analysis.claims)
    return correct(workspace, reading, span, "no_claim" if is_claim else "claim")


def cite(workspace: Workspace, reading: Reading, span: Span, source: str) -> str | None:
    """Say who is cited by the citation that is a passage, or else by the passage; return what was done.

    ``source`` is empty for nobody: without a citation there is then nothing to do, and None is returned.
    """
    is_citation = citation_at(reading, span) is not None
    if not source and not is_citation:
        return None
    return correct(workspace, reading, span, "source" if is_citation else "citation", source)


def citation_at(reading: Reading, span: Span) -> Citation | None:
    """Return the citation that is a passage; None when none is."""
    return next((one for one in reading.analysis.citations if one.span == span), None)


def silence(workspace: Workspace, reading: Reading, rule: Rule, *, everywhere: bool) -> None:
    """Hear no more of a rule, in this article or in any; undo hears it again."""
    silenced = Silence(workspace.new_id(), rule, None if everywhere else reading.article.id)
    verb = f"turned off “{RULES[rule][0]}”" if everywhere else f"dismissed “{RULES[rule][0]}” in an article"
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        if rule not in QUIET:
            workspace.store.silences.add(batch, silenced, reading.article.id)
            return
        for heard in reading.silences:
            if heard.rule == rule:
                workspace.store.silences.delete(batch, heard, reading.article.id)


def hear_again(workspace: Workspace, reading: Reading) -> int:
    """Restore all dismissed rules, here and everywhere, and turn on the quiet ones here. Return how many."""
    heard = {silence.rule for silence in reading.silences} & QUIET
    quiet = sorted({finding.rule for finding in reading.silenced} & QUIET - heard)
    silenced = [silence for silence in reading.silences if silence.rule not in QUIET]
    with workspace.store.journal.batch("restored dismissed findings", workspace.clock()) as batch:
        for silence in silenced:
            workspace.store.silences.delete(batch, silence, reading.article.id)
        for rule in quiet:
            row = Silence(workspace.new_id(), rule, reading.article.id)
            workspace.store.silences.add(batch, row, reading.article.id)
    return len(silenced) + len(quiet)
