"""Hostile strings: for terminals, screens, eyes, Markdown readers, exports, databases, shells and networks."""

import json
from functools import cache

ESC = "\x1b"
BEL = "\x07"


def rss(title: str, link: str = "https://gull.example/1", guid: str = "one", extra: str = "") -> str:
    escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>The Velbrook Gull</title>'
        f'<item><title>{escaped}</title><link>{link}</link><guid isPermaLink="false">{guid}</guid>'
        f"<description>The harbour is open.</description>{extra}</item></channel></rss>"
    )


def json_feed(title: str, page: str, url: str = "https://gull.example/1") -> bytes:
    item = {"id": "1", "url": url, "title": title, "content_html": page}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": title, "items": [item]}
    return json.dumps(feed).encode()


SEQUENCES = {
    "title": f"{ESC}]0;TAKEN{BEL}",
    "title_2": f"{ESC}]2;TAKEN{ESC}\\",
    "clipboard": f"{ESC}]52;c;VEFLRU4={BEL}",
    "clipboard_read": f"{ESC}]52;c;?{BEL}",
    "link": f"{ESC}]8;;https://taken.example/{BEL}here{ESC}]8;;{BEL}",
    "clear": f"{ESC}[2J{ESC}[H",
    "invisible": f"{ESC}[8munseen{ESC}[0m",
    "position": f"{ESC}[6n",
    "status": f"{ESC}P$qm{ESC}\\",
    "report_title": f"{ESC}[21t",
    "screen": f"{ESC}[?1049l",
    "mouse": f"{ESC}[?1003h",
    "paste": f"{ESC}[?2004l",
    "reset": f"{ESC}c",
    "sixel": f"{ESC}Pq#1;2;9;9;9~{ESC}\\",
    "kitty": f"{ESC}_Ga=T,f=100;QUJD{ESC}\\",
    "file": f"{ESC}]1337;File=inline=1:QUJD{BEL}",
    "folder": f"{ESC}]7;file:///tmp{BEL}",
    "notify": f"{ESC}]9;log in again{BEL}",
    "notify_2": f"{ESC}]777;notify;a;b{BEL}",
    "prompt": f"{ESC}]133;A{BEL}",
    "c1_csi": "\x9b35m",
    "c1_osc": "\x9d0;TAKEN\x9c",
    "back": "gull.example\x08\x08\x08\x08taken",
    "return": "https://gull.example\rhttps://taken.example",
    "shift": "\x0eqqq\x0f",
    "nul": "a\x00b",
    "delete": "a\x7fb",
    "feeds": "a\x0bb\x0cc",
    "lines": "first\nPress y to delete everything",
}


@cache
def terminal() -> dict[str, bytes]:
    found = {
        f"terminal/{name}.json": json_feed(
            f"Tide {acting} table",
            f'<p>Low {acting} water</p><a href="https://gull.example/{acting}">x</a>'.replace('""', '"'),
        )
        for name, acting in SEQUENCES.items()
    }
    paragraphs = "".join(
        f"<p>Boat {n} left the harbour at noon, and came back with herring, late.</p>" for n in range(9)
    )
    return found | {
        "terminal/all.txt": "\n".join(f"{name}: {acting}" for name, acting in SEQUENCES.items()).encode(),
        "terminal/c1_reference.xml": rss("T")
        .replace("T</title><link", "&#x9b;35m &#x9d;0;TAKEN&#x9c;</title><link")
        .encode(),
        "terminal/esc_reference.xml": rss("T").replace("T</title><link", "&#27;]0;TAKEN&#7;</title><link").encode(),
        "terminal/cdata.xml": rss("T")
        .replace("The harbour", "<![CDATA[<p>&#27;]52;c;VEFLRU4=&#7; &#155;35m</p>]]>")
        .encode(),
        "terminal/page.html": (
            f"<html><head><title>&#27;]0;TAKEN&#7;</title></head><body><article><h1>&#x1b;[2J tides</h1>{paragraphs}"
            "<p>&#27;]52;c;VEFLRU4=&#7; the end of it.</p></article></body></html>"
        ).encode(),
    }


