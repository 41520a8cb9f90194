"""A thesis with all that speaks for and against it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from briefreader.analysis.names.gazetteer import identify
from briefreader.model.anchor import Anchor
from briefreader.model.annotation import Annotation, Evidence, Stance
from briefreader.model.article import ArticleRow
from briefreader.model.ids import AnnotationId, ArticleId, ThesisId
from briefreader.model.thesis import Thesis
from briefreader.model.watch import WatchItem
from briefreader.store.ledger import Ledger
from briefreader.store.store import Store
from briefreader.views.belief import Belief, Item, believe, weight_of
from briefreader.views.origins import retold_from

_PRIMARY = frozenset({"company", "regulator", "data"})
_MAJORITY = 0.5
_SAME_WORDS = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardItem:
    """A piece of evidence as a board shows it."""

    annotation: Annotation
    evidence: Evidence
    article: ArticleRow | None
    """None when it is gone."""
    anchor: Anchor | None
    """None when the article has the text that it was made on."""
    weight: float
    """What it weighs alone, in log-odds; 0 while the reader has to confirm its place."""
    origin_key: str
    """By what it is counted together with other evidence of its origin."""
    articles: int
    """How many articles bring this claim from its origin: they count once together."""

    @property
    def counts(self) -> bool:
        """Whether it may weigh."""
        return self.anchor is None or self.anchor.holds

    @property
    def against_author(self) -> bool:
        """Whether the reader takes it the other way than the article's author does."""
        return self.evidence.author is not None and self.evidence.stance not in (self.evidence.author, "neutral")


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A thesis, its evidence, and the belief that it leads to."""

    thesis: Thesis | None
    """None for the evidence that is on no thesis."""
    items: tuple[BoardItem, ...]
    """The heaviest first."""
    belief: Belief
    without: tuple[tuple[str, Belief], ...]
    """The belief with each origin left out, the one that moves it most first."""
    missing: tuple[str, ...]
    """What a careful reader would still ask for, in words."""
    watch_items: tuple[WatchItem, ...]

    def side(self, stance: Stance) -> tuple[BoardItem, ...]:
        """Return the items of one stance."""
        return tuple(item for item in self.items if item.evidence.stance == stance)


def board(store: Store, thesis_id: ThesisId | None, today: date, until: datetime | None = None) -> Board:
    """Return the board of a thesis, or of what is on none; as it stood after ``until`` when given."""
    ledger = store.ledger(until)
    today = until.date() if until else today
    thesis = next((one for one in ledger.theses if one.id == thesis_id), None)
    annotations = [one for one in ledger.annotations if one.evidence and one.evidence.thesis_id == thesis_id]
    articles = store.articles.by_id({one.article_id for one in annotations})
    items, weighed = _weighed(_items(ledger, annotations, articles, retold_from(store, articles)))
    prior = thesis.prior if thesis else 0.5
    belief = believe(list(weighed.values()), prior)
    return Board(
        thesis=thesis,
        items=items,
        belief=belief,
        without=_without(list(weighed.values()), prior, belief),
        missing=tuple(_missing(thesis, items, belief, today)) if items else (),
        watch_items=tuple(_open_items(store, thesis_id, until)) if thesis_id else (),
    )


def origin_key(annotation: Annotation, retold: str | None = None) -> str:
    """Return by what the evidence of one origin is counted together; an article without one stands alone.

    A known source is one under all its names, and any name is with and without its article. ``retold``: whom the
    article has it from by what the articles share, which counts where neither the passage nor the article says.
    """
    evidence = annotation.evidence
    is_named = evidence is not None and evidence.origin_how not in (None, "publisher")
    origin = retold if retold and not is_named else evidence.origin if evidence else None
    if origin is None:
        return f"article {annotation.article_id}"
    return identify(origin).name.casefold().removeprefix("the ").strip()


def _items(
    ledger: Ledger,
    annotations: Sequence[Annotation],
    articles: Mapping[ArticleId, ArticleRow],
    retold: Mapping[ArticleId, str],
) -> tuple[BoardItem, ...]:
    items = []
    for annotation in annotations:
        evidence, anchor = annotation.evidence, ledger.anchors.get(annotation.id)
        if evidence:
            holds = anchor is None or anchor.holds
            items.append(
                BoardItem(
                    annotation=annotation,
                    evidence=evidence,
                    article=articles.get(annotation.article_id),
                    anchor=anchor,
                    weight=weight_of(evidence) if holds else 0.0,
                    origin_key=origin_key(annotation, retold.get(annotation.article_id)),
                    articles=1,
                )
            )
    return tuple(sorted(items, key=lambda item: (-abs(item.weight), item.annotation.created_at, item.annotation.id)))


def _open_items(store: Store, thesis_id: ThesisId, until: datetime | None) -> Iterator[WatchItem]:
    for item in store.watch_items.of_thesis(thesis_id):
        resolved_at = item.resolution.at if item.resolution else None
        if (until is None and resolved_at is None) or (
            until and item.created_at <= until and (resolved_at is None or resolved_at > until)
        ):
            yield item


def _weighed(items: Sequence[BoardItem]) -> tuple[tuple[BoardItem, ...], Mapping[AnnotationId, Item]]:
    """Return the items with how many articles bring their claims, and what is weighed, by annotation.

    Articles of one origin tell the same: the first passages that they bring for one side are taken for one claim, the
    second ones for another, and so on; passages of one article are different claims. Articles of a publisher whom
    none of them cites tell the same only where their passages have words in common.
    """
    weighing = [item for item in items if item.counts and item.evidence.stance != "neutral"]
    in_text = sorted(
        weighing, key=lambda item: (item.annotation.span is not None, item.annotation.span, item.annotation.id)
    )
    seen: dict[tuple[str, ArticleId, Stance], list[Annotation]] = defaultdict(list)
    claims: dict[tuple[str, str], list[BoardItem]] = defaultdict(list)
    for item in in_text:
        annotation, stance = item.annotation, item.evidence.stance
        origin = item.origin_key
        known = seen[origin, annotation.article_id, stance]
        if not known or not _overlap(known[-1], annotation):
            known.append(annotation)
        claim = f"{stance} {len(known)}"
        while not _tells(item, claims[origin, claim]):
            claim += "'"
        claims[origin, claim].append(item)
    weighed = {
        item.annotation.id: Item(item.weight, origin, claim)
        for (origin, claim), told in claims.items()
        for item in told
    }
    articles = {
        item.annotation.id: len({one.annotation.article_id for one in told})
        for told in claims.values()
        for item in told
    }
    return tuple(replace(item, articles=articles.get(item.annotation.id, 1)) for item in items), weighed


def _tells(item: BoardItem, told: Sequence[BoardItem]) -> bool:
    """Tell whether an item may repeat what others of its origin say."""
    if not told or any(one.evidence.origin_how != "publisher" for one in (item, *told)):
        return True
    words = _content_words(item.annotation)
    return any(
        one.annotation.article_id == item.annotation.article_id or _alike(words, _content_words(one.annotation))
        for one in told
    )


def _content_words(annotation: Annotation) -> frozenset[str]:
    words = re.findall(r"\w{4,}|\d+", annotation.quote.exact.casefold()) if annotation.quote else []
    return frozenset(words)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two passages share a fourth of their words, or one of them is a whole article."""
    return not one or not other or len(one & other) / len(one | other) >= _SAME_WORDS


