"""Everything that the store holds, a line of JSON each row: a store of its own, to keep and to bring back."""

import json
from collections.abc import Iterable, Iterator

from briefreader.model.store_row import LINES_VERSION, StoreRow


def render_lines(rows: Iterable[StoreRow]) -> Iterator[str]:
    """Yield a line for each row; the same rows, the same bytes."""
    for row in rows:
        told = {**row.columns, "table": row.table, "v": LINES_VERSION}
        yield json.dumps(told, sort_keys=True, ensure_ascii=False) + "\n"