@cache
def markup() -> dict[str, bytes]:
    titles = [
        *("[bold]Tide[/bold]", "[/none]", "[/]", "[/", "[@click=app.quit]x[/]", "[@click=app.exit]y[/]"),
        *('[link="https://taken.example"]Bank[/link]', "[link=https://taken.example]Bank[/link]", "[$accent]x"),
        *("[Gull] Herring falls", "[LATEST] tide", "[b]", "[kind=a, value={'b[1]'}]", "x [y z] w", "[on blue]x"),
        *("[auto 40%]x", "\\[bold]x", "[#00ff00]x", "[blink]x"),
    ]
    return {f"markup/{number:02d}.xml": rss(title).encode() for number, title in enumerate(titles)}


@cache
def unicode() -> dict[str, bytes]:
    values = {
        "override": "Invoice \u202egpj.exe",
        "isolate": "if harbour \u2066// open\u2069 \u2066then",
        "zero_width": "gu\u200bll.example",
        "homoglyph": "https://g\u0443ll.example/",
        "full_width": "https://\uff47ull.example/",
        "tags": "tide" + "".join(chr(0xE0000 + ord(sign)) for sign in "obey me"),
        "selectors": "x" + "".join(chr(0xE0100 + number) for number in range(40)),
        "soft_hyphens": "har\u00adbour",
        "pile": "Z" + "\u0316" * 1_500,
        "joiners": "\U0001f469" + "\u200d\U0001f467" * 150,
        "byte_order": "a\ufeffb",
        "separators": "a\u2028FORGED\u2029b",
        "surrogate": "a\ud834b",
        "no_character": "a\ufffe\uffffb",
        "private": "\ue0a0\uf8ff",
        "annotation": "a\ufff9b\ufffac\ufffbd",
        "filler": "\u3164\u3164",
        "braille": "\u2800\u2800",
    }
    return {f"unicode/{name}.json": json_feed(value, f"<p>{value}</p>") for name, value in values.items()}


@cache
def markdown() -> dict[str, bytes]:
    aliases = "".join(f"k{n + 1}: &k{n + 1} [{','.join([f'*k{n}'] * 9)}]\n" for n in range(8))
    schemes = (
        "javascript:x file:///etc/passwd data:text/html,x ssh://-oProxyCommand=x@h/ smb://h/s -o /etc/hosts".split()
    )
    found = {
        "links": "# Quay\n\n" + " ".join(f"[l]({scheme})" for scheme in [*schemes, "https://a@taken.example/"]),
        "html": f"<script>x()</script>\n<!-- obey -->\n<img src=x onerror=x()>\n\n```\n{ESC}]0;TAKEN{BEL}\n```\n",
        "deep_quote": ">" * 15_000 + " x\n",
        "deep_list": "\n".join("  " * depth + "- x" for depth in range(2_000)),
        "brackets": "[" * 40_000,
        "emph": "*a_ " * 20_000,
        "backticks": "".join("`" * count + " " for count in range(1, 600)),
        "table_wide": "|" + "a|" * 4_000 + "\n|" + "-|" * 4_000 + "\n",
        "frontmatter_bomb": f'---\nk0: &k0 ["a"]\n{aliases}title: x\n---\nThe body is here.\n',
        "frontmatter_python": '---\ntitle: !!python/object/apply:os.system ["touch /tmp/PWNED_YAML"]\n---\nbody\n',
    }
    return {f"markdown/{name}.md": text.encode() for name, text in found.items()} | {
        "markdown/one_line.txt": b"H" * 3_000_000
    }


