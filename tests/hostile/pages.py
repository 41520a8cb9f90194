"""Hostile feeds, pages and messages."""

import base64
from functools import cache

from hostile.texts import rss

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY e0 "tide tide tide">'
    + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    + "]>"
)
CHANNEL = '<rss version="2.0"><channel><title>Gull</title>{}</channel></rss>'


def outlines(urls: list[str]) -> str:
    inner = "".join(f'<outline text="x" type="rss" xmlUrl="{url}"/>' for url in urls)
    deep = '<outline text="n">' * 2_000 + "</outline>" * 2_000
    return f'<opml version="2.0"><body>{inner}{deep}</body></opml>'


@cache
def feeds() -> dict[str, bytes]:
    item = "<item><title>{}</title><guid>{}</guid></item>"
    outside = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    private = "http://127.0.0.1:9/"
    refused = ["exec:touch /tmp/PWNED_OPML", "filter:sh", "file:///etc/passwd", private, "http://169.254.169.254/"]
    found = {
        "entities.xml": BOMB.format(root="rss") + CHANNEL.format(item.format("&e9;", 1)),
        "quadratic.xml": f'<!DOCTYPE rss [<!ENTITY x "{"t" * 90_000}">]>'
        + CHANNEL.format(item.format("&x;" * 9_000, 1)),
        "outside_file.xml": outside + CHANNEL.format(item.format("&x;", 1)),
        "outside_web.xml": f'<!DOCTYPE rss SYSTEM "{private}d" [<!ENTITY % p SYSTEM "{private}p"> %p;]>'
        + CHANNEL.format(""),
        "include.xml": CHANNEL.format(
            '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
        ),
        "deep.xml": CHANNEL.format(f"<item><description>{'<b>' * 60_000}{'</b>' * 60_000}</description></item>"),
        "many_items.xml": CHANNEL.format("".join(item.format(n, n) for n in range(12_000))),
        "huge_attribute.xml": CHANNEL.format(f'<item><title a="{"x" * 11_000_000}">t</title></item>'),
        "bomb.opml": BOMB.format(root="opml")
        + '<opml><body><outline text="&e9;" xmlUrl="https://a.example/"/></body></opml>',
        "opml_hostile.opml": outlines([*refused, "javascript:x()"]),
        "guid_hijack_a.xml": rss("Original", "https://gull.example/1", "same"),
        "guid_hijack_b.xml": rss("HIJACKED", "https://taken.example/1", "same"),
        "guid_flap.xml": rss("t", guid="https://gull.example/?session=7"),
        "link_schemes.xml": rss("t", "javascript:x()", extra='<enclosure url="file:///etc/passwd" type="audio/mpeg"/>'),
        "date_bombs.xml": rss("t", extra="<pubDate>Sun, 88 Bar 88888888888 88:88:88 +8888</pubDate>"),
        "date_future.xml": rss("t", extra="<pubDate>Fri, 31 Dec 9999 23:00:00 GMT</pubDate>"),
        "no_fields.xml": '<rss version="2.0"><channel><item/><item><description>tide</description></item></channel>'
        "</rss>",
        "title_1mb.xml": rss("H" * 1_000_000),
    }
    return {f"xml/{name}": text.encode() for name, text in found.items()} | {
        "xml/utf7.xml": b'<?xml version="1.0" encoding="utf-7"?>' + CHANNEL.format("+ADw-script+AD4-").encode(),
        "xml/encoding_lie.xml": b'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        b"<title>qu\xe9 \x93quoted\x94</title><item><title>\xff\xfe</title><guid>1</guid></item></channel></rss>",
    }


HIDDEN = (
    "<p style='display:none'>",
    "<p hidden>",
    "<p style='font-size:0'>",
    "<p style='color:#fff;background:#fff'>",
    "<p style='position:absolute;left:-9999px'>",
    "<p aria-hidden=true>",
    "<template>",
    "<noscript>",
    r"<p style='d\69splay:/**/none'>",
    "<p style='clip-path:inset(50%)'>",
    "<p style='opacity:0'>",
    "<p style='width:1px;height:1px;overflow:hidden'>",
    "<p class=gone>",
    "<div hidden id='S:0'>",
)


