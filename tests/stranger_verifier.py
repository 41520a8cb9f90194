"""A verifier of evidence packs by somebody with only the standard library and docs/formats.md."""

import hashlib
import io
import json
import re
import zipfile
from html import escape
from pathlib import Path
from typing import Any

HEAD = "71547afa03a08f79c3e12f06d7c6b922ab1e26f16e703db3d88a47bf1f4159ca"
README = "5d636d48c757deeb425f63e52737cdf94907b6233335a8e6742d26e6dc618d0d"
NOTE = """id text start end exact kind stance strength confidence author_stance thesis origin origin_how cited standing
note tags title publisher url published taken_in created modified sha256""".split()
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read(path: Path) -> tuple[dict[str, bytes], bool]:
    """Return the files of a pack by their names, and whether there is nothing else in it."""
    if path.is_dir():
        there = set(path.rglob("*")) - {path / "texts"}
        plain = {one for one in there if one.is_file() and not one.is_symlink()}
        return {one.relative_to(path).as_posix(): one.read_bytes() for one in plain}, plain == there
    data, again = path.read_bytes(), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if any(one.compress_type or one.flag_bits for one in archive.infolist()):
            return {}, False
        files = {one.filename: archive.read(one) for one in archive.infolist()}
    with zipfile.ZipFile(again, "w") as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system, member.external_attr = 3, 0o100600 << 16
            archive.writestr(member, files[name])
    return files, again.getvalue() == data


def joined(*words: str | None) -> str:
    return "; ".join(escape(word) for word in words if word)


def section(note: dict[str, Any], text: str) -> str:
    """Return what the report shows of a note."""
    kind, start, end = note["stance"] or note["kind"], note["start"], note["end"]
    weight = f" {note['strength']}/5, {note['confidence']:.0%}" if note["stance"] else ""
    quoted = '<p class="about">On the whole article: nothing is quoted.</p>'
    if start is not None:
        parts = text[max(0, start - 64) : start], text[start:end], text[end : end + 64]
        quoted = "<blockquote>{}<mark>{}</mark>{}</blockquote>".format(*map(escape, parts))
    return f"""<section class="{escape(kind)}">
<h2>{escape(note["title"])}</h2>
<p class="about">{joined(note["publisher"], note["published"], note["url"])}</p>
<h3>{escape(kind.upper())}{weight}</h3>
{quoted}
<p class="about">{joined(note["thesis"], note["origin"], note["cited"], note["standing"])}</p>
<div class="note">{escape(note["note"])}</div>
<p class="tags">{joined(*note["tags"])}</p>
</section>
"""


def is_true(note: dict[str, Any], texts: dict[str, str]) -> bool:
    """Tell whether a note is whole and quotes its text word for word."""
    told = {name: value for name, value in note.items() if name != "sha256"}
    start, end, exact = place = note["start"], note["end"], note["exact"]
    is_quoted = place == (None, None, None) or (
        exact.strip() and 0 <= start < end and texts[note["text"]][start:end] == exact
    )
    words = "".join([*note["tags"], *(value for value in note.values() if isinstance(value, str))])
    is_sealed = sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()) == note["sha256"]
    return bool(is_quoted and is_sealed and list(note) == NOTE and not HIDDEN.search(words))


def check(path: Path) -> str | None:
    """Return the digest of a pack; None, or any error, when it is not what its format says."""
    files, alone = read(path)
    manifest: dict[str, Any] = json.loads(files["manifest.json"])
    listed, notes = manifest["files"], manifest["notes"]
    texts = {name: files[name].decode() for name in files if re.fullmatch(r"texts/[0-9a-f]{24}\.txt", name)}
    sources = json.dumps(json.loads(files["sources.json"]), ensure_ascii=False, indent=1) + "\n"
    report = "".join(section(note, texts[note["text"]]) for note in notes) + "</main>\n</body>\n</html>\n"
    head, main, shown = files["report.html"].decode().partition("<main>\n")
    holds = (
        alone and files.keys() - {"manifest.json", "manifest.json.sig"} == listed.keys(),
        set(listed) - {"README.txt", "report.html", "sources.json"} == set(texts) == {note["text"] for note in notes},
        files["manifest.json"] == (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode(),
        list(manifest) == ["schema", "count", "files", "notes"] and manifest["schema"] == "briefreader.pack/2",
        [(name, sha256(files[name])) for name in sorted(listed)] == list(listed.items()),
        all(name == f"texts/{sha256(files[name])[:24]}.txt" for name in texts),
        len(notes) == manifest["count"] == len({note["id"] for note in notes}) > 0,
        all(is_true(note, texts) for note in notes) and not HIDDEN.search("".join(texts.values())),
        shown == report and sha256((head + main).encode()) == HEAD and files["sources.json"] == sources.encode(),
        listed["README.txt"] == README,
    )
    return sha256(files["manifest.json"]) if all(holds) else None
