"""Words by which claims of different articles are told to be about the same: what happened, and what is counted."""

import re

from briefreader.analysis.text.patterns import beginning, named_words

_ANY_CASE = re.IGNORECASE

EVENTS: dict[str, str] = {
    "lease": r"lease[sd]?|leasing|rent(?:s|ed|ing|al)?|sublets?|(?:exclusive|sole) (?:access|use)"
    r"|(?:hand|gi)(?:s|ed|ve[ns]?|ves|ving)? (?:over )?(?:\w+ ){0,3}(?:site|halls?|keys|capacity)",
    "train": r"train(?:s|ed|ing)?(?: [\w’'-]+){0,6} (?:on|with|using)|us(?:e[sd]?|ing)\b.{0,80}? to train",
    "cut off": r"cut(?:ting)? (?:\w+ )?off|sever(?:s|ed|ing)?|revok(?:e[sd]?|ing)|suspend(?:s|ed|ing)? access",
    "acquire": r"acquir(?:e[sd]?|ing)|acquisition|takeover|buys out|bought|merg(?:e[sd]?|ing|er)",
    "invest": r"invest(?:s|ed|ing)?|investments?|stake|funding round",
    "found": r"found(?:ed|ing) (?:in|by)|(?:launched|started|set up) the company|established in",
    "dissolve": r"dissolv(?:e[sd]?|ing)|wind(?:s|ing)? down|wound up|disband(?:s|ed|ing)?|liquidat(?:e[sd]?|ing)",
    "list": r"IPO|initial public offering|go(?:es|ing)? public|flotation",
    "recall": r"recall(?:s|ed|ing)?",
    "sue": r"su(?:e[sd]|ing)|lawsuit|settle[sd]?|settlements?",
    "investigate": r"investigat(?:e[sd]?|ing|ion)|prob(?:e[sd]?|ing)|inquiry|antitrust review",
    "approve": r"approv(?:e[sd]?|ing|al)|clear(?:s|ed) the",
    "ban": r"bans|banned|banning|prohibit(?:s|ed|ing)?|export (?:controls?|licen[cs]es?)",
    "resign": r"resign(?:s|ed|ing|ation)?|step(?:s|ped|ping)? down",
    "appoint": r"appoint(?:s|ed|ing)?|appointment|hir(?:e[sd]?|ing)",
    "lay off": r"la(?:ys?|id|ying) off|lay-?offs?|job cuts|redundanc(?:y|ies)",
    "default": r"default(?:s|ed|ing)? on|bankrupt(?:cy)?|insolven(?:t|cy)",
    "own supply": r"(?:internal|in-house|own) (?:\w+ )?(?:reserves|capacity|chips|fleet|silicon|supply)"
    r"|self-sufficien(?:t|cy)|avoid(?:s|ed|ing)? dependen(?:ce|cy)",
}
"""From what happened to how it is said."""

OF_TWO = frozenset({"lease", "train", "cut off", "acquire", "invest", "sue", "investigate", "approve"})
"""What happens between two; all else happens to one."""

OF_MANY = frozenset({"lease", "acquire", "invest"})
"""What can be said of one receiver alone, or of several."""

WITH_A_PRODUCT = frozenset({"train", "cut off"})
"""What is done with a product is not done with its maker as well."""

OPPOSED = {"lease": "own supply"}
"""Who receives the one is said by the other to need it not."""

EVENT = named_words(
    EVENTS,
    """acqu anti appo appr avoi bank bann bans boug buys clea cut defa disb diss esta excl expo flot foun fund gi go
    hand hir in-h init inqu inso inte inve ipo job la leas liqu merg own prob proh reca redu rent resi revo self set
    seve sole stak star step subl sue sui susp take trai us wind woun""",
)

