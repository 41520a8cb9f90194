from dataclasses import fields, is_dataclass
from datetime import date
from itertools import count
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from factories import SAMPLES, a_document

from briefreader.analysis.analyse import analyse
from briefreader.ingest.files import read_articles
from briefreader.model.analysis import Analysis
from briefreader.model.span import Span
from briefreader.store.encoding import (
    decode_analysis,
    decode_document,
    encode_analysis,
    encode_layout,
    encode_statements,
)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.[thm][xtd]*")), ids=lambda path: str(path.name))
def test_documents_and_analyses_come_back_as_they_were(path: Path) -> None:
    document = read_articles(path)[0].document
    analysis = analyse(document, date(2026, 6, 10))

    assert decode_document(document.text, encode_layout(document)) == document
    assert decode_analysis(encode_analysis(analysis), encode_statements(analysis)) == analysis


def test_a_watch_line_without_a_date_comes_back() -> None:
    analysis = analyse(a_document("It is late. Watch whether it moves at all."), date(2026, 6, 10))

    assert decode_analysis(encode_analysis(analysis), encode_statements(analysis)).watch_lines[0].due is None


def test_why_a_citation_supports_a_claim_comes_back() -> None:
    document = a_document("Here stands a title\n\nThe harbour took 4,000 ships in May.\n\nSource: Reuters")
    analysis = analyse(document, date(2026, 6, 10))

    assert [support.basis for claim in analysis.claims for support in claim.support] == ["story"]
    assert decode_analysis(encode_analysis(analysis), encode_statements(analysis)) == analysis


NUMBERS = count(1)
INDICES = {"Support.citation"}
"""Fields that count into another field of the analysis, which holds one fact of each kind here."""


def filled(kind: Any) -> Any:  # noqa: ANN401 - any field
    """Return a value of a type with every field filled, at every depth, none as it is by default."""
    if kind is Span:
        return Span(start := next(NUMBERS), start + 3)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        assert isinstance(kind, type)
        names = {one.name: f"{kind.__name__}.{one.name}" for one in fields(kind)}
        return kind(**{name: 0 if whole in INDICES else filled(hints[name]) for name, whole in names.items()})
    if get_origin(kind) is Literal:
        return get_args(kind)[-1]
    if get_origin(kind) is tuple:
        return (filled(get_args(kind)[0]),)
    if NoneType in get_args(kind):
        return filled(next(one for one in get_args(kind) if one is not NoneType))
    number = next(NUMBERS)
    return {int: number, float: number / 2, str: f"words {number}", bool: True, date: date(2026, 1, 1 + number % 28)}[
        kind
    ]


def has_defaults(value: object) -> list[str]:
    """Return the fields of a dataclass, at every depth, that are as by default: what was lost would not be seen."""
    if isinstance(value, tuple):
        return [name for one in value for name in has_defaults(one)]
    if not is_dataclass(value):
        return []
    own = [(f"{type(value).__name__}.{one.name}", getattr(value, one.name), one.default) for one in fields(value)]
    same = [name for name, now, default in own if now == default and name not in INDICES]
    return [*same, *(name for _, now, _ in own for name in has_defaults(now))]


def test_no_field_of_an_analysis_is_lost_on_save() -> None:
    analysis = filled(Analysis)

    assert has_defaults(analysis) == []
    assert decode_analysis(encode_analysis(analysis), encode_statements(analysis)) == analysis
