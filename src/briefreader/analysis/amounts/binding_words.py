"""Words by which a figure is bound to what it counts: word classes of metrics, limits on what is counted, units."""

import re
from collections.abc import Mapping

from briefreader.analysis.text.patterns import named_words

PEOPLE_CLASSES = {
    "killed": r"kill(?:s|ed|ing)?|dead|die[ds]?|dying|deaths?|death toll|fatalit(?:y|ies)|lost their lives|victims?",
    "injured": r"injur(?:ed|ies|ing)|wounded|wounds|hurt|hospitali[sz]ed",
    "missing": r"missing|unaccounted for",
    "arrested": r"arrest(?:s|ed|ing)?|detain(?:ed|s)?|in custody|rounded up",
    "charged": r"charged with|indict(?:ed|ments?)",
    "laid off": r"la(?:ys?|id|ying) off|lay-?offs?|job cuts?|cut(?:s|ting)?|redundanc(?:y|ies)|let go"
    r"|eliminat(?:e[sd]?|ing)",
    "hired": r"hir(?:e[sd]?|ing)|recruit(?:s|ed|ing)?",
    "evacuated": r"evacuat(?:e[sd]?|ing|ions?)|displaced|rescued",
    "employed": r"employ(?:s|ed|ing)?|workforce|headcount|staff of|team of",
}
"""What happened to people that are counted."""

METRIC_CLASSES = {
    "revenue": r"revenues?|sales|turnover|top line",
    "profit": r"profits?|net income|earnings|bottom line|EBITDA",
    "loss": r"loss(?:es)?|deficit|shortfall",
    "funding": r"rais(?:e[sd]?|ing)|funding|fundraising|series [A-K]|financing|capital raise|round",
    "valuation": r"valuations?|valued|values|market (?:value|cap(?:itali[sz]ation)?)",
    "bid": r"bids?|offer(?:s|ed)? to (?:buy|acquire|take over)|takeover|acqui(?:re[sd]?|ring|sition)|buyout"
    r"|purchase price|merger",
    "payment": r"pay(?:s|ing|ments?|outs?)?|paid|settle[sd]?|settlements?|settling|resolv(?:e[sd]?|ing)|fine[ds]?"
    r"|penalt(?:y|ies)|damages|compensation",
    "investment": r"invest(?:s|ed|ing|ments?)?|commit(?:s|ted|ting|ments?)?|pledg(?:e[sd]?|ing)",
    "savings": r"sav(?:e[sd]?|ings?)",
    "debt": r"debts?|loans?|bonds?|borrow(?:s|ed|ing)?",
    "spending": r"spen[dt](?:s|ing)?|capex|capital expenditures?|budget",
    "margin": r"margins?",
    "ransom": r"ransom",
    "stolen": r"st[eo]len?|steal(?:s|ing)?|theft|drained|looted",
    "price target": r"price targets?|target price",
    "price": r"pric(?:e[sd]?|ing)|cost(?:s|ing)?|start(?:s|ing)? at|sells? for|available (?:for|at)|retails?"
    r"|charge[sd]?",
    "shares": r"shares?|stock",
    "growth": r"gr[eo]w(?:s|n|ing|th)?",
    "inflation": r"inflation|CPI",
    "unemployment": r"unemployment|jobless rate",
    "high": r"highs?|peak",
    "low": r"lows?|trough",
    "magnitude": r"magnitude",
    "rank": r"rank(?:s|ed|ing)?",
    "memory": r"memory|RAM",
    "storage": r"storage|SSD",
    "battery life": r"battery life",
    "blackout": r"blackouts?|(?:lost|losing|loss of) (?:contact|communications?|signal)|signal loss|out of contact",
    "mission": r"missions?(?! control)|voyages?|trips?|journeys?|flights?",
    "exposed": r"exposure|exposed|live|available|window|online",
    "outage": r"outages?|down(?:time)?|offline|disruptions?",
    "sentence": r"sentence[ds]?|prison|jail(?:ed)?",
    "compromised": r"compromised|breach(?:ed)?|incident|intrusion",
}
"""What amounts, shares, sizes and times are of; the nearest counts."""

