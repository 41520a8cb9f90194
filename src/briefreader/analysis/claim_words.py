"""Words by which the kind of a claim is told."""

import re

from briefreader.analysis.patterns import one_of

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
JUDGING = frozenset(
    """signal signals signaling signaled signalling signalled suggests suggest suggesting reflects reflect
        reflecting underscores underscore underscoring highlights highlight highlighting marks represents
        represent reveals reveal indicates indicate signifies crystallizes captures appears appear seems
        seem essentially arguably clearly unambiguously obviously evidently dramatic dramatically strategic
        strategically strange stark rational desperate equally fundamental fundamentally credible credibly
        attractive favorable favourable lucrative pragmatic pragmatically lesson concession beneficiary
        beneficiaries leverage moat narrative calculation uncertain unanswered substantial substantially
        dilemma compress compresses compressing erode erodes eroded eroding undermine undermines undermining
        accelerates solve solves addresses transform transforms transforming reshape reshapes redefine
        redefines opens reduces lowering critical crucial inverts certain forfeited broader pattern primary
        advantage advantages reputations benefit benefits implications significance meaningful meaningfully
        justify justifies threatens threaten risks risk hampers strengthens weakens reinforces raises fuels
        complicates means imply implies implying demonstrates illustrates proves argues good bad better
        worse best worst great impressive disappointing cheap expensive risky generous bold obvious
        important vital significant difficult hard tough easy overdone overvalued undervalued mispriced
        misguided sensible pointless premature overstated understated unconvincing convincing plausible
        implausible sensibly wisely wrongly rightly remarkable surprising surprisingly worrying encouraging
        troubling alarming welcome regrettable unfortunate fortunate lucky elegant clumsy timid aggressive
        conservative overly vulnerable resilient fragile healthy unhealthy sustainable unsustainable
        inevitable thin thesis story bet gamble gift wish deserves deserve looks look feels feel reads read
        believe think worth matters matter sense nonsense hype bubble cynical opportunity opportunities
        compelling persuasive thinly real reality simply merely truly genuinely increasingly question
        doubtful puzzling misses underrated overrated warrants warrant merits merit hinges depends escape
        route salvage template frontrunners asymmetric rewriting stumble unpromising unsustainable indirect
        virtually utterly wholly""".split()
)
HAPPENING = frozenset(
    """has have had been left built cut led rose fell grew sold bought made took went began shrank gave
        lost won met spent paid hit broke threw drew withdrew ran came became held sent brought caught chose
        fought forgot froze kept knew laid lent put quit saw set shut slid split struck sued swung tore
        wrote undertook overtook sank sprang stood stuck rebuilt resold lit shot won bid fled dealt bound
        ground shed spun shook""".split()
)
HEADLINE_VERBS = frozenset(
    """uses rents leases dissolves restructures launches buys acquires raises cuts signs secures exits
        announces files sues hires unveils releases joins sells wins loses opens closes gains shifts recalls
        clears approves rejects blocks bans halts suspends resumes delays postpones cancels completes
        finalises finalizes names appoints ousts fires replaces steps agrees settles fines probes
        investigates charges expands doubles triples trims slashes lifts hikes adds drops scraps abandons
        merges spins splits lists delists invests pledges pulls orders awards grants extends renews
        terminates converts effectively dissolved""".split()
)
BEING = frozenset(
    """is are has have possesses maintains operates operate includes include faces owns own holds hold
        remains remain sells sell makes make employs employ controls control belongs belong requires require
        allows allow applies apply covers cover supplies supply serves serve runs run produces produce
        accounts account consists contains contain trades trade expires expire entitles entitle sits sit
        lies lie uses use relies rely depends stands carries carry pays pay charges charge offers offer lets
        bars prohibits permits limits caps sets dates go goes does do""".split()
)
TELLING = frozenset(
    """announced announces said says told describe described describes wrote writes stated states painted
        warned warns apologised apologized argued argues acknowledged denied confirmed insisted complained
        noted cautioned conceded explained claimed claims urged testified reiterated replied responded
        declined promised pledged vowed disclosed""".split()
)
ATTRIBUTING = frozenset(
    "said says say told warned warns according apologised argued argues claims accuse accused denied".split()
)
FUTURE = frozenset(
    """forecast forecasts projected projects predicts predicted anticipates anticipate anticipated expects
        expect intends intend aims aim pegged envisions envisages slated poised guides guided targets""".split()
)

