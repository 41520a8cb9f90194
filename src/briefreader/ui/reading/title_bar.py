"""The title bar of the reading screen: lists at its left, other screens at its right."""

from collections.abc import Mapping

from textual.content import Content

from briefreader.model.article import STATES, ListName
from briefreader.ui.keys.actions import ScreenName
from briefreader.ui.keys.hints import TABS, clickable, clicked
from briefreader.ui.reading.listing import LIST_NAMES, Listing, cut

_WAYS: tuple[ScreenName, ...] = ("theses", "watch", "claims")


def list_tabs(
    listing: Listing, found: int, counts: Mapping[ListName, int], keys: Mapping[str, str], *, is_wide: bool
) -> Content:
    """Return what is listed; beside it the other lists, where there is room."""
    if not listing.is_plain:
        count = counts[listing.name] if listing.name and listing.is_whole else found
        return Content("  ").join([Content(f"[{cut(listing.title)}  {count:,}]"), clickable("lists", keys, "lists")])
    here = Content(f"[{LIST_NAMES[listing.name or 'inbox']} {counts[listing.name or 'inbox']:,}]")
    names = [name for name in LIST_NAMES if name in STATES] if is_wide else []
    listed = [
        here if name == listing.name else clicked(f"{LIST_NAMES[name]} {counts[name]:,}", f"screen.do('list.{name}')")
        for name in names
    ]
    if listing.name not in names:
        listed = [here, *listed]
    return Content("  ").join([*listed, clickable("lists", keys, "lists")])


def other_views(doubts: int, failing: int, place: str, keys: Mapping[str, str]) -> Content:
    """Return the way from reading to the other views, and the place in the list."""
    ways = [clickable(f"view.{view}", keys, TABS[view]) for view in _WAYS]
    ways += [clickable("view.feeds", keys, f"Feeds ! {failing}")] if failing else []
    ways += [clickable("view.review", keys, f"{doubts} to review")] if doubts else []
    return Content("  ").join([*ways, Content(place)])