NOUN_CLASSES: Mapping[str, str] = {
    **dict.fromkeys(("complaint", "suit", "lawsuit", "case"), "lawsuit"),
    **dict.fromkeys(("job", "position", "role"), "job"),
    **dict.fromkeys(("vulnerability", "bug", "flaw"), "vulnerability"),
    **dict.fromkeys(("fatality", "death", "dead"), "killed"),
    **dict.fromkeys(("injury", "injured"), "injured"),
    **dict.fromkeys(("company", "firm", "business"), "company"),
    **dict.fromkeys(("organisation", "organization", "group"), "organization"),
    **dict.fromkeys(("home", "house", "household"), "home"),
    **dict.fromkeys(("nation", "country"), "country"),
}
"""Nouns that count the same."""

LIMITS = {
    "daily": r"daily|a day|per day",
    "weekly": r"weekly|a week|per week",
    "monthly": r"monthly|a month|per month",
    "quarterly": r"quarterly|(?:first|second|third|fourth)[ -]quarter|in the quarter|Q[1-4]",
    "annual rate": r"annual(?:i[sz]ed|ly)?|yearly|run[ -]rate|ARR|a year|per year",
    "past": r"(?:last|previous|prior) (?:year|quarter|month|week)|(?:a )?year (?:ago|earlier)|formerly"
    r"|previously|had been",
    "expected": r"project(?:ed|ion|s)?|forecasts?|expect(?:ed|s)?|estimates?|targets?|could|(?-i:may|might)|by 20\d\d",
    "so far": r"this year|year to date|so far|since January",
    "average": r"averag(?:e[sd]?|ing)|median|typical(?:ly)?",
    "most": r"highest|maximum|top|peak",
    "least": r"lowest|minimum",
    "each": r"each|apiece|per (?:person|user|share|seat|head|unit)|a share",
    "net": r"net|adjusted|after tax",
    "operating": r"operating|underlying",
    "civilian": r"civilians?|children|women|soldiers?|troops?",
}
"""What limits what is counted: figures with other limits are of other things."""

PEOPLE_CLASS = named_words(
    PEOPLE_CLASSES,
    """arre char cut dead deat deta die disp dyi elim empl evac fata head hire hiri hosp hurt in indi inju job kill la
    lay let lost miss recr redu resc roun staf team unac vict work woun""",
)
METRIC_CLASS = named_words(
    METRIC_CLASSES,
    """acqu avai batt bid blac bond borr bott brea budg buyo cape capi char comm comp cost cpi dama debt defi disr down
    drai earn ebit expo fina fine flig fund grew grow high inci infl intr inve jail jobl jour live loan loot losi loss
    lost low magn marg mark memo merg miss net offe offl onli out paid pay peak pena pled pric pris prof purc rais ram
    rank rans reso reta reve roun sale sav sell sent seri sett shar shor sign spen ssd star stea stel stoc stol stor
    take targ thef top trip trou turn unem valu voya wind""",
)
LIMIT = named_words(
    LIMITS,
    """a adju afte annu apie arr aver by chil civi coul dail each esti expe firs fore form four had high in last leas
    lowe maxi may medi migh mini mont most net oper peak per prev prio proj q quar run seco sinc so sold targ thir this
    top troo typi unde week wome year""",
)

PEOPLE = frozenset(
    """people person persons men women children civilians workers employees staff staffers passengers residents
    soldiers troops patients migrants protesters students members jobs roles positions engineers crew others""".split()
)

