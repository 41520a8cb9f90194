"""Which language a text is in, as far as the rules tell languages apart."""

import re
from typing import Literal

from briefreader.analysis.text.words import counted

Language = Literal["en", "de", "fr", "es", "it", "pt", "nl", "zh", "ja", ""]

_COMMON: dict[Language, list[str]] = {
    "en": "the of and to in is that for with was are this from by".split(),
    "de": "der die und das den von mit ist für nicht auf ein eine dem des im sich auch wird".split(),
    "fr": "le les des et est une dans pour que qui sur au par pas du plus avec ce".split(),
    "es": "el los las y del una por con para que es se lo su más como al".split(),
    "it": "il di che è per una con del della non sono le gli nel alla anche dei".split(),
    "pt": "o os as não uma para com do da que em no na ao mais dos por foi".split(),
    "nl": "het een van de en dat voor met zijn niet op te aan ook er wordt bij".split(),
}
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_READ = 6000
_FEWEST = 4


def language_of(text: str) -> Language:
    """Return the language of a text; an empty string for one that is not told, or of no such language.

    Method: common words counted in its first 6,000 characters; kana and Han characters by their share. A text of
    several languages counts as the one that most of its common words are of.
    """
    start = text[:_READ]
    counts = counted(start.lower(), _WORD)
    number = counts.total()
    if (
        len(start.encode(errors="surrogatepass")) - len(start) > number
    ):  # each of these characters takes two bytes more than a Latin one
        han, kana = len(_HAN.findall(start)), len(_KANA.findall(start))
        if (han + kana) * 2 > number:
            return "ja" if kana * 5 > han else "zh"
    less, language = min((-sum(counts[word] for word in common), language) for language, common in _COMMON.items())
    return language if -less >= _FEWEST else ""
