"""What the board of a thesis says, line by line."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from briefreader.model.annotation import Stance
from briefreader.model.thesis import Thesis
from briefreader.model.watch import Due
from briefreader.ui.text.wrapping import width_of
from briefreader.ui.widgets.entry_list import Entry, Part
from briefreader.views.belief import Belief
from briefreader.views.matrix import MatrixCell, MatrixRow
from briefreader.views.movement import movements
from briefreader.views.thesis_board import Board, BoardItem, named

_SIGNS: dict[Stance, str] = {"bull": "+", "bear": "-", "neutral": "="}
_LONGEST_QUOTE = 120
_BAR_CELLS = 24


def head_lines(board: Board, width: int, nothing: str = "") -> Iterator[str]:
    """Yield what stands above the two sides; ``nothing`` is said where there is no thesis."""
    thesis, belief = board.thesis, board.belief
    if thesis is None:
        yield nothing or "Evidence without a thesis. Press p to assign it to one."
        yield ""
        return
    about = [thesis.subject] if thesis.subject else []
    about += [f"decision {thesis.horizon_on:%d %b %Y}"] if thesis.horizon_on else []
    about += [f"review {thesis.review_on:%d %b %Y}"] if thesis.review_on else []
    if about:
        yield fit(f"ON   {'  '.join(about)}", width)
    yield fit(f"BULL {thesis.bull or '(empty: E to edit)'}", width)
    yield fit(f"BEAR {thesis.bear or '(empty: E to edit)'}", width)
    estimate = f"estimate {belief.probability:.0%} ({belief.low:.0%} to {belief.high:.0%})"
    yield fit(f"{estimate}  without de-duplication {belief.naive:.0%}  prior {thesis.prior:.0%}", width)
    yield fit(balance(belief, width), width)
    yield fit(counts(belief), width)


def balance(belief: Belief, width: int) -> str:
    """Return the weights of both sides as bars on either side of the net."""
    cells = max(4, min(_BAR_CELLS, (width - 42) // 2))
    most = max(belief.bull, -belief.bear, 0.01)
    bull, bear = (round(cells * side / most) for side in (belief.bull, -belief.bear))
    return f"+{belief.bull:.2f} {'█' * bull:>{cells}} net {belief.net:+.2f} {'░' * bear:<{cells}} {belief.bear:.2f}"


def counts(belief: Belief) -> str:
    """Return how much evidence there is, and how much it is worth."""
    items = f"{belief.items} item{'' if belief.items == 1 else 's'}"
    origins = f"{belief.origins} origin{'' if belief.origins == 1 else 's'}"
    return f"{items}, {origins}, effective sample {belief.effective:.1f}"


def item_entry(item: BoardItem) -> Entry[BoardItem]:
    """Return a piece of evidence as it is listed."""
    evidence, note = item.evidence, item.annotation
    sign = _SIGNS[evidence.stance] if item.counts else "?"
    weight = f"{item.weight:+.2f}" if item.counts else "not counted"
    head = f"{sign} {evidence.strength}/5 {evidence.confidence:.0%}  {weight}  {evidence.origin or 'this article only'}"
    lines: list[tuple[Part, str]] = [(evidence.stance, head)]
    lines.append(("quote", _words_of(item)))
    if item.article:
        lines.append(("hint", item.article.title or f"“{item.article.opening}”"))
    if item.articles > 1:
        lines.append(("hint", f"{item.articles} articles, 1 origin: counted once"))
    if item.anchor and not item.counts:
        lines.append(("hint", f"{item.anchor.standing} (R to review)"))
    elif item.anchor and item.anchor.status == "edited":
        lines.append(("hint", f"quoted words edited since: {item.anchor.kept:.0%} unchanged"))
    if item.against_author:
        lines.append(("hint", f"you: {evidence.stance}, author: {evidence.author}"))
    if note.note:
        lines.append(("text", note.note))
    return Entry((*lines, ("text", "")), item)


def foot_lines(board: Board, width: int) -> Iterator[str]:
    """Yield what stands below the two sides."""
    if board.watch_items:
        yield fit("WATCH  " + "   ".join(f"{due_words(one.due)} {one.question}" for one in board.watch_items), width)
    if board.thesis and board.thesis.premortem:
        yield fit("RISKS  " + "; ".join(board.thesis.premortem), width)
    against = [item for item in board.items if item.against_author]
    if against:
        yield fit(f"DISAGREES WITH AUTHOR  {len(against)}: " + "; ".join(_about(item) for item in against), width)
    if board.missing:
        yield fit("MISSING  " + "; ".join(board.missing), width)
    if board.without:
        origin, belief = board.without[0]
        without = f"{named(origin, board.items)}: {board.belief.probability:.0%} → {belief.probability:.0%} without it"
        yield fit(f"KEY SOURCE  {without}", width)


def without_lines(board: Board) -> Iterator[str]:
    """Yield the belief without each origin, the one that moves it most first."""
    yield f"{'all origins':<32} {board.belief.probability:>5.0%}"
    for origin, belief in board.without:
        moved = belief.probability - board.belief.probability
        yield f"{fit(named(origin, board.items), 32):<32} {belief.probability:>5.0%}  {moved:+.0%}"


def moved_line(then: Board, now: Board, until: datetime) -> str:
    """Return how a board of another day differs from today's."""
    ours, theirs = ({item.annotation.id for item in one.items} for one in (then, now))
    change = f"{then.belief.probability:.0%} then, {now.belief.probability:.0%} now"
    return f"AS OF {until:%d %b %Y}: {change}; {len(theirs - ours)} added and {len(ours - theirs)} removed since"


