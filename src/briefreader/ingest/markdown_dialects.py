"""Turn what programs add to Markdown into CommonMark: no syntax of theirs is shown as text, and no text is lost.

Known are Obsidian (links, embeds, comments, callouts, block ids, highlights), Logseq (properties, block references,
quotes), Jekyll, Hugo and Jinja (tags), MkDocs and Docusaurus (admonitions), MDX, kramdown and Pandoc (attributes), and
footnotes as PHP Markdown Extra and GitHub have them. Code stays as it is.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

_FENCE = re.compile(r"\s{0,3}(?:>\s?)*\s{0,3}(?:[-*+]\s+)?(`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"(?<!`)(`{1,3})(?!`)(?:(?!\1).|\n(?!\n)){1,5000}?\1(?!`)")
_ENDED_COMPONENT = re.compile(r"</([A-Z][\w.]{0,60})\s*>")
_COMPONENT = re.compile(
    r"</?(?P<name>[A-Z][\w.]{0,60})(?:\s(?:[^<>{}]|\{(?:[^{}]|\{[^{}]{0,2000}\}){0,2000}\}){0,2000})?>"
)
_SYNTAX = (
    r"%%(?:(?!%%).){0,20000}%%",
    r"\{/\*(?:(?!\*/).){0,5000}\*/\}",
    r"\{%-?\s*comment\s*-?%\}(?:(?!\{%).){0,20000}\{%-?\s*endcomment\s*-?%\}",
    r"\{#(?:(?!#\}|\n\n).){1,2000}#\}",
    r"\{%(?:(?!%\}|\n\n).){0,2000}%\}",
    r"\{\{(?:(?!\}\}|\n\n).){0,2000}\}\}",
)
"""Comments and tags, which may go over several lines; at the beginning of a line the space after them goes too."""
_ACROSS_LINES = tuple(re.compile(rf"^{form}[ \t]*|{form}", re.DOTALL | re.MULTILINE) for form in _SYNTAX)
_CLOSING = '：:，。、！？!?；）)】」』》”’"%'
_OPENING = '（(【「『《“‘"'
"""Signs beside which CommonMark takes the stars of bold words for text, as between letters of Chinese."""
_MEDIA = "png|jpe?g|gif|svg|webp|bmp|avif|pdf|mp[34]|m4a|wav|webm"
_INLINE = (
    (re.compile(rf"!\[\[[^\]|\n]{{1,300}}\.(?:{_MEDIA})\b[^\]\n]{{0,300}}\]\]", re.IGNORECASE), ""),
    (re.compile(r"!?\[\[([^\]|\n]{1,300}?)\\?\|([^\]\n]{1,300})\]\]"), r"\2"),
    (re.compile(r"!?\[\[([^\]|#^\n]{1,300})(?:[#^][^\]\n]{0,300})?\]\]"), r"\1"),
    (re.compile(r"!?\[\[#\^?([^\]\n]{1,300})\]\]"), r"\1"),
    (re.compile(r"\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)"), ""),
    (re.compile(r"(?<![\w=])==(?=\S)([^=\n]{1,500}?)(?<=\S)==(?![\w=])"), r"**\1**"),
    (re.compile(r"(?<!!)\^\[([^\]\n]{1,1000})\]"), r" (\1)"),
    (re.compile(r"(?<!\\)\[\^(\d{1,4})\](?!:\s)"), r"\\[\1\\]"),
    (re.compile(r"(?<![^\s(\[>|])\*\*(?=\S)([^*\n]{1,300}?)(?<=\S) +\*\*(?!\*) ?"), r"**\1** "),
    (re.compile(rf"\*\*(?=[^\s*])([^*\n]{{1,300}}?[{_CLOSING}])\*\*(?=[^\W_])"), r"<b>\1</b>"),
    (re.compile(rf"(?<=[^\W_])\*\*(?=[{_OPENING}])([^*\n]{{1,300}}?)(?<=\S)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<=[\])])\{[:.#][^}\n]{0,200}\}"), ""),
    (re.compile(r"(?<=\S)\s*\{#[\w:.-]{1,100}(?:\s[^}\n]{0,200})?\}\s*$"), ""),
    (re.compile(r"(?<=\S)\s\^[A-Za-z0-9-]{4,40}\s*$"), ""),
)
_MAY_HOLD_SYNTAX = re.compile(r"[\[^{]|\(\(|==|\*\*|::")
"""What each form within a line holds, and callouts, containers and properties: a plain line is not searched for all."""
_LOOKED_AT = 50_000
_FRONT = re.compile(r"\ufeff?---\n(?:[\w -]{1,40}:.*\n|\s*-.*\n|\s+.*\n){2,100}---\n")
_MARKS = tuple(
    re.compile(mark, re.MULTILINE)
    for mark in (
        r"^#{1,6} \S",
        r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])",
        r"(?<!\w)\[[^\]\n]{1,200}\]\(https?://[^\s)]{1,2000}\)",
        r"^\|?[ :|-]*-{3,}[ :]*\|[ :|-]*$",
        r"^(?:```|~~~)",
        r"^> \S",
        r"\[\^\w{1,20}\]",
        r"^- \[[ xX]\] ",
    )
)
_DROPPED = re.compile(
    r"\s*(?:[-*+]\s+)?(?:(?:id|collapsed|heading|logseq\.[\w-]+|card-[\w-]+|background-color|query-[\w-]+)::.*|\{:.*\}"
    r"|\[\[?_?toc_?\]\]?|#\+(?:begin|end)_\w+.*|\^[A-Za-z0-9-]{4,40}|:(?:LOGBOOK|END):|CLOCK:.*)\s*",
    re.IGNORECASE,
)
_CALLOUT = re.compile(r"(?P<quote>\s{0,3}(?:>\s?)+)\[!(?P<kind>[\w-]{1,30})(?:\|[^\]]*)?\][+-]?[ \t]*(?P<title>.*)$")
_ADMONITION = re.compile(
    r"(?P<indent>\s*)(?:!!!|\?\?\?\+?)\s*(?P<kind>[\w-]+)(?:\s+[\w-]+)*(?:\s+\"(?P<title>[^\"]*)\")?\s*$"
)
_CONTAINER = re.compile(
    r"\s*:{3,}\s*(?:(?P<kind>[\w-]+)|\{[^}]*\})?(?:\[(?P<own>[^\]]*)\]|\s+(?P<title>[^{}]*))?(?:\{[^}]*\})?\s*$"
)
_DEFINITION = re.compile(r"\s{0,3}\[\^(?P<label>\d{1,4})\]:[ \t]*(?P<words>.*)$")
_PROPERTY = re.compile(r"(?P<before>\s*(?:[-*+]\s+)?)(?P<key>[^\W\d_][\w -]{0,30})::\s+(?P<value>\S.*)$")
_PLAIN_KINDS = frozenset(["quote", "cite", "details", "tab", "tabs", "row", "col", "div", "figure"])


class _Line(NamedTuple):
    text: str
    is_code: bool


def to_common_markdown(text: str) -> str:
    """Return the text as CommonMark, its lines in their order."""
    parts = []
    ended = frozenset(_ENDED_COMPONENT.findall(text))
    for is_code, part in _parted(text):
        parts.append(part if is_code else _without_comments(_without_components(part, ended)))
    return "\n".join(_written(list(_lines("".join(parts)))))


def _parted(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the text in turns of code and no code."""
    begin, fence, at = 0, "", 0
    for line in text.splitlines(keepends=True):
        found = _FENCE.match(line)
        end = at + len(line)
        if found and not fence:
            yield False, text[begin:at]
            begin, fence = at, found[1]
        elif found and fence and found[1].startswith(fence) and not line[found.end() :].strip():
            yield True, text[begin:end]
            begin, fence = end, ""
        at = end
    yield bool(fence), text[begin:]


