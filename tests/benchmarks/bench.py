"""What a reader feels, measured from outside: start, keys, opening, memory, on 100,000 articles.

Each figure stands beside that of a minimal Textual list taken in the same run, because machines differ.
Run by ``make bench``; nothing here is a test.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from factories import SAMPLES
from fakes import a_workspace, noon
from killing import kill_refreshes
from terminal import Terminal, in_terminal, python
from web import Answer, a_web

from benchmarks.across import across_ms
from benchmarks.corpus import fill_store, long_article
from benchmarks.feel import exit_s, held_lag_s, idle, percentile, typing_ms
from benchmarks.ingest import PARTS, feeds, floor_rate, ingest_rates
from benchmarks.ledger import KILLS, damage_by_kills, reanchoring_ms
from briefreader.model.query import QueryProblem
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.inbox import list_keys
from briefreader.views.querying import matching_keys, understood
from briefreader.workflows.triage import move_all
from briefreader.workflows.undo import undo

ARTICLES = 100_000
FEEDS = 100
"""Of a thousand entries each."""
STARTS = 15
KEYS = 60
ROUNDS = 5
BULK = 10_000
QUERIES = (
    "halden",
    "halden power lease",
    "northlight -lease",
    "published:>2024 northlight -lease is:inbox words:>100",
    "finding:uncited-number",
    "cited:no",
)
SECOND_ROW_HERE = b"\x1b[4;1H\x1b[7m"
FLOOR = python(str(Path(__file__).with_name("minimal_list.py")))
TARGETS = {
    "start": 0.25,
    "interactive": 1.15,
    "held_ms": 20,
    "typing_ms": 50,
    "idle": "0.3%, 0 bytes",
    "exit": 0.75,
    "find_ms": 150,
    "across_ms": 150,
    "related_ms": 50,
    "bulk_ms": 1000,
    "key_ms": 16,
    "open_ms": 60,
    "memory_mb": 70,
    "reanchor_ms": 250,
}


def main() -> None:
    """Print every figure with its target."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--backup", action="store_true", help="only the keys during a backup")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "s.db"
        began = time.perf_counter()
        fill_store(store, given.articles)
        print(f"store of {given.articles:,} articles made in {time.perf_counter() - began:.0f} s")
        app = python("-m", "briefreader", "--store", str(store))
        for command in (FLOOR, app):
            start_s(command)  # bytecode and pages are warm from here on
        if given.backup:
            bench_keys_during_backup(app, store)
            return
        bench_start(app)
        bench_keys(app)
        bench_rest(app)
        bench_keys_during_refresh(app, store)
        bench_keys_during_backup(app, store)
        bench_finding(store)
        bench_across(store)
        bench_opening(Path(folder))
        bench_analysis()
    bench_ledger()
    bench_ingest()


def start_s(command: list[str]) -> float:
    """Return the seconds from exec to the first frame with rows."""
    began = time.monotonic()
    with in_terminal(command) as terminal:
        return terminal.wait_for(b"READY") - began


def bench_start(app: list[str]) -> None:
    """Compare the start of the app and of the floor, in turns."""
    pairs = [(start_s(FLOOR), start_s(app)) for _ in range(STARTS)]
    floor, ours = (statistics.median(pair[place] for pair in pairs) * 1000 for place in (0, 1))
    ratio = statistics.median(ours / floor for floor, ours in pairs)
    show("start to first frame with rows", f"{ours:.0f} ms, floor {floor:.0f} ms, ratio {ratio:.2f}", TARGETS["start"])
    for what, key, changed, target in (
        ("start to the first key answered", "j", SECOND_ROW_HERE, TARGETS["interactive"]),
        ("start to a key that only the app answers", "J", b"2/", "none, told for comparison"),
    ):
        pairs = [(interactive_s(FLOOR, "j", b"\x1b[7m"), interactive_s(app, key, changed)) for _ in range(STARTS)]
        floor, ours = (statistics.median(pair[place] for pair in pairs) * 1000 for place in (0, 1))
        ratio = statistics.median(ours / floor for floor, ours in pairs)
        show(what, f"{ours:.0f} ms, floor {floor:.0f} ms, ratio {ratio:.2f}", target)


def interactive_s(command: list[str], key: str, changed: bytes) -> float:
    """Return the seconds from exec until a key, pressed at once, has an effect."""
    began = time.monotonic()
    with in_terminal(command) as terminal:
        terminal.wait_for(b"READY")
        terminal.press(key)
        return terminal.wait_for(changed) - began


