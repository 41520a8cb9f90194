"""What else the archive has on an article's matter, and why it is thought so."""

from dataclasses import dataclass

from briefreader.analysis.across.relatedness import COUNTED_TO, closeness, count_words, profile_of, shared_weights
from briefreader.analysis.across.same_story import is_edition
from briefreader.model.article import ArticleRow
from briefreader.model.ids import ArticleKey
from briefreader.store.store import Store
from briefreader.views.events import FEWEST_COUNTED, telling_of

MOST = 6
_WORDS, _CANDIDATES = 40, 24
_LONGEST_LOOK = 12000
_LEAST = 0.15
"""What is less close has only chance words in common: of 186 first threes that are closer, labels have 74 in 100 on
the matter, and 90 counting the same series."""
_FEWEST_WITH, _SHARE_WITH = 8, 0.05
"""A word that more articles have than so many, and than this share of all, gives no reason."""
_HALVED_EACH_DAYS, _LEAST_OF_OLD = 90.0, 0.5
_OF_EDITION = 0.5
"""Two editions of one outlet have its turns of phrase in common."""
_MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Related:
    """An article that is close to another one."""

    article: ArticleRow
    score: float
    words: tuple[str, ...]
    """The words that make it so, the strongest first."""

    @property
    def reason(self) -> str:
        """Why it is thought to be related."""
        return f"shares {', '.join(self.words)}" if self.words else "shares many words, none of them rare"


def related(store: Store, key: ArticleKey, most: int = MOST) -> list[Related]:
    """Return the articles closest to one, the closest first; what is in the trash is left out."""
    writer = count_words(store.articles.rows([key])[key].byline or "")  # tells nothing of the matter
    said = count_words(store.search.texts([key], _LONGEST_LOOK).get(key, ""))
    mine = {word: count for word, count in said.items() if word not in writer}
    counted = store.search.texts_with(mine, COUNTED_TO)
    profile = profile_of(mine, counted, max(FEWEST_COUNTED, store.search.total()))
    rare = [word for word in profile.strongest if counted[word] < COUNTED_TO] or profile.strongest
    near = store.search.nearest(rare[:_WORDS], _CANDIDATES)
    texts = store.search.texts(near, _LONGEST_LOOK)
    rows = store.articles.rows([key, *near])
    most_with = max(_FEWEST_WITH, _SHARE_WITH * store.search.total())
    told = telling_of(store, key)
    found = []
    for one in near:
        if one == key or rows[one].state == "trash":
            continue
        theirs = count_words(texts[one])
        is_next = is_edition(told, telling_of(store, one))
        score = closeness(profile, mine, theirs) * _of_age(rows[key], rows[one]) * (_OF_EDITION if is_next else 1.0)
        if score >= _LEAST:
            weights = shared_weights(profile, mine, theirs)
            telling = [word for word in weights if counted[word] <= most_with]
            words = sorted(telling, key=lambda word: (-weights[word], word))
            found.append(Related(rows[one], score, tuple(words[:_MOST_REASONS])))
    return sorted(found, key=lambda one: (-one.score, one.article.id))[:most]


def _of_age(one: ArticleRow, other: ArticleRow) -> float:
    """Return how much days between two articles lessen what they have in common; not where either does not say."""
    if one.published_on is None or other.published_on is None:
        return 1.0
    return float(max(_LEAST_OF_OLD, 0.5 ** (abs((one.published_on - other.published_on).days) / _HALVED_EACH_DAYS)))
