import json

import pytest
from commands import Command
from factories import SAMPLES

pytestmark = pytest.mark.slow


def test_a_digest_is_written_in_three_ways_and_twice_the_same(command: Command) -> None:
    command("add", SAMPLES)
    span = ("--since", "2026-04-01", "--as-of", "2026-12-31")

    for name, start in (("markdown", "# Digest of 01 Apr 2026"), ("html", "<!doctype html>"), ("json", '{"schema"')):
        first = command("digest", *span, "--format", name).out
        assert first.startswith(start)
        assert first == command("digest", *span, "--format", name).out
    assert command("digest", "--since", "2026-05-02", "--as-of", "2026-05-01").code == 2


def test_what_is_known_of_sources_is_listed(command: Command) -> None:
    assert "No track records yet" in command("sources").err
    command("add", SAMPLES)

    assert "The Ledger Wire" in command("sources").out
    assert json.loads(command("sources", "--json").out)["sources"][0]["too_few"]


def test_a_name_has_its_page_and_terms_their_list(command: Command) -> None:
    command("add", SAMPLES)

    assert "EVENTS" in command("entity", "Halden").out
    assert json.loads(command("entity", "Halden", "--json").out)["figures"]
    terms = json.loads(command("glossary", "--json").out)["terms"]
    assert terms
    assert terms[0]["term"] in command("glossary").out