def _overlap(one: Annotation, other: Annotation) -> bool:
    if one.span is None or other.span is None:
        return one.span is other.span
    return one.revision_id == other.revision_id and one.span.overlaps(other.span)


def _without(items: Sequence[Item], prior: float, belief: Belief) -> tuple[tuple[str, Belief], ...]:
    left_out = [
        (origin, believe([item for item in items if item.origin != origin], prior)) for origin in belief.by_origin
    ]
    return tuple(sorted(left_out, key=lambda one: (-abs(one[1].probability - belief.probability), one[0])))


def _missing(thesis: Thesis | None, items: Sequence[BoardItem], belief: Belief, today: date) -> Iterable[str]:
    origins = {item.evidence.origin for item in items if item.evidence.origin}
    if not any(identify(origin).type in _PRIMARY for origin in origins):
        yield "no primary source"
    heaviest = max(belief.by_origin.items(), key=lambda one: (abs(one[1]), one[0]), default=None)
    total = sum(map(abs, belief.by_origin.values()))
    if heaviest and total and abs(heaviest[1]) / total > _MAJORITY:
        yield f"one origin has {abs(heaviest[1]) / total:.0%}: {named(heaviest[0], items)}"
    since = thesis.reviewed_at if thesis else None
    opposing: Stance = "bear" if belief.net >= 0 else "bull"
    if not any(i.evidence.stance == opposing and (not since or i.annotation.created_at > since) for i in items):
        yield f"no {opposing} evidence{f' since the review of {since:%d %b}' if since else ''}"
    days = (today - min(item.annotation.created_at for item in items).date()).days
    if days:
        yield f"oldest evidence {days} day{'s' if days > 1 else ''} old"
    doubtful = sum(not item.counts for item in items)
    if doubtful:
        yield f"{doubtful} to review (not counted)"


def named(origin: str, items: Iterable[BoardItem]) -> str:
    """Return an origin's name as the evidence has it; an article's title for one that stands alone."""
    for item in items:
        if item.origin_key == origin:
            title = item.article and (item.article.title or item.article.opening)
            return item.evidence.origin or f"“{title or 'an article'}” only"
    return origin
