"""Split front matter from a note, in the flavours that people's tools write.

YAML (Jekyll, Obsidian and its Web Clipper, collectors), TOML (Hugo) and JSON between marks, and the properties of
Logseq and Dataview (``key:: value``). Of YAML only what such blocks hold is read, by a reader of our own: keys with
texts, lists, folded texts, one level of nesting. It cannot fail, build objects or take long.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime

_YAML = re.compile(
    r"\A\ufeff?\s*---[ \t]*\n(?P<block>.{0,16384}?)\n?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(?P<block>.{0,16384}?)\n?^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_JSON = re.compile(r"\A\s*(?P<block>\{\n.{0,16384}?^\})[ \t]*\n", re.DOTALL | re.MULTILINE)
_KEY = re.compile(
    r"(?P<indent>[ \t]*)(?P<quote>[\"']?)(?P<key>[^\s\"':#\[\]{}-][^\"':\n]{0,40}?)(?P=quote)[ \t]*:"
    r"(?:[ \t]+(?P<value>.*)|[ \t]*)$"
)
_ITEM = re.compile(r"[ \t]*-(?:[ \t]+(?P<value>.*))?$")
_PROPERTY = re.compile(r"(?:[-*] )?(?P<key>[^\W\d_][\w .-]{0,30}?)::(?:[ \t]+(?P<value>.*)|[ \t]*)$")
_FOLDED = re.compile(r"[|>][+-]?\d?[ \t]*(?:#.*)?$")
_COMMENT = re.compile(r"\s#.*$")
_ESCAPE = re.compile(r"\\(?:(?P<code>x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|(?P<sign>.))")
_ESCAPED = {'"': '"', "\\": "\\", "/": "/", " ": " ", "_": "\xa0", "n": " ", "r": " ", "t": " "}
"""What stands for what; a value is one line."""
_MOST_KEYS = 100
_MOST_VALUES = 50

Properties = Mapping[str, tuple[str, ...]]
"""The values under each key, which is in lower case; of a nested one, ``outer.inner``."""


def split_front_matter(text: str) -> tuple[Properties, str]:
    """Return what the front matter says, and the text without it; nothing and the whole text where there is none."""
    if yaml := _YAML.match(text):
        read = _read_yaml(yaml["block"].split("\n"))
        if read or not yaml["block"].strip():
            return read, text[yaml.end() :]
    for form, parse in ((_TOML, tomllib.loads), (_JSON, json.loads)):
        if found := form.match(text):
            try:
                return _flat(parse(found["block"])), text[found.end() :]
            except (ValueError, RecursionError):
                return {}, text
    return _split_properties(text)


def _split_properties(text: str) -> tuple[Properties, str]:
    """Read ``key:: value`` lines at the beginning."""
    found: dict[str, tuple[str, ...]] = {}
    lines = text.split("\n")
    number = 0
    for number, line in enumerate(lines[:_MOST_KEYS]):  # noqa: B007 - where it ends is wanted
        prop = _PROPERTY.match(line)
        if prop is None and (line.strip() or not found):
            break
        if prop:
            found.setdefault(_named(prop["key"]), (_plain(prop["value"] or ""),))
    return (found, "\n".join(lines[number:])) if found else ({}, text)


def _read_yaml(lines: list[str]) -> Properties:
    found: dict[str, list[str]] = {}
    outer, key, at = "", "", 0
    while at < len(lines) and len(found) < _MOST_KEYS:
        line = lines[at]
        at += 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item = _ITEM.match(line)
        named = None if item else _KEY.match(line)
        if named:
            name = _named(named["key"])
            outer = outer if named["indent"] else name
            key = f"{outer}.{name}" if named["indent"] else name
            value, at = _value(named["value"] or "", lines, at)
            found.setdefault(key, []).extend(value)
        elif item and key:
            inner = _KEY.match(item["value"] or "")
            where = f"{outer}.{_named(inner['key'])}" if inner else key
            found.setdefault(where, []).extend(_texts(inner["value"] or "" if inner else item["value"] or ""))
        elif key and line[0] in " \t" and found[key]:
            found[key][-1] = f"{found[key][-1]} {_plain(line)}".strip()
        elif not item:
            return {}  # a rule above a paragraph, and no front matter
    return {name: tuple(values[:_MOST_VALUES]) for name, values in found.items()}


def _value(value: str, lines: list[str], at: int) -> tuple[list[str], int]:
    """Return the texts after a key, and the line after them: of a folded text, all that is indented."""
    if _FOLDED.match(value):
        words = []
        while at < len(lines) and (not lines[at].strip() or lines[at][0] in " \t"):
            words.append(lines[at].strip())
            at += 1
        return [" ".join(filter(None, words))], at
    quote = value[:1]
    while (
        quote in ("'", '"')
        and not value[1:].rstrip().endswith(quote)
        and at < len(lines)
        and lines[at][:1] in (" ", "\t")
    ):
        is_joined = quote == '"' and value.endswith("\\")  # the next line goes on without a space
        value = value[:-1] + lines[at].strip() if is_joined else f"{value} {lines[at].strip()}"
        at += 1
    return _texts(value), at


def _texts(value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        inner = re.findall(r"\"([^\"]*)\"|'([^']*)'|([^,]+)", value[1:-1])
        return [text for parts in inner if (text := _plain("".join(parts)))]
    return [plain] if (plain := _plain(value)) else []


def _plain(value: str) -> str:
    """Return a value without quotation marks, a comment, and the marks of links."""
    value = value.strip()
    quoted = re.fullmatch(r"\"((?:[^\"\\]|\\.)*)\"(?:\s+#.*)?|'((?:[^']|'')*)'(?:\s+#.*)?", value)
    if quoted:
        value = _unescaped(quoted[1]) if quoted[1] is not None else quoted[2].replace("''", "'")
    else:
        value = _COMMENT.sub("", f" {value}").strip()
    return "" if value in ("null", "~", "[]", "{}") else value


def _unescaped(value: str) -> str:
    """Return a text between double quotation marks as YAML means it; JSON writes signs such as emoji as two halves."""
    plain = _ESCAPE.sub(lambda found: _sign(found) if found["code"] else _ESCAPED.get(found["sign"], found[0]), value)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _sign(found: re.Match[str]) -> str:
    number = int(found["code"][1:], 16)
    return chr(number) if number <= sys.maxunicode else found[0]


def _flat(data: object, outer: str = "") -> Properties:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in data.items() if isinstance(data, dict) else ():
        key = f"{outer}{_named(str(name))}"
        if isinstance(value, dict) and not outer:
            found |= _flat(value, f"{key}.")
        else:
            found[key] = tuple(_written(value if isinstance(value, list) else [value]))[:_MOST_VALUES]
    return found


def _written(values: Iterable[object]) -> Iterable[str]:
    for value in values:
        if isinstance(value, str):
            yield value.strip()
        elif isinstance(value, date | datetime):
            yield value.isoformat()
        elif isinstance(value, dict) and isinstance(value.get("name"), str):
            yield value["name"]


def _named(key: str) -> str:
    return re.sub(r"[\s_-]+", "_", key.strip().lower())
