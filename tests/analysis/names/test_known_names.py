from collections import Counter

from briefreader.analysis.names import body_names, outlet_names
from briefreader.analysis.names.known_names import COMPANIES, PEOPLE, PRODUCTS, SOURCES


def test_every_alias_stands_for_one_name() -> None:
    further = [*outlet_names.FURTHER.values(), *body_names.FURTHER.values()]
    texts = [COMPANIES, *SOURCES.values(), *further, PEOPLE, PRODUCTS]
    entries = [entry.partition(": ")[0].split("|") for text in texts for entry in text.split(";")]
    names = {" ".join(alias.split()): " ".join(entry[0].split()) for entry in entries for alias in entry}
    aliases = Counter(" ".join(alias.split()) for entry in entries for alias in entry)

    assert [alias for alias, count in aliases.items() if count > 1] == []
    assert "" not in names
