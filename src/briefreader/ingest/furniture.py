"""Tell what belongs to the page from what belongs to the article.

Nothing is deleted: navigation, share lines and repeated titles become ``furniture``, which the screen folds; lines
that say where an article comes from become ``provenance``. So an import can always be checked against its file.
"""

import re
from collections.abc import Sequence

from briefreader.ingest.drafts import DraftBlock

_PHRASES = re.compile(
    r"\W*(?:subscribe(?: now)?|sign (?:in|up)|log ?in|menu|search|share(?: this)?(?: (?:article|story|post))?"
    r"|tweet|email|print"
    r"|copy link|save|advertisement|sponsored|comments?|table of contents|contents|skip to .{1,30}|how we write it"
    r"|facebook|twitter|linkedin|whatsapp|follow us.{0,40}|related (?:articles|stories|posts|reading)"
    r"|free (?:daily|weekly) (?:briefing|newsletter)|.{0,60}\bdelivered (?:each|every|to your).{0,30}"
    r"|all rights reserved.{0,60}|©.{0,80}|we use (?:\w+ )?cookies?.{0,80}|cookies?|[A-Z][\w’']+ editorial(?: team)?"
    r"|the post .{1,200} (?:appeared first|first appeared) on .{1,80}|submitted by (?:/?u/)?\S+.{0,40}"
    r"|(?:continue|keep) reading\b.{0,80}|read (?:more|on)(?: at .{1,40})?[ …→»]*"
    r"|click to (?:share|email|print) .{1,60}"
    r"|like (?:this:?|loading[.…]*)|like|restack|(?:\d+ )?(?:likes?|comments?|restacks?)|read in app|get the app"
    r"|(?:you(?:[’']re| are)|why (?:did|do|am) (?:you|I)) (?:receiving|received|getting|get|subscribed).{0,200}"
    r"|.{0,60}\bunsubscribe\b.{0,120}|want to change how you receive.{0,160}|our mailing address is:?.{0,160}"
    r"|(?:manage|update) (?:your )?(?:e-?mail )?(?:preferences|subscription).{0,80}"
    r"|(?:sent|powered|published) (?:with|by|on) [A-Z]\S{1,30}"
    r"|(?:was this|forwarded this).{0,20}(?:e-?mail|newsletter|forwarded).{0,60}"
    r"|view (?:this|in|online|the)\b.{0,40}\b(?:browser|online)"
    r"|back to top|read next|more from .{1,40}|share on .{1,30})\W*",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"the post .{1,200} (?:appeared first|first appeared) on .{1,80}"
    r"|(?:share(?: this)?(?: on| via)?|facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|bluesky|threads"
    r"|e-?mail|print|copy link)(?:[\W_]+(?:share(?: on| via)?|facebook|twitter|x|linkedin|whatsapp|telegram|reddit"
    r"|pinterest|bluesky|threads|e-?mail|print|copy link)\b){1,12}\W*"
    r"|home(?:\s*[>»\u203a/|]\s*[\w &’'-]{1,40}){1,6}"
    r"|(?:sign up (?:for|to)|subscribe to) .{0,80}\b(?:newsletters?|briefings?|e-?mails?|alerts"
    r"|updates|inbox|podcast)\b.{0,80}"
    r"|(?:get|receive) .{1,80}\b(?:in|to|into) your inbox\b.{0,60}|enter your e-?mail.{0,60}"
    r"|(?:this|our) (?:web ?)?site uses cookies.{0,300}|by (?:continuing|using|browsing) .{0,80}\bcookies.{0,200}"
    r"|(?:accept|reject|manage)(?: all)? cookies|cookie (?:policy|settings|preferences|notice)"
    r"|(?:you (?:may|might) also (?:like|enjoy)|recommended (?:for you|reading|stories)|most (?:read|popular|viewed)"
    r"|trending(?: now)?|(?:story|article) continues below.{0,40}|continue reading.{0,40})\W*"
    r"|disclaimer\s?[:–—-].{0,400}"
    r"|(?:this|the|all) (?:article|content|information|material|report|post|newsletter)s?\b.{0,120}"
    r"\b(?:informational|information|educational) purposes\b.{0,300}"
    r"|view (?:this (?:e-?mail|message) )?in (?:your |a )?browser"
    r"|(?:unsubscribe|manage (?:your )?(?:preferences|subscription))\W*",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,3}")