QUESTION = re.compile(r"(?:[\w ]{0,20})?(?:[Tt]he (?:next|real|open|key|big|only|central) question is)\b")
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
NARRATED = re.compile(
    r"\b(?:was|were|had been) (?:\w+ )?(?:expected|projected|forecast|set|likely|due|scheduled|planned"
    r"|supposed|slated) to\b"
)
EXPECTATION_MET = re.compile(
    r"\b(?:than|as|was|were|had been|better-than-|worse-than-|the|beat|missed|above|below|against"
    r"|of) ?(?:analysts[’'] )?(?:expected|forecasts?|projected|anticipated|targets?)\b"
    r"|[’']s (?:plans|targets|forecasts?|projects)\b|\b(?:its|their|his|her|new|those|these|all|climate"
    r"|price|emission|emissions|net-zero|revenue|production) (?:targets|forecasts?|projects)\b"
)
TARGETING = re.compile(
    r"\btargets (?:an?|the|its|\d|[$€£]|\w+ (?:of|growth|costs?|sales|margins?|revenues?|output|production))"
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
SPEAKER = re.compile(
    r"\b(?:spokes\w+|watchdog|chair(?:man|woman)?|minister|regulator|company|executives?|officials?|chief"
    r"|CEO|CFO|president|governor|bank|court"
    r"|agency|committee|board|union|founder|secretary|group|lender|maker|miner|airline|[A-Z]\w+),?\s(?:[\w’',-]+\s){0,5}?$"
)
ABSTRACT = re.compile(
    r"(?:What\b|(?:This|That|These|Those|Such)\b(?!\s(?:year|month|week|quarter|morning|spring|summer|autumn|winter)\b)"
    r"|(?:It|The|Its|Their|His|For)\s(?:[\w’'-]+\s){0,2}?(?:move|shift|development|transition|action"
    r"|reversal|broader|economics|implications|dynamic"
    r"|pattern|approach|decision|influx|migration|story|era|answer|significance|questions?|thesis|picture"
    r"|logic|lesson|irony|point|case|idea|issue|problem|trick|upshot))\b"
)
CONDITIONAL = re.compile(
    r"^(?:If|Unless|Should|Provided|Assuming|Were|Had)\b|[,;—] ?(?:if|unless|provided|assuming)\b|\b(?:if"
    r"|unless|provided that|assuming that|as long as|in the event)\s"
)
ADVICE = re.compile(
    r"^(?:(?:[A-Z][\w’'-]+\s){0,4}?(?:should|must|ought to|needs to)\b|(?:Consider|Avoid|Note|Remember|Buy"
    r"|Sell|Hold|Own|Stay|Keep|Look|Prefer|Beware)\b)|\b(?:we (?:recommend|prefer|like|would|think"
    r"|believe|rate|see)\b|(?:in our|my) view\b)"
)
PAST = re.compile(
    r"\b(?:was|were|been|being|got|has|have|had) (?:\w+ly |not |now |also |already )?(?:\w+ed|\w+[oa]wn|"
    + one_of(HAPPENING)
    + r"|taken|given|shown|driven|written|frozen|chosen|stolen|known|done|gone|fallen|risen|begun)\b"
)
PASSIVE = re.compile(
    r"\b(?:was|were) (?:\w+ly |not |also )?(?:\w{3,}ed|"
    + one_of(HAPPENING)
    + r"|taken|given|driven|written|frozen|chosen|stolen|thrown|withdrawn)\b"
)
REGULAR_PAST = re.compile(
    r"(?<!the )(?<!an )(?<!a )(?<!its )(?<!their )(?<!of )(?<!and )(?<!most )\b[a-z]{2,}[^e\W]ed\b(?! (?:by [a-z]+ing))"
)
NAMES = re.compile(
    r"[A-Z](?:(?<=[a-z0-9,;:)’'—–-] .)[\w&.’'-]*[\w’']"
    r"|(?<=\b[a-z].)|(?<=\b[a-z]{2}.)|(?<=\b[a-z]{3}.)|(?<=—.)\w|(?<=^.)\w*[A-Z])"
)
"""A capital inside a sentence, or inside its first word."""
FIRST_TIME = re.compile(
    r"^First (?:time|instance|such|of its)\b|\b(?:is|was|marks?|marked) the first (?:time|occasion|instance"
    r"|such|ever)\b"
)
"""Novelty can be checked, whatever words of judgement stand beside it."""
ASIDE = re.compile(r"[,—;] (?:\w+ly )?(?:\w+ing|a \w+ (?:that|which)|which)\b| (?:that|which|who) |: ")
"""Where a main clause ends and the author's reading of it begins."""
ANNOUNCED = re.compile(r"^[^:]{8,90}: (?=[A-Z]|[a-z]{1,3}[A-Z])")
GENERAL = re.compile(
    r"(?:When|Where|While|Whether|Having|For (?:those|years|developers|businesses)|There|It|They|We|You"
    r"|Here|Now|Not|Most|Many|Some|Each|Every|Any|All|No|One)\b"
    r"|[A-Z]\w+ing\b|(?:[\w-]+ ){0,3}?[a-z]+s (?:are|have|do|can|face|need)\b"
)
"""How sentences begin that speak of things in general."""
OPENERS = frozenset(
    """the a an this that these those it its their his her our my we you they he she i in on at by for from
        with without as if when while after before since until though although because but and or so yet
        however meanwhile historically additionally conversely also instead now then here there what who how
        why which where some many most several both all each every no not only even just other another more
        less first second one two three four five next last today yesterday later earlier recently
        separately overall finally overnight longer-term investors companies analysts""".split()
)
CONCRETE = re.compile(
    r"^(?:(?:The|A|An|Its|Both|Two|Three|Four|Several)\s)(?:[\w’'-]+\s){0,3}?(?:company|group|firm|bank"
    r"|lender|maker|airline|miner|retailer|carrier|court|judge|minister|ministry|regulator"
    r"|agency|watchdog|board|chair|founder|plant|factory|mine|refinery|port|contract|agreement|charter|law"
    r"|bill|rule|fund|union|government|council|commission|parliament|senate"
    r"|shareholders?|workers|pilots|engineers|chipmaker|carmaker|drugmaker|utility|insurer|operator|ship"
    r"|vessel|drug|trial|patent|terms|talks|takeover|merger|lease|loan|bond|stock|shares|pipeline"
    r"|network|site|store|team|unit|subsidiary|brand|chain|yard|site|policy|subsidy|tariff|permit"
    r"|licence|license|index|auction|election|vote|ban|strike|fire|recall|audit|inquiry|probe"
    r"|factory|reactor|turbine|wallet|app|account)\b"
)

IN_COMMITTED = frozenset(
    """will won’t won't shall expected projected forecast set likely unlikely track planned due scheduled
        estimated slated poised course preparing about predicted anticipated seen ready going watch expect
        plans plan be guidance outlook target aims aim aiming see sees take takes come comes""".split()
)
"""One of these stands in each commitment: a quick test before the pattern."""
IN_ADVICE = frozenset(
    """should must ought needs consider avoid note remember buy sell hold own stay keep look prefer beware
        we view""".split()
)
IN_CONDITIONS = frozenset("if unless provided assuming should were had long event".split())
IN_PERFECT = frozenset("was were been being got has have had".split())
IN_RANKS = frozenset(
    """one largest biggest smallest fastest highest lowest cheapest slowest widest longest oldest
        second-largest third-largest struggled lagged ahead other as half record""".split()
)
