from briefreader.analysis.roles.cells import cells_of, run_in_label
from briefreader.analysis.roles.sections import assign_roles
from briefreader.ingest.files import parse_article
from briefreader.model.document import Document


def read(markdown: str) -> Document:
    return assign_roles(parse_article(markdown.encode(), ".md", "a.md").document)


def test_a_cell_knows_its_row_its_column_and_whether_it_names_a_source() -> None:
    document = read("# T\n\n| Port | Ships | Source |\n|---|---|---|\n| Oslo | 40 | Reuters |")
    cells = [*cells_of(document, document.blocks[-1])]
    told = [(cell.span.of(document.text), cell.row and cell.row.of(document.text), cell.is_source) for cell in cells]
    assert told == [("Oslo", None, False), ("40", "Oslo", False), ("Reuters", "Oslo", True)]
    assert [cell.column and cell.column.of(document.text) for cell in cells] == ["Port", "Ships", "Source"]


def test_a_run_in_label_is_told_with_its_colon() -> None:
    document = read("# T\n\nWhy it matters: ports pay for it.")
    label = run_in_label(document, document.blocks[-1])
    assert label is not None
    assert label.of(document.text) == "Why it matters:"
