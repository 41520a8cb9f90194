"""The reader's corrections as labels, a line of JSON each, schema ``briefreader.label/1``."""

import json
from collections.abc import Iterator

from briefreader.store.store import Store
from briefreader.views.corrections import all_corrections

SCHEMA = "briefreader.label/1"


def correction_lines(store: Store) -> Iterator[str]:
    """Yield one line for each correction, the oldest first; offsets are code points of the text it was made on."""
    for correction in all_corrections(store):
        yield json.dumps(
            {
                "schema": SCHEMA,
                "article": correction.article_id,
                "kind": correction.kind,
                "value": correction.value or None,
                "start": correction.span.start,
                "end": correction.span.end,
                "exact": correction.quote.exact,
                "prefix": correction.quote.prefix,
                "suffix": correction.quote.suffix,
                "made_at": correction.created_at.isoformat(),
            },
            ensure_ascii=False,
        )