METRICS: dict[str, str] = {
    "rent": r"rent(?:s|al)?|lease|pays?|contract",
    "revenue": r"revenues?|sales|turnover",
    "forecast": r"forecast|guidance|outlook",
    "profit": r"profits?|earnings|net income",
    "loss": r"loss(?:es)?|deficit",
    "loan": r"loans?|debt|credit line|bonds?",
    "spending": r"spend(?:ing)?|capex|expenditure|costs?|bill|budget",
    "price": r"prices?|fees?|tariffs?",
    "valuation": r"valuation|valued|market value|worth",
    "investment": r"invested|investment|raised|funding|round",
    "shares": r"shares?|stock",
    "margin": r"margins?",
    "market share": r"market share",
    "growth": r"growth",
    "delay": r"delay(?:s|ed)?|postpone[ds]?|push(?:ed)? back|slip(?:s|ped)?|late",
    "departures": r"left|leave|leaving|departures?|exodus|resigned|laid off|cuts?",
    "team": r"team|staff|employ(?:s|ed|ees)?|headcount|workforce|reduced to|keeps",
}
METRIC = named_words(
    METRICS,
    """bill bond budg cape cont cost cred cut debt defi dela depa earn empl exod expe fee fore fund grow guid head inve
    keep laid late leas leav left loan loss marg mark net outl pay post pric prof push rais redu rent resi reve roun
    sale shar slip spen staf stoc tari team turn valu work wort""",
)

OF_SHARES = frozenset({"margin", "market share", "shares", "revenue", "profit", "spending", "price"})
"""What percentages are taken of that can be compared; a rise of one thing is not a rise of another."""

PEOPLE = frozenset(
    "person people member employee worker engineer researcher scientist developer staff staffer analyst".split()
)

AFTER_PLACE = re.compile(
    r"(?:[’']s)? (?:site|halls?|data cent\w+|plants?|campus|facilit\w+|warehouses?|depots?|port|mine)\b"
)
BEFORE_PLACE = re.compile(r"\b(?:in|at|near|from|outside) (?:the )?$")

FALLS = re.compile(
    rf"{beginning('fall fell drop decl shr cut lowe down lost less')}"
    r"(?:f[ae]ll(?:s|en)?|dropp?(?:s|ed)?|declin\w+|shr[aiu]nk\w*|cut|lower\w*|down|lost|less)\b",
    _ANY_CASE,
)
WHO_KNOW = re.compile(r" (?:familiar|close|with knowledge|briefed)\b")
"""After people: they are sources, and nobody's staff."""

PLANNED = re.compile(
    rf"{beginning('plan inte cons mull weig in')}"
    r"(?:plans?|planned|planning|intend(?:s|ed)?|consider(?:s|ed|ing)?|mulls?|weighs?|in talks) to\b",
    _ANY_CASE,
)
REPORTED = re.compile(
    rf"{beginning('repo alle rumo is are was peop sour')}"
    r"(?:reportedly|allegedly|rumou?red|(?:is|are|was) said to|people (?:familiar|close)|sources sa(?:y|id))\b",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    rf"{beginning('anno conf disc unve said')}"
    r"(?:announce[sd]?|confirm(?:s|ed)|disclose[sd]?|unveil(?:s|ed)|said (?:on|in a))\b",
    _ANY_CASE,
)
EXCLUSIVE = re.compile(r"\b(?:exclusive(?:ly)?|sole(?:ly)?|only to|all (?:available|of its))\b", _ANY_CASE)
SCOPED = re.compile(
    rf"{beginning('addi extr own part only rema init net excl so')}"
    r"(?:additional|extra|own|part of|only|remaining|initial(?:ly)?|net of|excluding|so far)\b",
    _ANY_CASE,
)
TO = re.compile(r"\bto\b")
THE_COMPANY = re.compile(r"\b(?:the (?:company|firm|group|start-?up|lab(?:oratory)?)|it|its)\b", _ANY_CASE)
FOUNDED_IN = re.compile(r"\bin (?:(?:early|mid|late)[- ])?((?:19|20)\d\d)\b")
SURNAMES_OF_FIRMS = frozenset(
    """ai inc corp corporation ltd limited llc plc ag se sa nv gmbh group holding holdings partners capital ventures
    labs lab technologies technology systems energy motors compute computing robotics software media industries
    networks co company""".split()
)
"""What may follow a firm's name or not, in one article and the next."""
