"""Several lines asked of the reader."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefreader.model.errors import BriefreaderError
from briefreader.ui.keys.hints import KEEP_OR_BACK
from briefreader.ui.text.phrases import sentence
from briefreader.workflows.written import Unclear

Taken = TypeVar("Taken")

_HINT = "up down move  enter saves on the last field"


class FormScreen(ModalScreen[None], Generic[Taken]):
    """Keeps what was written, once it can be taken, and goes; stays with it when it cannot be kept."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        labels: Mapping[str, str],
        values: Mapping[str, str],
        take: Callable[[Mapping[str, str]], Taken | Unclear],
        keep: Callable[[Taken], None],
        understood: Callable[[str, str], str] = lambda _name, _written: "",
    ) -> None:
        super().__init__()
        self._labels = labels
        self._values = values
        self._take = take
        self._keep = keep
        self._understood = understood

    def compose(self) -> ComposeResult:
        """Lay out a line for each field."""
        with VerticalScroll():
            for name, label in self._labels.items():
                yield Static(Content(label), classes="label")
                yield Input(self._values.get(name, ""), id=name, compact=True, select_on_focus=False)
            yield Static(Content(_HINT), id="hint")
            yield Static(KEEP_OR_BACK)

    def on_mount(self) -> None:
        """Begin with the first."""
        self.query(Input).first().focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the field is understood while it is typed."""
        self.query_one("#hint", Static).update(Content(self._understood(event.input.id or "", event.value) or _HINT))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field, unless this one cannot be taken; with the last, answer."""
        fields = list(self.query(Input))
        if event.input is fields[-1]:
            self.action_keep()
            return
        taken = self._take(self._written)
        if isinstance(taken, Unclear) and taken.field == event.input.id:
            self._say(sentence(taken.problem))
        else:
            self.set_focus(fields[fields.index(event.input) + 1])

    @property
    def _written(self) -> Mapping[str, str]:
        return {field.id or "": field.value for field in self.query(Input)}

    def action_keep(self) -> None:
        """Answer, or say what cannot be taken."""
        taken = self._take(self._written)
        if isinstance(taken, Unclear):
            self._say(sentence(taken.problem))
            self.set_focus(self.query_one(f"#{taken.field}", Input))
            return
        try:
            self._keep(taken)
        except BriefreaderError as error:  # what was written stays, to try again
            self._say(str(error))
        else:
            self.dismiss(None)

    def _say(self, words: str) -> None:
        self.query_one("#hint", Static).update(Content.styled(words, "bold"))