def bench_finding(store: Path) -> None:
    """Measure queries over everything, and moving ten thousand articles and back."""
    today = noon().date()
    with open_store(store) as opened:
        for text in QUERIES:
            query = understood(text, today)
            assert not isinstance(query, QueryProblem)
            times = []
            for _ in range(ROUNDS):
                began = time.perf_counter()
                found = matching_keys(opened, query, today)
                times.append((time.perf_counter() - began) * 1000)
            show(f"query {text}", f"{statistics.median(times):.0f} ms, {len(found):,} found", TARGETS["find_ms"])
        workspace = a_workspace(opened, Settings(), noon)
        keys = list_keys(opened, "inbox", today)[:BULK]
        began = time.perf_counter()
        move_all(workspace, keys, "archive")
        moved = time.perf_counter()
        undo(workspace)
        undone = time.perf_counter()
    figures = f"{(moved - began) * 1000:.0f} ms, its undo {(undone - moved) * 1000:.0f} ms"
    show(f"archive of {BULK:,}", figures, TARGETS["bulk_ms"])


def bench_across(store: Path) -> None:
    """Measure what one more article costs, and how fast the archive answers about one."""
    for what, times in across_ms(store).items():
        figures = f"{statistics.median(times):.0f} ms, p95 {percentile(times, 0.95):.0f} ms"
        show(f"an article {what}", figures, TARGETS["related_ms" if what == "related" else "across_ms"])


