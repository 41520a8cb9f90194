"""How the parts of an article look: layers of style, put on top of one another."""

from rich.style import Style as RichStyle
from textual.style import Style
from textual.widget import Widget

_LAYERS = (
    "heading1",
    "heading2",
    "heading3",
    "tablehead",
    "codeblock",
    "quoted",
    "provenance",
    "strong",
    "emphasis",
    "strike",
    "code",
    "link",
    "claim",
    "citation",
    "bull",
    "bear",
    "neutral",
    "note",
    "match",
    "active",
    "selected",
)
ORDER = {name: number for number, name in enumerate(_LAYERS)}
"""From a layer's name to how high it lies."""

OTHER_PARTS = ("head", "prefix", "rule", "fold", "gutter")
COMPONENTS = frozenset(f"article--{name}" for name in (*_LAYERS, *OTHER_PARTS))


class Painter:
    """Combines the component styles of a widget; kept until its theme changes.

    Textual 8.2.8 loses opaque backgrounds in ``get_visual_style(partial=True)`` and does not blend alpha in
    ``get_component_rich_style(partial=True)``, so the layers are built here.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._layers: dict[str, tuple[Style, float | None]] = {}
        self._combined: dict[tuple[str, ...], RichStyle] = {}

    def forget(self) -> None:
        """Read the styles anew when they are next asked for."""
        self._layers.clear()
        self._combined.clear()

    def style(self, *names: str) -> RichStyle:
        """Return the style of text in these layers, given lowest first."""
        combined = self._combined.get(names)
        if combined is None:
            combined = self._combined[names] = self._combine(names)
        return combined

    def _combine(self, names: tuple[str, ...]) -> RichStyle:
        style = self._widget.visual_style
        contrast: float | None = None
        for name in names:
            layer, automatic = self._layer(name)
            style += layer
            if automatic is not None:
                contrast = automatic
            elif layer.foreground is not None:
                contrast = None
        if contrast is not None and style.background is not None:
            style += Style(foreground=style.background.get_contrast_text(contrast))
        return style.rich_style

    def _layer(self, name: str) -> tuple[Style, float | None]:
        """Return a layer, and the alpha of its text colour when that is chosen by contrast."""
        if name not in self._layers:
            rules = self._widget.get_component_styles(f"article--{name}")
            text = rules.text_style
            automatic = rules.has_rule("color") and bool(rules.auto_color or rules.color.auto)
            style = Style(
                background=rules.background if rules.has_rule("background") else None,
                foreground=rules.color if rules.has_rule("color") and not automatic else None,
                bold=text.bold,
                italic=text.italic,
                underline=text.underline,
                strike=text.strike,
                reverse=text.reverse,
                dim=text.dim,
            )
            self._layers[name] = (style, rules.color.a if automatic else None)
        return self._layers[name]
