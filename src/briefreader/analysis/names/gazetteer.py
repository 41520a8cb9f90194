"""Names that are known: what a source, a company, a person or a product is usually called, and whose it is."""

from functools import lru_cache
from typing import NamedTuple

from briefreader.analysis.names import body_names, outlet_names
from briefreader.analysis.names.known_names import COMPANIES, PARENTS, PEOPLE, PRODUCTS, SOURCES
from briefreader.model.analysis import EntityKind
from briefreader.model.citation import SourceType


class KnownSource(NamedTuple):
    """The usual name of a source, and its type."""

    name: str
    type: SourceType


def _entries(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Read "Name|alias: owner, owner; …"."""
    entries = []
    for entry in text.split(";"):
        names, _, owners = entry.partition(": ")
        aliases = [" ".join(alias.split()) for alias in names.split("|")]
        entries.append((aliases[0], aliases, [owner.strip() for owner in owners.split(",") if owner.strip()]))
    return entries


_TEXTS: list[tuple[SourceType, str]] = [
    ("company", COMPANIES),
    *SOURCES.items(),
    *outlet_names.FURTHER.items(),
    *body_names.FURTHER.items(),
]
_KNOWN = {
    alias.lower(): KnownSource(name, type_)
    for type_, text in _TEXTS
    for name, aliases, _ in _entries(text)
    for alias in aliases
}
_KIND_OF_TYPE: dict[SourceType, EntityKind] = {
    "wire": "publisher",
    "publisher": "publisher",
    "analyst": "company",
    "data": "company",
    "company": "company",
    "regulator": "regulator",
    "social": "company",
}
ENTITIES: dict[str, tuple[str, EntityKind]] = {
    alias: (source.name, _KIND_OF_TYPE[source.type])
    for type_, text in _TEXTS
    for _, aliases, _ in _entries(text)
    for alias in aliases
    if "." not in alias or " " in alias
    for source in [_KNOWN[alias.lower()]]
}
"""For each alias as it is written, the usual name and what it is."""
ENTITIES |= {alias: (name, "person") for name, aliases, _ in _entries(PEOPLE) for alias in aliases}
ENTITIES |= {alias: (name, "product") for name, aliases, _ in _entries(PRODUCTS) for alias in aliases}
_OWNERS: dict[str, tuple[str, ...]] = {}
for _text in (PRODUCTS, PARENTS):
    for _name, _, _owned_by in _entries(_text):
        _OWNERS[_name] = (*_OWNERS.get(_name, ()), *_owned_by)


def _with_variants(known: dict[str, KnownSource]) -> dict[str, KnownSource]:
    """Return what is known by each name, by the name with or without its article, by its site, by its possessive."""
    found = dict(known)
    for variants in (
        ((f"the {alias}", source) for alias, source in known.items()),
        ((alias.removeprefix("the "), source) for alias, source in known.items()),
        ((f"www.{alias}", source) for alias, source in known.items()),
        ((f"{alias}'s", source) for alias, source in known.items()),
    ):
        for alias, source in variants:
            found.setdefault(alias, source)
    return found


_KNOWN_AS = _with_variants(_KNOWN)


@lru_cache(maxsize=1024)
def identify(name: str) -> KnownSource:
    """Return the usual name and type of a source; one that is not known keeps its name, type unknown."""
    key = name.strip().strip('"“”').replace("’", "'").lower()
    return _KNOWN_AS.get(key) or KnownSource(name, "unknown")


def is_known(name: str) -> bool:
    """Tell whether the name is a known source's."""
    return identify(name).type != "unknown"


def publisher_of(host: str) -> KnownSource:
    """Return whose a web site is, by its host; one that is not known is called by its host."""
    labels = host.lower().removeprefix("www.").split(".")
    for first in range(max(0, len(labels) - _MOST_LABELS), len(labels) - 1):
        domain = ".".join(labels[first:])
        if domain in _KNOWN:
            return _KNOWN[domain]
    name = (
        labels[-3]
        if len(labels) > len("co.uk".split(".")) and labels[-2] in ("co", "com")
        else labels[-2]
        if len(labels) > 1
        else host
    )
    squeezed = name.replace("-", "")
    known = _BY_SQUEEZED.get(squeezed) or _BY_SQUEEZED.get(f"the{squeezed}")
    return known or KnownSource(host.removeprefix("www."), "unknown")


_MOST_LABELS = 1 + max(alias.count(".") for alias in _KNOWN)
"""Of a host that is known."""
_BY_SQUEEZED = {
    "".join(filter(str.isalnum, alias)): source for alias, source in _KNOWN.items() if len(alias) > len("abc")
}


def family_of(name: str) -> tuple[str, ...]:
    """Return a name with those whose it is: a product's maker, a company's parent, and theirs."""
    family = [name]
    for member in family:
        family += [owner for owner in _OWNERS.get(member, ()) if owner not in family]
    return tuple(family)


def names_of_entity(name: str) -> tuple[str, ...]:
    """Return a name and all others that are known for the same entity, in order; case does not count."""
    wanted = name.casefold()
    usual = {known for alias, (known, _) in ENTITIES.items() if alias.casefold() == wanted}
    return (name, *sorted({alias for alias, (known, _) in ENTITIES.items() if known in usual} - {name}))
