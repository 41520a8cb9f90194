"""A bar that asks how a passage weighs: stance, strength, confidence, note, tags."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from briefreader.model.annotation import CONFIDENCES, OPPOSITE, Evidence, OriginHow, Stance
from briefreader.model.ids import ThesisId
from briefreader.ui.keys.actions import bindings_for
from briefreader.ui.keys.hints import acting, clickable
from briefreader.workflows.annotate import Remark, parse_tags

if TYPE_CHECKING:  # loaded on first use, because Input takes 20 ms
    from briefreader.ui.widgets.text_field import TextField

Field = Literal["note", "tags"]

_HINTS: dict[Field, str] = {"note": "Markdown, enter to save", "tags": "separate tags with spaces"}
_FEWEST_CELLS = 70
_STRENGTHS = range(1, 6)
_HOW: dict[OriginHow, str] = {
    "cited": "cited",
    "declared": "declared",
    "publisher": "publisher",
    "reader": "set by you",
}


class EvidenceBar(Horizontal, can_focus=True):
    """Holds a remark while it is being made; the screen keeps it, or gives it up."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("evidence")]

    def __init__(self, thesis_title: Callable[[ThesisId | None], str], keys: Callable[[], Mapping[str, str]]) -> None:
        """Make a bar; ``thesis_title`` tells the title of a thesis, and how none is called; ``keys`` those set now."""
        super().__init__()
        self._keys = keys
        self._thesis_title = thesis_title
        self.thesis = ""
        """The title last shown, also when the store cannot be read any more."""
        self._remark = Remark()
        self._about = ""
        self._propose: Callable[[Stance], Evidence] = lambda stance: Evidence(stance=stance)
        self._line = Static(markup=False)
        self._field: TextField | None = None
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out the line; a field to write in is put beside it when it is wanted."""
        yield self._line

    @property
    def remark(self) -> Remark:
        """The remark as it is now."""
        return self._remark

    def ask(
        self, remark: Remark, about: str, propose: Callable[[Stance], Evidence], *, write: Field | None = None
    ) -> None:
        """Begin with a remark; ``about`` says what it is about where the screen does not show it.

        ``propose`` gives the evidence that a note with a stance becomes; ``write`` is where to begin writing.
        """
        self._remark, self._about, self._propose = remark, about and f" {about}", propose
        self.display = True
        self._show()
        self.screen.set_focus(self)
        if write:
            self.call_later(self.action_write, write)

    def close(self) -> None:
        """Go away."""
        self.display = False

    def _show(self) -> None:
        remark, keys, narrow = self._remark, self._keys(), self.app.size.width < _FEWEST_CELLS
        evidence = remark.evidence
        head = evidence.stance if evidence else remark.kind
        style = f"bold ${evidence.stance}" if evidence else "bold"
        parts = [Content.styled(f" {head.upper()}{self._about} ", style), *self._weights(narrow=narrow)]
        parts += [
            clickable("evidence.note", keys, f"{'' if narrow else 'note: '}{remark.note or '–'}"),
            clickable("evidence.tags", keys, f"{'' if narrow else 'tags: '}{' '.join(remark.tags) or '–'}"),
        ]
        if evidence:
            origin = f"{evidence.origin} ({_HOW[evidence.origin_how]})" if evidence.origin_how else "this article only"
            self.thesis = self._thesis_title(evidence.thesis_id)
            thesis = clickable("evidence.thesis", keys, f"thesis: {self.thesis}")
            parts += [Content.assemble("\n ", thesis), Content(f"from {origin}")]
            parts += [Content(f"author: {evidence.author}")] if evidence.author else []
        parts.append(clickable("evidence.save", keys, "save"))
        parts += [clickable("evidence.flip", keys, "flip")] if evidence else []
        parts.append(clickable("evidence.cancel", keys, ""))
        self._line.update(Content("  ").join(parts))

    def _weights(self, *, narrow: bool) -> Iterator[Content]:
        """Yield how strong the evidence is, of what it can be, and how sure."""
        if evidence := self._remark.evidence:
            steps = [
                acting(f"evidence.strength-{step}", f"[{step}]" if step == evidence.strength else f"{step}")
                for step in _STRENGTHS
            ]
            yield Content.assemble("" if narrow else "strength ", Content(" ").join(steps))
            yield clickable(
                "evidence.confidence", self._keys(), f"{'' if narrow else 'confidence '}[{evidence.confidence:.0%}]"
            )

    def put_on(self, thesis_id: ThesisId | None) -> None:
        """Choose the thesis."""
        self._change_evidence(thesis_id=thesis_id)

    def _change_evidence(self, **changes: object) -> None:
        if self._remark.evidence:
            evidence = replace(self._remark.evidence, **changes)  # type: ignore[arg-type]
            self._remark = replace(self._remark, evidence=evidence)
            self._show()

    def action_strength(self, strength: int) -> None:
        """Set the strength."""
        self._change_evidence(strength=strength)

    def action_confidence(self) -> None:
        """Go to the next step of confidence, from the last to the first."""
        if evidence := self._remark.evidence:
            higher = [step for step in CONFIDENCES if step > evidence.confidence]
            self._change_evidence(confidence=(higher or CONFIDENCES)[0])

    def action_stance(self, stance: Stance) -> None:
        """Set the stance."""
        if self._remark.evidence is None:
            self._remark = replace(self._remark, evidence=self._propose(stance))
        self._change_evidence(stance=stance)

    def action_flip(self) -> None:
        """Turn bull to bear, and back."""
        if self._remark.evidence:
            self._change_evidence(stance=OPPOSITE[self._remark.evidence.stance])

    async def action_write(self, field: Field) -> None:
        """Write a note, or tags, in a field of its own; :meth:`end_line` comes back here."""
        from briefreader.ui.widgets.text_field import TextField  # noqa: PLC0415 - see above

        value = self._remark.note if field == "note" else " ".join(self._remark.tags)
        self._line.display = False
        self._field = TextField(field, _HINTS[field], value)
        await self.mount(self._field)

    async def end_line(self, *, keep: bool) -> None:
        """Take over what was written in the field, or leave what was."""
        field, self._field = self._field, None
        if field is None:
            return
        if keep and field.label == "note":
            self._remark = replace(self._remark, note=field.value.strip())
        elif keep:
            self._remark = replace(self._remark, tags=parse_tags(field.value))
        self._line.display = True
        self._show()
        self.screen.set_focus(self)
        await field.remove()