def _without_components(text: str, ended: Collection[str]) -> str:
    """Take out the tags of components (MDX), whose words are text: of those that end somewhere, or at once."""

    def instead(tag: re.Match[str]) -> str:
        return "" if tag["name"] in ended or tag[0].endswith("/>") else tag[0]

    return _outside_code(_COMPONENT, instead, text)


def _without_comments(text: str) -> str:
    for form in _ACROSS_LINES:
        text = _outside_code(form, "", text)
    return text


def _outside_code(form: re.Pattern[str], instead: str | Callable[[re.Match[str]], str], text: str) -> str:
    if not form.search(text):
        return text
    pieces, begin = [], 0
    for span in _CODE_SPAN.finditer(text):
        pieces += [form.sub(instead, text[begin : span.start()]), span[0]]
        begin = span.end()
    return "".join([*pieces, form.sub(instead, text[begin:])])


def _lines(text: str) -> Iterator[_Line]:
    for is_code, part in _parted(text):
        lines = part.split("\n")
        yield from (_Line(line, is_code) for line in (lines[:-1] if part.endswith("\n") else lines))


def _written(lines: list[_Line]) -> Iterator[str]:
    indent = ""
    for line in lines:
        if line.is_code:
            yield line.text
            continue
        if indent and line.text.strip() and not line.text.startswith(indent):
            indent = ""
        words = line.text.removeprefix(indent)
        if admonition := _ADMONITION.match(words):
            indent = f"{admonition['indent']}    "
            title = admonition["title"] if admonition["title"] is not None else admonition["kind"].capitalize()
            yield from ("", f"**{title}**" if title else "", "")
        elif not _DROPPED.fullmatch(words):
            yield _written_line(words)


def _written_line(line: str) -> str:
    if not _MAY_HOLD_SYNTAX.search(line):
        return line
    if callout := _CALLOUT.match(line):
        title = callout["title"].strip() or _named(callout["kind"])
        line = f"{callout['quote']}**{title}**\\" if title else callout["quote"]
    elif (container := _CONTAINER.match(line)) and line.strip():
        title = (container["own"] or container["title"] or "").strip() or _named(container["kind"] or "")
        line = f"\n**{title}**\n" if title else ""
    elif definition := _DEFINITION.match(line):
        line = f"\n\\[^{definition['label']}\\]: {definition['words']}"
    elif found := _PROPERTY.match(line):
        line = f"{found['before']}{found['key']}: {found['value']}"
    for form, instead in _INLINE:
        line = _outside_code(form, instead, line)
    return line


def _named(kind: str) -> str:
    return "" if kind.lower() in _PLAIN_KINDS else kind.replace("-", " ").capitalize()


def looks_like_markdown(text: str) -> bool:
    """Tell whether a plain text has the marks of Markdown: front matter, or marks of two kinds."""
    begin = text[:_LOOKED_AT]
    return _FRONT.match(begin) is not None or sum(mark.search(begin) is not None for mark in _MARKS) > 1