_CAPTION = re.compile(
    r"(?:Illustration accompanying|Image(?: credit)?|Photo(?:graph)?|Credit|Picture)s?\s?:",
    re.IGNORECASE,
)
_NAVIGATION_WORDS = frozenset(
    """home news newsletter newsletters research business topics sources about contact login subscribe search
        menu sections tools archive podcasts podcast events products pricing jobs companies labs safety
        markets opinion technology video""".split()
)
_FEWEST_NAVIGATION_WORDS = 4
_META_SIGNS = re.compile(
    r"\bmin(?:ute)?s? read\b|\b\d+ (?:views|comments|shares)\b|[\U0001f4c5\U0001f4c1\U0001f441\u23f1]"
)
_PROVENANCE = re.compile(
    r"\b(?:curated|syndicated|adapted|republished) from\b|\b(?:originally|first) (?:published|appeared) (?:on"
    r"|in|by|at)\b"
    r"|\bread (?:the )?(?:full|original|complete|entire)\b.{0,30}(?:→|»|\bon\b|\bat\b)|\bread original\b"
    r"|\bfull (?:content|article|story|piece) lives\b|\brights belong\b|\bwe don[’']t republish\b"
    r"|\bnot a substitute for the original\b|\b(?:generated|prepared"
    r"|written) by (?:the )?[\w’' ]{0,40}(?:editorial|\bAI\b)"
    r"|\bwe use (?:advanced )?language models\b|\bdoes not represent the views\b"
    r"|\bcurates? .{0,40}\bfrom \d+\+? sources\b"
    r"|^(?:via|original source|sources?)\s?:",
    re.IGNORECASE,
)
_LONGEST_PROVENANCE = 420
_SUMMARY_MARK = "\U0001f4a1"
_EMOJI = re.compile("^((?:[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?)+)\\s+")
_MENTIONS = re.compile(r"Mentions\s?:?\s*(?=[A-Za-z][^\n]* · )")


def mark_furniture(drafts: Sequence[DraftBlock]) -> list[DraftBlock]:
    """Return the drafts with roles for page furniture, provenance, summaries and mentions."""
    marked: list[DraftBlock] = []
    for draft in drafts:
        if draft.is_hidden:
            marked.append(draft)
            continue
        mentions = _MENTIONS.match(draft.text) if draft.kind in ("paragraph", "heading") else None
        if mentions:
            marked.append(DraftBlock(kind="heading", text="Mentions", level=3, role="mentions"))
            draft.kind, draft.role = "paragraph", "mentions"
            draft.text, draft.inlines = draft.text[mentions.end() :], []
        else:
            _mark(draft)
        marked.append(draft)
    return marked


def _mark(draft: DraftBlock) -> None:
    emoji = _EMOJI.match(draft.text)
    if draft.role != "furniture" and _is_furniture(draft.text):
        draft.role = "furniture"
        draft.kind = "paragraph" if draft.kind == "heading" else draft.kind
    elif len(draft.text) <= _LONGEST_PROVENANCE and _PROVENANCE.search(draft.text):
        draft.role = "provenance"
        draft.kind = "paragraph" if draft.kind == "heading" else draft.kind
    elif emoji and draft.kind == "paragraph" and not draft.inlines:
        draft.marker = emoji[1]
        draft.text = draft.text[emoji.end() :]
        draft.role = "summary" if emoji[1].startswith(_SUMMARY_MARK) else draft.role


def _is_furniture(text: str) -> bool:
    is_short = len(text) <= _LONGEST_PROVENANCE  # a phrase would be tried behind each of 60 kB of signs, in 0.5 s
    return bool(
        (is_short and (_PHRASES.fullmatch(text) or _BOILERPLATE.fullmatch(text.strip())))
        or _INITIALS.fullmatch(text)
        or _CAPTION.match(text)
        or _is_navigation(text)
        or _is_meta(text)
    )


def _is_navigation(text: str) -> bool:
    words = text.replace("|", " ").replace("·", " ").split()
    if len(words) < _FEWEST_NAVIGATION_WORDS or text[-1] in ".!?:":
        return False
    known = sum(word.lower() in _NAVIGATION_WORDS for word in words)
    return known * 2 >= len(words) and all(word[0].isupper() for word in words)


def _is_meta(text: str) -> bool:
    parts = re.split(r"\s[·|•]\s", text)
    return len(parts) > 1 and bool(_META_SIGNS.search(text)) and len(text) < _LONGEST_PROVENANCE