MEASURES: Mapping[str, tuple[str, str, float]] = {
    **dict.fromkeys(("mb", "megabyte", "megabytes"), ("size", "MB", 1.0)),
    **dict.fromkeys(("gb", "gigabyte", "gigabytes"), ("size", "MB", 1e3)),
    **dict.fromkeys(("tb", "terabyte", "terabytes"), ("size", "MB", 1e6)),
    **dict.fromkeys(("mile", "miles"), ("distance", "km", 1.609344)),
    **dict.fromkeys(("km", "kilometer", "kilometers", "kilometre", "kilometres"), ("distance", "km", 1.0)),
    **dict.fromkeys(("kg", "kilogram", "kilograms", "kilo", "kilos"), ("weight", "kg", 1.0)),
    **dict.fromkeys(("ton", "tons", "tonne", "tonnes"), ("weight", "kg", 1e3)),
    **dict.fromkeys(("mw", "megawatt", "megawatts"), ("power", "MW", 1.0)),
    **dict.fromkeys(("gw", "gigawatt", "gigawatts"), ("power", "MW", 1e3)),
    **dict.fromkeys(("mph", "miles per hour"), ("speed", "mph", 1.0)),
    **dict.fromkeys(("degrees fahrenheit", "°f"), ("temperature", "°F", 1.0)),
    **dict.fromkeys(("degrees celsius", "degrees centigrade", "°c"), ("temperature", "°C", 1.0)),
    **dict.fromkeys(("acre", "acres"), ("area", "acre", 1.0)),
    **dict.fromkeys(("hectare", "hectares"), ("area", "acre", 2.471054)),
}
"""From a unit to what it measures, the unit that it is put into, and how many of these it is."""

HOURS: Mapping[str, float] = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0}
"""How many hours a duration is."""

OF_NOUNS = frozenset("line case piece record count ton barrel pair set copy dose".split())
"""Nouns that count what follows their "of"."""

STOPS = frozenset(
    """in on at to for from by with the a an and or but as is was were are be been has have had that which who will
    would can could may said than into over under after before during since until per via its their his her this
    these those not also now then when while where including about across through against between out up down off
    ago earlier later more of total alone worldwide""".split()
)
NO_NOUNS = frozenset(
    """others other ways things times reasons steps points lines levels issues problems kinds types sorts parts hours
    days weeks months years minutes seconds us news sales earnings ones percents digits its has was does gives says goes
    always perhaps previous various numerous plus dollars euros pounds yes thus less across ios macos aws
    options examples""".split()
)
ADDING = frozenset("additional other more further extra another".split())
ADDITIONAL, TOTAL = "additional", "total"
"""What is counted besides others, and with all others: one number cannot be both."""

BEHIND, UNKNOWN = "who is behind it", "unknown"
"""Who did it, and that nobody knows."""

BY_A_COURT, ASKED = "what a court decides", "asked"
"""What a court decides, and that it is only asked to."""

ON_DAY, SAME_WORDS, NUMBER_OF, SCORE_OF = "on ", "the words ", "number of ", "score of "
"""What families begin with: of days named in full, of how articles begin, of documents with a number, of scores."""

IRREGULAR: Mapping[str, str] = {"people": "people", "men": "man", "women": "woman", "children": "child"}

FIRM_CLASSES = frozenset({*PEOPLE_CLASSES, *METRIC_CLASSES, *NOUN_CLASSES.values()})
"""Classes that are told well enough to compare few of them."""

OVERTAKING = re.compile(
    r"\b(?:updated?|update[sd]? (?:its|the|with)|revis(?:ed|es|ing|ion)|corrected|correction|no longer|up from"
    r"|down from|(?:rose|risen|rises?|climbed|climbs|grew|grown|jumped|increased|raised|lifted|fell|fallen|cut|lowered"
    r"|reduced|dropped) (?:\w+ )?to"
    r"|(?:moved|pushed back|postponed|brought forward|delayed|rescheduled) (?:\w+ )?(?:to|until)"
    r"|withdr[ae]w[ns]?|has now|have now|now stands?|(?:raised|sweetened) (?:its|the) (?:bid|offer))\b",
    re.IGNORECASE,
)
"""Words by which a statement says that it overtakes an earlier one."""

CHANGING = frozenset("killed injured missing arrested evacuated rank price shares high low".split())
"""What changes by the day, so that another value on a later day is an update."""