def bench_keys(app: list[str]) -> None:
    """Measure keys in the feed and in the article, and memory after them."""
    with in_terminal(app) as terminal:
        terminal.wait_for(b"READY")
        terminal.wait_until_quiet(0.5)
        show_keys("j in the feed", key_times(terminal, ["j"] * KEYS))
        show_keys("page in the feed", key_times(terminal, ["\x1b[6~"] * KEYS))
        show_keys("G and g in the feed", key_times(terminal, ["G", "g"] * (KEYS // 2)))
        show_keys("e archive", key_times(terminal, ["e"] * KEYS))
        show_keys("u undo", key_times(terminal, ["u"] * KEYS))
        terminal.press("\r")
        terminal.wait_until_quiet(0.3)
        show_keys("j in the article", key_times(terminal, ["j", "k"] * (KEYS // 2)))
        show_keys("] next claim", key_times(terminal, ["]"] * KEYS))
        memory = memory_mb(terminal.process)
        show("memory", f"{memory:.0f} MB", TARGETS["memory_mb"])


def bench_rest(app: list[str]) -> None:
    """Measure held keys, search as one types, rest, and quitting."""
    with in_terminal(app) as terminal:
        terminal.wait_for(b"READY")
        terminal.wait_until_quiet(1.0)
        show("j held for 5 s, behind the last key", f"{held_lag_s(terminal) * 1000:.0f} ms", TARGETS["held_ms"])
        terminal.press("/")
        terminal.wait_until_quiet(0.3)
        times = typing_ms(terminal, "northlight lease")
        figures = f"{statistics.median(times):.0f} ms, p99 {percentile(times, 0.99):.0f} ms"
        show("search as one types, a letter", figures, TARGETS["typing_ms"])
    share, received = idle(app)
    show("at rest", f"{share:.1%} of a core, {received} bytes written", TARGETS["idle"])
    pairs = [(exit_s(FLOOR), exit_s(app)) for _ in range(ROUNDS)]
    floor, ours = (statistics.median(pair[place] for pair in pairs) * 1000 for place in (0, 1))
    show("quitting", f"{ours:.0f} ms, floor {floor:.0f} ms, ratio {ours / floor:.2f}", TARGETS["exit"])


def bench_keys_during_refresh(app: list[str], store: Path) -> None:
    """Measure keys while a refresh takes in thousands of entries beside the app."""
    command = python("-m", "briefreader", "--store", str(store))
    with a_web() as web:
        for number, data in enumerate(feeds(8)):
            web.answers[f"/{number}"] = Answer(body=data)
            subprocess.run([*command, "feeds", "add", web.url(f"/{number}")], check=True, capture_output=True)
        with in_terminal(app) as terminal:
            terminal.wait_for(b"READY")
            terminal.wait_until_quiet(0.5)
            idle = key_times(terminal, ["j"] * KEYS)
            polite = ["nice", "-n", "10", *command, "refresh", "--json"]  # as the app runs it
            running = subprocess.Popen(polite, stdout=subprocess.DEVNULL)
            busy = key_times(terminal, ["j"] * KEYS)
            still = running.poll() is None
            running.terminate()
            running.wait()
    ratio = statistics.median(busy) / statistics.median(idle)
    what = "j in the feed during a refresh" + ("" if still else " (which ended before)")
    show(what, f"{statistics.median(busy):.1f} ms, {ratio:.2f} times idle", "1.5 times")


def bench_keys_during_backup(app: list[str], store: Path) -> None:
    """Measure keys, those that write among them, without and during the daily backup that the app itself starts."""
    with in_terminal(app) as terminal:
        terminal.wait_for(b"READY")
        terminal.wait_until_quiet(0.5)
        backups = Path(f"{store}.backups")
        while not list(backups.glob("*.db")):  # of the start before, and of this one
            time.sleep(_REST_S)
        before = processor_s(terminal.process)
        idle = key_times(terminal, _KEYS_THAT_WRITE * (KEYS // 3))
        between = processor_s(terminal.process)
        running = subprocess.Popen(["nice", "-n", "19", *app, "backup"], stdout=subprocess.DEVNULL)
        busy = []
        while running.poll() is None:
            busy += key_times(terminal, _KEYS_THAT_WRITE)
        after = processor_s(terminal.process)
    size = f"{store.stat().st_size / 2**20:,.0f} MB"
    for what, times, used in (("without", idle, between - before), ("during", busy, after - between)):
        figures = f"{figures_of(times)}, {used / len(times) * 1000:.1f} ms of processor"
        show(f"j, e, u {what} a backup of {size}, {len(times)} keys", figures, TARGETS["key_ms"])


def figures_of(times: list[float]) -> str:
    """Return median, 99th percentile and the longest, in words."""
    return f"{statistics.median(times):.1f} ms, p99 {percentile(times, 0.99):.1f} ms, worst {max(times):.0f} ms"


def processor_s(process: int) -> float:
    """Return how long a process has computed."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def bench_opening(folder: Path) -> None:
    """Measure opening an article of 50,000 words, from the key to the last byte of the article's frame."""
    store = folder / "long.db"
    long_article(store)
    with in_terminal(python("-m", "briefreader", "--store", str(store))) as terminal:
        terminal.wait_for(b"long piece")
        terminal.wait_until_quiet(0.5)
        times = []
        for key in "JK" * 8:
            pressed = time.monotonic()
            terminal.press(key)
            times.append((terminal.wait_until_quiet(_LONG_REST_S) - pressed) * 1000)
        opened = statistics.median(times) - PREVIEW_MS
        show("open 50,000 words (without the rest before a preview)", f"{opened:.0f} ms", TARGETS["open_ms"])
        show_keys("] next claim in 50,000 words", key_times(terminal, ["]"] * KEYS))


PREVIEW_MS = 60
_KEYS_THAT_WRITE = ["j", "e", "u"]
_FRAME_GAP_S, _REST_S, _LONG_REST_S = 0.02, 0.15, 0.3


def bench_analysis() -> None:
    """Measure the analysis in a process of its own."""
    program = Path(__file__).with_name("analysis_speed.py")
    run = subprocess.run(python(str(program), str(SAMPLES)), capture_output=True, text=True, check=True)
    speed, doubled, worst, steepest = run.stdout.splitlines()
    show("analysis of the samples, a core", speed, "1.5 MB/s")
    show("analysis of twice the text, in times", doubled, 2.2)
    show("60 kB of repeated words read and analysed, the slowest", worst, "0.3 MB/s")
    show("60 kB of repeated words against 30 kB, the steepest", steepest, 2.3)


def bench_ingest() -> None:
    """Measure how fast feeds are taken in, and where the time goes."""
    floor = floor_rate(list(feeds(FEEDS // 10)))
    bare, analysed = ingest_rates(list(feeds(FEEDS)), analysed=False), ingest_rates(list(feeds(2)), analysed=True)
    for what, rates in (("analysis off", bare), ("analysis on", analysed)):
        total = sum(rates[part] for part in PARTS)
        parts = ", ".join(f"{part} {rates[part] / total:.0%}" for part in PARTS)
        show(f"entries of feeds, {what}", f"{rates['rate']:,.0f} a second: {parts}", f"{floor / 2:,.0f}")
    with tempfile.TemporaryDirectory() as folder:
        lost = list(kill_refreshes(Path(folder) / "s.db", 40, random.Random(3)))  # noqa: S311 - any will do
    show("40 kills in the midst of a refresh", f"{len(lost)} lost or damaged", 0)


def bench_ledger() -> None:
    """Measure what keeps notes where they belong, and lose nothing."""
    show("200 notes on 28 kB found in an edited text", f"{reanchoring_ms():.0f} ms", TARGETS["reanchor_ms"])
    lost = damage_by_kills()
    show(f"{KILLS} kills in the midst of writing", f"{len(lost)} lost or damaged", 0)
    print(*lost, sep="\n", end="")


def key_times(terminal: Terminal, keys: list[str]) -> list[float]:
    """Return for each key the milliseconds from its byte to the last byte of its frame.

    What the app shows later of itself, the preview of an article, is waited for and not counted.
    """
    times = []
    for key in keys:
        pressed = time.monotonic()
        terminal.press(key)
        terminal.wait_for_anything()
        times.append((terminal.wait_until_quiet(_FRAME_GAP_S) - pressed) * 1000)
        terminal.wait_until_quiet(_REST_S)
    return times


def memory_mb(process: int) -> float:
    """Return the memory that a process holds, shared pages counted in part."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    kilobytes = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Rss:"))
    return kilobytes / 1024


def show_keys(what: str, times: list[float]) -> None:
    """Print median and 95th percentile."""
    ordered = sorted(times)
    show(
        what, f"{statistics.median(ordered):.1f} ms, p95 {ordered[int(len(ordered) * 0.95)]:.1f} ms", TARGETS["key_ms"]
    )


def show(what: str, figure: str, target: object) -> None:
    """Print a figure with its target."""
    print(f"{what:55} {figure:45} target {target}", flush=True)


if __name__ == "__main__":
    main()
