"""Typed identifiers, so that an id of one kind cannot pass for another."""

from typing import NewType

ArticleId = NewType("ArticleId", str)
"""Hash of the article's URL, or of its text without one: the same article always has the same."""

ArticleKey = NewType("ArticleKey", int)
"""Place of an article in one store: what lists of 100,000 are made of. Never leaves the store's file."""

RevisionId = NewType("RevisionId", int)
AnnotationId = NewType("AnnotationId", str)
ThesisId = NewType("ThesisId", str)
WatchItemId = NewType("WatchItemId", str)
FeedId = NewType("FeedId", str)
ViewId = NewType("ViewId", str)
ClaimEditId = NewType("ClaimEditId", str)
StoryId = NewType("StoryId", str)
VerdictId = NewType("VerdictId", str)
