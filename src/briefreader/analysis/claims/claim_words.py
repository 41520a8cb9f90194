"""Words by which the kind of a claim is told."""

import re

from briefreader.analysis.text.patterns import one_of

MODAL = frozenset(
    "could may might would potentially possibly perhaps potential maybe probably presumably conceivably".split()
)
HEDGES = (MODAL - {"would"}) | frozenset(
    "likely unlikely appears appear seems seem suggests suggest reportedly allegedly apparently".split()
)
DUTY = frozenset(["should", "must", "ought"])
COMPARING = frozenset(
    """versus outperform outperformed outperforms outpaced outpaces underperform underperformed
        underperforms lagged lags trails trailed ranked ranks exceeds exceeding surpass surpassed surpasses
        surpassing compared outnumber outnumbered dwarfs twice outsold outsells highest lowest largest
        smallest fastest slowest biggest cheapest""".split()
)
HAPPENING = frozenset(
    """has have had been left built cut led rose fell grew sold bought made took went began shrank gave
        lost won met spent paid hit broke threw drew withdrew ran came became held sent brought caught chose
        fought forgot froze kept knew laid lent put quit saw set shut slid split struck sued swung tore
        wrote undertook overtook sank sprang stood stuck rebuilt resold lit shot won bid fled dealt bound
        ground shed spun shook""".split()
)
ATTRIBUTING = frozenset(
    "said says say told warned warns according apologised argued argues claims accuse accused denied".split()
)
FUTURE = frozenset(
    """forecast forecasts projected projects predicts predicted anticipates anticipate anticipated expects
        expect intends intend aims aim pegged envisions envisages slated poised guides guided targets""".split()
)

COMMITTED = re.compile(
    r"\b(?:will\b(?! (?:of|power)\b)|won[’']t\b|shall\b"
    r"|(?:is|are|be|been|remains?|looks?)\s(?:\w+\s)?(?:expected|projected|forecast|set|likely|unlikely"
    r"|on track|planned|due|scheduled"
    r"|estimated|slated|poised|on course|preparing|about|predicted|anticipated|seen|ready)\s(?:to|for)\b"
    r"|(?:is|are) (?:to (?:be )?[a-z]|due\b)|aim(?:s|ing) (?:to|for)\b"
    r"|plan(?<![’']s plan)(?<!the plan)(?<!its plan)(?<!their plan)s? to\b|plans (?:an?|on|for)\b(?! the)"
    r"|see(?<!may see)(?<!could see)(?<!might see)(?<!would see)(?<!deal see)s? "
    r"(?:the |its |a )?[\w’' -]{2,40}(?:ing|at|of)\b"
    r"|takes? effect\b|comes? into force\b)"
    r"|likely to\b|on track (?:to|for)\b|going to\b|expected (?:to|\d)"
    r"|^(?:Watch (?:whether|for|if)\b|Expect\b|(?:Guidance|Outlook|Forecast|Target)\b[^.]{0,12}:)"
)
RANKED = re.compile(
    r"\b(?:one of the \w+est\b|the (?:second-|third-)?(?:largest|biggest|smallest|fastest|highest|lowest"
    r"|cheapest|slowest|widest|longest|oldest)\b|[Nn]o other\b"
    r"|as (?:much|many|high|low|large) as (?:its|the|those|[A-Z])|half (?:the|as|that)\b|record (?:high|low)\b)"
    r"|struggled to gain|lagged behind|ahead of (?:its|the|all|rivals|[A-Z])"
)
COMPARED = re.compile(
    r"\b(?:\w+er|more|less|fewer|worse|better) (?:[\w%-]+ ){0,5}?than\b(?! (?:\d|[$€£]|a (?:dozen|hundred)"
    r"|an? (?:hour|day|week|month|year|third|quarter|half)\b|half|two|three|four|five|six|ten"
    r"|twenty))"
)
MERE_THAN = re.compile(r"\b(?:[Rr]ather|[Oo]ther|so much) (?:\w+ ){0,3}?than\b")
SCHEDULED = re.compile(r"[^.]{3,60}\((?:by\s)?[^()]*\d{4}\)\s[—–-]")
CONDITIONAL = re.compile(
    r"^(?:If|Unless|Should|Provided|Assuming|Were|Had)\b|[,;—] ?(?:if|unless|provided|assuming)\b|\b(?:if"
    r"|unless|provided that|assuming that|as long as|in the event)\s"
)
PAST = re.compile(
    r"\b(?:was|were|been|being|got|has|have|had) (?:\w+ly |not |now |also |already )?(?:\w+ed|\w+[oa]wn|"
    + one_of(HAPPENING)
    + r"|taken|given|shown|driven|written|frozen|chosen|stolen|known|done|gone|fallen|risen|begun)\b"
)
REGULAR_PAST = re.compile(
    r"(?<!the )(?<!an )(?<!a )(?<!its )(?<!their )(?<!of )(?<!and )(?<!most )\b[a-z]{2,}[^e\W]ed\b(?! (?:by [a-z]+ing))"
)

IN_COMMITTED = frozenset(
    """will won’t won't shall expected projected forecast set likely unlikely track planned due scheduled
        estimated slated poised course preparing about predicted anticipated seen ready going watch expect
        plans plan be guidance outlook target aims aim aiming see sees take takes come comes""".split()
)
"""One of these stands in each commitment: a quick test before the pattern."""
IN_CONDITIONS = frozenset("if unless provided assuming should were had long event".split())
IN_RANKS = frozenset(
    """one largest biggest smallest fastest highest lowest cheapest slowest widest longest oldest
        second-largest third-largest struggled lagged ahead other as half record""".split()
)