def movement_lines(then: Board, now: Board) -> Iterator[str]:
    """Yield what came, went, or weighs otherwise, the heaviest change first."""
    yield f"{'':<12} {'start':>8} {'end':>12}"
    yield f"{'estimate':<12} {then.belief.probability:>8.0%} {now.belief.probability:>12.0%}"
    priors = [one.thesis.prior if one.thesis else 0.5 for one in (then, now)]
    yield f"{'prior':<12} {priors[0]:>8.0%} {priors[1]:>12.0%}"
    yield f"{'origins':<12} {then.belief.origins:>8} {now.belief.origins:>12}"
    yield ""
    moved = movements(then, now)
    for one in moved:
        evidence = one.item.evidence
        what = "added" if one.before is None else "removed" if one.after is None else "reweighted"
        what = what if one.change or one.before is None or one.after is None else "origin changed"
        yield f"{one.change:+.2f}  {what}  {evidence.stance} {evidence.strength}/5  {evidence.origin or 'no origin'}"
        yield f"       {fit(_words_of(one.item), 70)}"
    if not moved:
        yield "No evidence changed."


def matrix_lines(theses: Sequence[Thesis], rows: Sequence[MatrixRow], width: int) -> Iterator[str]:
    """Yield a line for each passage: what it says of each thesis."""
    cells = 5
    words = max(20, width - (cells + 1) * len(theses))
    for number, thesis in enumerate(theses, start=1):
        yield f"{number}  {fit(thesis.title, width - 4)}"
    yield ""
    yield " " * words + "".join(f" {number:>{cells}}" for number in range(1, len(theses) + 1))
    for row in rows:
        said = ""
        for thesis in theses:
            said += f" {' '.join(map(_cell, row.cells.get(thesis.id, []))) or '·':>{cells}}"
        shown = fit(row.words, words)
        yield shown + " " * (words - width_of(shown)) + said
    if not rows:
        yield "No evidence has a thesis yet."


def _cell(cell: MatrixCell) -> str:
    return f"{_SIGNS[cell.evidence.stance] if cell.counts else '?'} {cell.evidence.strength}/5"


def due_words(due: Due) -> str:
    """Return a due date as exactly as it is known."""
    first, last = due.first, due.last
    if due.precision == "day":
        return f"{last:%d %b %Y}"
    if due.precision == "month":
        return f"{last:%b %Y}"
    if due.precision == "quarter":
        return f"Q{(last.month + 2) // 3} {last.year}"
    if due.precision == "half":
        return f"H{(last.month + 5) // 6} {last.year}"
    return str(last.year) if due.precision == "year" and first.year == last.year else f"by {last:%d %b %Y}"


def _about(item: BoardItem) -> str:
    return f"{fit(_words_of(item), 42)} ({item.evidence.stance}, author {item.evidence.author})"


def _words_of(item: BoardItem) -> str:
    return f"“{_short(item.annotation.quote.exact)}”" if item.annotation.quote else "the whole article"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"


def fit(words: str, width: int) -> str:
    """Return the words on one line of so many cells."""
    if width_of(words) <= width:
        return words
    while words and width_of(words) >= width:
        words = words[:-1]
    return words.rstrip() + "…"