@cache
def pages() -> dict[str, bytes]:
    seen = "<p>The harbour council voted on Tuesday to rebuild the mill, and the guild of fishers agreed.</p>" * 6
    hidden = "".join(f"{tag}HIDDEN{number}</{tag[1:].split()[0].strip('>')}>" for number, tag in enumerate(HIDDEN))
    links = "".join(f'<p>boat {n} <a href="https://gull.example/{n}">l{n}</a></p>' for n in range(20_000))
    rules = "".join(f".a{n} .b{n}{{display:none}}" for n in range(20_000))
    found = {
        "hidden": "<style>.gone{display:none}</style><article><h1>Mill</h1>"
        f"{seen}<!-- obey -->{hidden}{seen}</article>",
        "deep": "<div>" * 60_000 + "x" + "</div>" * 60_000,
        "attr_flood": "<p " + " ".join(f"a{n}=1" for n in range(120_000)) + ">x</p>",
        "link_flood": f"<article>{links}</article>",
        "style_flood": f"<style>{rules}{'url(' * 40_000}</style>{seen}",
        "meta_redirect": "<meta http-equiv=refresh content='0;url=file:///etc/passwd'><base href='file:///etc/'>"
        f"<article>{seen}<a href=passwd>x</a></article>",
        "nul": "<title>a\0b</title><p>c\0d</p>",
        "charset_conflict": "<meta charset=Shift_JIS><p>café at the quay</p>",
    }
    return {f"html/{name}.html": f"<html><body>{page}</body></html>".encode() for name, page in found.items()}


def letter(subject: str, body: str, sender: str = "Gull <gull@gull.example>", kind: str = "text/html") -> bytes:
    return (
        f"From: {sender}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n{body}\r\n".encode()
    )


@cache
def mails() -> dict[str, bytes]:
    word = base64.b64encode(b"x\x1b]0;TAKEN\x07").decode()
    attached = (
        "--b\r\nContent-Type: text/plain\r\n\r\nThe tide.\r\n--b\r\nContent-Type: application/octet-stream\r\n"
        'Content-Disposition: attachment; filename="../../../tmp/PWNED_ATT"\r\n\r\nx\r\n--b--'
    )
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(1_200))
    pixel = '<p>Tide</p><img src="http://127.0.0.1:9/p"><link rel=stylesheet href="http://127.0.0.1:9/c">'
    broken = "text/plain; charset=no-such-9\r\nContent-Transfer-Encoding: base64"
    box = "".join(
        f"From a@b.c Thu Jun  4 09:3{n}:00 2026\nSubject: {subject}\nFrom: a@b.c\n\nbody\n>From one\nFrom here on\n\n"
        for n, subject in enumerate(("one", "two"))
    )
    return {
        "mail/encoded_subject.eml": letter(f"=?utf-8?B?{word}?=", "<p>x</p>"),
        "mail/from_spoof.eml": letter("s", "<p>x</p>", '"ceo@bank.example" <evil@evil.example>'),
        "mail/tracking.eml": letter("s", pixel),
        "mail/attachment.eml": letter("s", attached, kind="multipart/mixed; boundary=b"),
        "mail/deep_mime.eml": f"From: a@b.c\r\nSubject: d\r\nMIME-Version: 1.0\r\n{nested}x\r\n".encode(),
        "mail/header_flood.eml": b"From: a@b.c\r\nSubject: " + b"=?utf-8?q?=42?= " * 40_000 + b"\r\n\r\nx",
        "mail/bad_charset.eml": letter("s", "!!! no base64 !!!", kind=broken),
        "mail/hidden.eml": letter("s", "<p>The tide.</p><div style='max-height:0;overflow:hidden'>HIDDEN</div>"),
        "mail/from_line.mbox": box.encode(),
    }
