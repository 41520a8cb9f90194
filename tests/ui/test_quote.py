from factories import added, span_of

from briefreader.ui.reading.actions.quote import quote_of
from briefreader.workspace import Workspace

TEXT = """# Fuel on Friday

| Fuel | Price |
|---|---|
| Peat | 31 kroner a tonne |
"""


def test_a_copied_cell_says_whose_it_is(workspace: Workspace) -> None:
    reading = added(workspace, TEXT, ".md")

    copied = quote_of(reading, span_of(reading, "31 kroner a tonne"))

    assert copied == "[Peat · Price] “31 kroner a tonne” (Fuel on Friday)"
