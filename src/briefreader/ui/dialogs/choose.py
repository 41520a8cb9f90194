"""One of several things, chosen from a list that can be searched; their names are never markup."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from textual.app import App
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import FuzzySearch

from briefreader.model.errors import BriefreaderError


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen."""

    name: str
    choose: Callable[[], object]
    help: str = ""


class _Choices(Provider):
    """Offers choices; unlike Textual's own, as plain text."""

    choices: Sequence[Choice] = ()

    async def discover(self) -> Hits:
        """Offer all."""
        for number, choice in enumerate(self.choices):
            yield DiscoveryHit(_shown(choice), self._act(choice), f"{-number:08}")

    async def search(self, query: str) -> Hits:
        """Offer those whose names are like what was typed."""
        fuzzy = FuzzySearch()
        for choice in self.choices:
            score, _ = fuzzy.match(query, choice.name)
            if score > 0:
                yield Hit(score, _shown(choice), self._act(choice), choice.name)

    def _act(self, choice: Choice) -> Callable[[], None]:
        def act() -> None:
            try:
                choice.choose()
            except BriefreaderError as error:
                self.app.notify(str(error), severity="error", markup=False)

        return act


def choose(app: App[Any], choices: Sequence[Choice], question: str) -> None:
    """Ask for one of the choices."""
    app.push_screen(CommandPalette([choice_provider(choices)], placeholder=question))


def choice_provider(choices: Sequence[Choice]) -> type[Provider]:
    """Return what offers the choices in a palette."""
    return type("Choices", (_Choices,), {"choices": choices})


def _shown(choice: Choice) -> Content:
    return Content.assemble(choice.name, (f"\n{choice.help}", "dim")) if choice.help else Content(choice.name)
