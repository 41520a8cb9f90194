"""What moved a thesis between two days."""

from dataclasses import dataclass

from briefreader.views.thesis_board import Board, BoardItem


@dataclass(frozen=True, slots=True)
class Movement:
    """A piece of evidence that came, went, weighs otherwise than before, or is said to come from elsewhere."""

    item: BoardItem
    before: float | None
    """What it weighed; None while it was not on the thesis."""
    after: float | None

    @property
    def change(self) -> float:
        """How far it moved the sum of the weights."""
        return (self.after or 0.0) - (self.before or 0.0)


def movements(then: Board, now: Board) -> tuple[Movement, ...]:
    """Return what differs between two boards of one thesis, the heaviest change first."""
    was = {item.annotation.id: item for item in then.items}
    is_ = {item.annotation.id: item for item in now.items}
    moved = [
        Movement(
            is_.get(id_) or was[id_],
            was[id_].weight if id_ in was else None,
            is_[id_].weight if id_ in is_ else None,
        )
        for id_ in {**was, **is_}
        if id_ not in was or id_ not in is_ or _differ(was[id_], is_[id_])
    ]
    return tuple(sorted(moved, key=lambda one: (-abs(one.change), one.item.annotation.created_at)))


def _differ(one: BoardItem, other: BoardItem) -> bool:
    return one.weight != other.weight or one.evidence.origin != other.evidence.origin