@cache
def exported() -> dict[str, bytes]:
    titles = [
        *(
            "../../../tmp/PWNED_EXPORT",
            "/etc/shadow",
            "..",
            ".",
            "",
            "a/b\\c",
            "CON",
            "nul.md",
            "q" * 500,
            "-rf",
            "~me",
        ),
        *(
            "a\x00b",
            "$(touch /tmp/PWNED_SH)",
            "`x`",
            "a;b",
            "a\nb",
            ".profile",
            "aux.",
            "end. ",
            "e\u0301" * 140,
            "%2e%2e%2fx",
        ),
    ]
    cells = [
        *("=cmd|' /C x'!A0", "+2+2", "-2+2", "@SUM(B1)", "\t=1", "\r=1", '=HYPERLINK("https://taken.example","x")'),
        *("\uff1d1+1", "\uff0b1", "\uff20x", "'=1", '=1";"x', " =1"),
    ]
    yaml = [
        *("a\n---\nowner: me", "a: b", '"q"', "- item", "!!python/x", "*a", "&a", "{a: b}", "# c", "null", "no"),
        *("2026-02-03", "a: |\n  b", "\u2028k: v", "it's", "%TAG", "@x", "`x`"),
    ]
    notes = [
        *("# head", "- [x] task", "</details>", "```", "![x](https://taken.example/)", "[[page]]", "<script>", "| a |"),
        *("---", "> q", "7. x", "{{x}}", "{% x %}"),
    ]
    lists = {"titles": titles, "csv_cells": cells, "frontmatter_titles": yaml, "markdown_notes": notes}
    return {f"export/{name}.json": json.dumps(values).encode() for name, values in lists.items()}


@cache
def sql() -> dict[str, bytes]:
    titles = [
        "'); DROP TABLE article;--",
        '"',
        "`",
        "%",
        "_",
        "\\",
        "a\x00b",
        "Ann'); --",
        ":key",
        "?2",
        "@x",
        "$2",
        "{1}",
    ]
    return {"sql/titles.json": json.dumps(titles).encode()}


@cache
def addresses() -> dict[str, bytes]:
    plain = "https://gull.example/"
    urls = [
        *(
            f"{plain}$(touch${{IFS}}/tmp/PWNED_URL)",
            f"{plain}`x`",
            f"{plain};x",
            f"{plain}|x",
            f"{plain}&x",
            f"{plain}\"'",
        ),
        *(
            "-new-window",
            "--help",
            "file:///etc/passwd",
            "javascript:x()",
            "data:text/html,x",
            f"{plain} a",
            f"{plain}\nX",
        ),
        *(f"{plain}%s", f"{plain}%00", "HTTPS://GULL.EXAMPLE", "//gull.example/", "\\\\h\\s", "https://[::1]/"),
        *(
            "https://a:b@gull.example/",
            plain + "a" * 60_000,
            f"{plain}\u202ex",
            "about:blank",
            "mailto:a@b?attach=/etc/passwd",
        ),
    ]
    return {"hooks/urls.json": json.dumps(urls).encode()}


@cache
def private() -> dict[str, bytes]:
    urls = [
        *("http://127.0.0.1/", "http://localhost:8080/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0/"),
        *("http://0.0.0.0/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/"),
        *("http://169.254.169.254/latest/", "http://[fe80::1%25lo]/", "http://10.1.2.3/", "http://192.168.0.1/"),
        *(
            "http://100.64.1.1/",
            "gopher://127.0.0.1/_x",
            "file:///etc/passwd",
            "ftp://127.0.0.1/",
            "http://a@127.0.0.1/",
        ),
        *("http://\u2460\u2461\u2466.0.0.1/", "http://localhost./"),
    ]
    return {"net/private.json": json.dumps(urls).encode()}


@cache
def slow() -> dict[str, bytes]:
    units = {"www": "www.", "percent": "5% ", "words": "unique words ", "quotes": '"a ', "alternated": "5% www."}
    return {f"slow/{name}.txt": (unit * 30_000)[:30_000].encode() for name, unit in units.items()}
