import json
from datetime import date

from factories import a_document, an_article

from briefreader.analysis.analyse import analyse
from briefreader.export.analysis_json import SCHEMA, render_analysis

TEXT = """A Short Lease Here

It rose by 5% in 2026 (Reuters, 3 May 2026). It will end by late 2027.

Curated from The Ledger Wire

Key Developments
  • Audit (July 15, 2026) — decides.

Key Terms
  • Hall — a room.
"""


def test_an_analysis_keeps_to_its_schema() -> None:
    document = a_document(TEXT)

    line = render_analysis("a.txt", an_article(TEXT), analyse(document, date(2026, 6, 10)))

    found = json.loads(line)
    assert "\n" not in line
    assert (found["schema"], found["file"], found["title"]) == (SCHEMA, "a.txt", "A Short Lease Here")
    assert found["origin"] == {"name": "The Ledger Wire", "url": None}
    assert found["citations"][0]["date"] == ["2026-05-03", "2026-05-03"]
    claim = found["claims"][0]
    assert claim["citations"] == ["c0"]
    assert [(q["lo"], q["unit"], q["op"]) for q in claim["quantities"]] == [(5.0, "%", "=")]
    assert found["claims"][1]["horizon"] == {"interval": [None, "2027-12-31"]}
    assert found["watch_items"][0]["due"] == ["2026-07-15", "2026-07-15"]
    assert found["terms"] == [{"term": "Hall", "meaning": "a room."}]
    assert {block["role"] for block in found["body_blocks"]} >= {"title", "body", "provenance"}
