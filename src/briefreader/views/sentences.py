"""The sentences of a document, for keys that go from one to the next."""

from briefreader.analysis.text.sentences import find_sentences
from briefreader.model.document import Document
from briefreader.model.span import Span


def sentences_of(document: Document) -> list[Span]:
    """Return every sentence, heading and list item, in order."""
    return [span for block in document.blocks for span in find_sentences(document.text, block.start, block.end)]
