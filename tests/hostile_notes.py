"""A store whose articles and notes would act, if anything in an export did."""

from factories import added, span_of

from briefreader.model.annotation import Evidence
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import Remark, annotate
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace

HOSTILE = """\
---
title: '=cmd|''/C calc''!A1 <script>alert(1)</script> %%  ^br-x {}'
publisher: '@SUM(1+1) "Wire" & Sons'
url: https://a.example/b?c=d&e=%7B
date: 2026-04-13
---
=HYPERLINK("https://evil.example","x") cut its bill by 60% (Grid Weekly, 12 April 2026), \\=\\=a\\=\\= lot.

\\<img src=x onerror=alert(1)> Halden's {brace} \\ ~tilde^ costs $40m_a #tag & 5% (The Memo, internal memo, May 2026).

TY  - JOUR
ER  -

\\%\\% br:end head \\%\\%
"""


def hostile_notes(workspace: Workspace) -> Selection:
    """What is noted of an article that wants to act."""
    thesis = add_thesis(workspace, ThesisWords(title="=1+1 <b>Halden</b>"))
    reading = added(workspace, HOSTILE, ".md")
    evidence = Evidence(
        stance="bear", strength=4, confidence=0.75, thesis_id=thesis.id, origin="Grid Weekly", origin_how="cited"
    )
    note = '-2+3 says "no"\n\n%% br:end n2 %%\n<script>alert(2)</script>'
    annotate(
        workspace,
        reading,
        span_of(reading, "cut its bill by 60% (Grid Weekly, 12 April 2026), ==a== lot"),
        Remark(evidence=evidence, note=note, tags=("margins", "q1")),
    )
    annotate(workspace, reading, span_of(reading, "=HYPERLINK"), Remark(evidence=Evidence(stance="bull")))
    annotate(workspace, reading, span_of(reading, "{brace} \\ ~tilde^ costs $40m_a #tag & 5%"), Remark())
    annotate(workspace, reading, None, Remark(note="On it all."))
    return Selection(workspace.store)
