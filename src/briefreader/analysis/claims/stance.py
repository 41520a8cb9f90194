"""Which way a sentence speaks: for the thing that it is about, or against it; or neither, which is most of the time.

Method: a direction ("rose", "narrowed") times the polarity of what moves (profit is good, loss is bad), plus words that
are good or bad news by themselves, turned by negation; too little or mixed evidence decides nothing. This is the
author's direction, never the reader's stance. For the measured accuracy see docs/analysis.md.
"""

import re
from collections.abc import Sequence

from briefreader.analysis.text.words import Words, words_in
from briefreader.model.claim import Polarity

_UP = frozenset(
    """rise rises rose risen rising increase increases increased increasing grow grows grew grown growing
        growth climb climbs climbed climbing gain gains gained gaining jump jumps jumped surge surges surged
        surging soar soars soared soaring widen widens widened widening up higher expand expands expanded
        expanding expansion double doubles doubled doubling triple tripled triples quadrupled accelerate
        accelerates accelerated boost boosts boosted more additional raise raises raised raising record
        rally rallies rallied rebound rebounds rebounded recover recovers recovered recovery advance
        advances advanced upward swelled swell swells topped tops top ticked outpaced lifted lifts lift high
        skyrocketed hike hiked upturn pick-up picked rises-to ample abundant""".split()
)
_DOWN = frozenset(
    """fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined
        declining drop drops dropped dropping slump slumps slumped plunge plunges plunged shrink shrinks
        shrank shrinking down lower lowered lowers lowering reduce reduces reduced reducing reduction cut
        cuts cutting narrow narrows narrowed narrowing slow slows slowed slowing slowdown weaken weakens
        weakened weakening less fewer halve halves halved diminish diminished tumble tumbles tumbled slip
        slips slipped slide slides slid sank sink sinks contract contracts contracted contraction ease eases
        eased easing shed sheds retreat retreated downward dwindled collapsed collapse collapses crash
        crashed dipped dips dip lost smaller softened softer trimmed trims pared thinned shallow slashed
        slash halving low""".split()
)
_GOOD = frozenset(
    """profit profits revenue revenues sales earnings margin margins income turnover ebit ebitda eps orders
        order intake demand cash cashflow dividend dividends productivity utilization utilisation capacity
        availability share shares stock stocks growth efficiency price prices backlog volume volumes funding
        traffic customers users subscribers adoption bookings occupancy output production exports shipments
        deliveries market guidance outlook forecast target futures gold silver crude oil copper surplus
        return returns yield-on-cost deposits lending assets rating ratings confidence sentiment visitors
        passengers headcount hiring capital ability staff talent team workforce salaries rounds roles
        business pipeline launches releases autonomy control leads wages tonnage pay fleet sector activity
        sentiment approvals bonds fund funds index investment investments compute throughput penetration
        retention premium premiums fees royalties approvals enrollment enrolment wins quality satisfaction
        result results performance""".split()
)
_BAD = frozenset(
    """cost costs expense expenses loss losses debt debts unemployment inflation risk risks churn delay
        delays default defaults dependency dependence overhead scrutiny litigation emissions outages outage
        barriers gap gaps defects recalls complaints provisions provision impairments impairment writedowns
        write-downs write-offs leverage claims borrowings deficit vacancies vacancy inventories inventory
        shortages shortage fraud tariffs fines penalties downtime arrears delinquencies bankruptcies taxes
        charge-offs charges spending expenditure spread spreads volatility burden dilution injuries
        accidents cancellations cancelations competition capex burn spend outlay outlays headwind attacks
        symptoms mortality relapse energy-bills overruns loans jobless redundancies casualties liabilities
        elasticity""".split()
)
_POSITIVE = frozenset(
    """improve improves improved improving improvement improvements win wins won award awarded awards
        secure secured secures approval approved approves clears cleared wins partnership strong stronger
        strongest robust outperform outperformed outperforms beat beats exceed exceeded exceeds profitable
        positive favorable favourable successful successfully success benefit benefits benefited opportunity
        opportunities stabilizes stabilises solves solve leadership breakthrough upgrade upgrades upgraded
        optimistic attractive lucrative validated faster revenue-generating enhancing enhance enhances
        well-funded world-class monetizes monetize unambiguously bullish buy overweight buyback reinstated
        restored resumes resumed renewed renews landmark popular promising superior robustly upbeat best
        better accretive smoother profitably regained reassured welcomed applauded cheered stabilised
        stabilized stabilize retain retains integrated persist persists thriving effective safe tolerated
        granted grants grant lands landed signed signs extended extends renewal doubled tripled milestone
        prestigious favourite preferred synergies turnaround ahead surpassed surpasses surpassing thrive
        thrives thriving excellent exclusive strengthened strengthens strengthen strengthening recovered
        undervalued expands broadened permission endorsed outperforming unlocks advances monetization smooth
        well-capitalized bargaining credible addresses unlock unlocks unlocked immediate plug escape-route
        closes-gap gives enables enabled efficient efficiency-gains upside healthy resilient tailwind
        tailwinds rebounding stellar impressive""".split()
)
_NEGATIVE = frozenset(
    """lose loses losing lost lawsuit lawsuits sued sues probe probes investigation investigates bankrupt
        bankruptcy layoff layoffs laid weak weaker weakest miss misses missed warn warns warned warning
        delaying delayed delays erode erodes eroded eroding squeeze squeezes squeezed compress compresses
        compressing hamper hampers hampered stall stalls stalled turmoil misallocation headwind headwinds
        relinquish relinquishing dependency dependent forfeited forfeits undermine undermines undermined
        exodus struggle struggles struggled struggling fail fails failing failed failure defeat burning
        concession faltering lagged lags trails behind diluted dilution uncertainty uncertain negative
        unprofitable vulnerable vulnerabilities underutilized lacks lacked lack harder cannot unsustainable
        cynical dissolve dissolved dissolves niche stumble stumbled constraints reject rejects rejected
        rejection halt halts halted suspend suspends suspended recall recalls recalled ban bans banned fined
        fine penalty downgrade downgrades downgraded bearish sell underweight cancelled canceled cancels
        scrapped scraps shut shuts shutting closure closing strike strikes fraud breach breached hacked
        terminated terminates resigned resigns ousted disappointing disappointed disappoints poor worse
        worst worsened worsens worsening deteriorated deteriorates trouble troubled crisis overvalued
        expensive pressure pressures pressured pressuring threat threatens threatened tightening shortfall
        short adverse setback setbacks shortage overcapacity glut oversupply postponed postpones withdraws
        withdrew withdrawn abandons abandoned redundancies restructuring impairment writedown write-down
        breakdown collapse collapsed violation violations violated illegal antitrust injunction blocked
        blocks derailed weighs weighed drag drags dragged dampening dampens hurt hurts hit harm harms
        damaged damage unanswered stumbles obstacle obstacles bottleneck outflow outflows liability
        accountability drain severed revoked diverting diverted challenging difficulty difficulties
        turbulent plagued impose imposes imposed slower burned burn burning forced forces outpaced stuck
        jeopardy jeopardizes jeopardises delay delaying loss losses shortage shortages scrutiny litigation
        default defaults outage outages dilution complaints defect defects deficit vacancies bubble glut
        curbs curb cap caps retaliates retaliation punished punishing wary doubts doubt questioned questions
        concern concerns concerned fears fear worried worries worry suffers suffered suffer closed walked
        lapses lapse evacuated leak leaked spill spills explosion fire fatal deaths injured dumped quit
        quits departs departed leaves layoffs unrest burden burdens scandal overcharged misled misleading
        unable wasted refused refuses stopped stops scrap abandon exits retreating idle struggle losing
        stalls lengthened bankrupt insolvent insolvency insolvent deprioritized loses wind-down erosion
        decay overrun misconduct resignation delisting sanctions sanctioned unfavorable unfavourable
        cautious thin pulled stagnant flat-lined""".split()
)
_STRONG = frozenset(
    """surge surges surged surging soar soars soared soaring jump jumps jumped rally rallies rallied plunge
        plunges plunged plunging tumble tumbles tumbled slump slumps slumped slumping collapse collapses
        collapsed crash crashed crashes skyrocketed rebound rebounds rebounded sank sinks slid slide slides
        retreat retreats retreated climbs rises falls drops""".split()
)
"""Moves that are news by themselves, such as a price's."""
_NEGATION = frozenset(
    "struggled struggles struggling unable difficulty not no never without cannot nor neither hardly none "
    "barely fails failed isn’t wasn’t didn’t doesn’t "
    "don’t hasn’t isn't wasn't didn't doesn't don't hasn't won't won’t avoids avoided".split()
)
_MOVES = _UP | _DOWN
_POLAR = _UP | _DOWN | _POSITIVE | _NEGATIVE
_CLAUSE = re.compile(
    r"[,;:—–bwathde](?:(?<=[^a-z])|(?<=\b.)(?:(?<=b)(?:ut|efore)|(?<=w)h(?:ile|ereas)|(?<=a)(?:lthough|fter)|(?<=t)hough"
    r"|(?<=h)owever|(?<=d)espite|(?<=e)ven as)\b)"
)
"""Begins with a set of characters, so that the scan skips all others."""
_PARENTHESES = re.compile(r"\([^()]*\)")
_SHORT = re.compile(
    r"\b(?:(?:loss|deficit)\b[^;]{0,60}\b(?:compared (?:to|with)|from|against|versus)\b[^;]{0,30}\bprofit\b"
    r"|swung to (?:an? )?(?:\w+ )?loss\b|into the red\b"
    r"|slash(?:es|ed) (?:its|their|the) (?:forecasts?|estimates)|extends? (?:its )?(?:losses|slide|decline)"
    r"|lay-offs of\b"
    r"|(?:below|under|short of|worse than|less than|missed|misses) (?:the )?(?:\w+ )?(?:expectations"
    r"|estimates|forecasts?|consensus|expected|guidance|target)|fell short\b|(?:slower|weaker"
    r"|softer|worse) than (?:expected|planned|forecast|hoped)|wr(?:ote|ite[sn]?|itten"
    r"|iting) (?:off|down)\b|chapter 11\b|filed for (?:bankruptcy|insolvency|protection"
    r"|administration)|w(?:i|ou)nd(?:ing)? (?:up|down)\b|declined to (?:approve|renew|back"
    r"|support)|could not\b|no longer\b|let [^.;]{0,30} go\b|without any\b|put on hold\b"
    r"|(?:lay|laid|laying) off\b|job cuts\b|profit warning\b|cut (?:its|the) (?:guidance|outlook|forecast|dividend))"
)
_ABOVE = re.compile(
    r"\b(?:profit\b[^;]{0,60}\b(?:compared (?:to|with)|from|against|versus)\b[^;]{0,30}\bloss\b"
    r"|(?:swung|returned|turned) to (?:an? )?(?:\w+ )?profit\b|break even\b|back in the black\b"
    r"|(?:above|ahead of|better than|more than|beat|beats|exceeded"
    r"|topped) (?:the )?(?:\w+ )?(?:expectations|estimates|forecasts?|consensus|expected|guidance"
    r"|target)|rais(?:ed|es) (?:its|the) (?:\w+ )?(?:guidance|outlook|forecast|dividend|target)"
    r"|(?:stronger|better|faster|higher) than (?:expected|planned|forecast|feared)\b"
    r"|more than (?:planned|promised|expected)|met (?:the|its) primary endpoint"
    r"|special dividend\b|avoid(?:s|ed|ing) (?:a |an )?(?:strike|default|fine|ban|dependency"
    r"|recession|loss)|(?:chosen|selected) (?:\w+ )?(?:to supply|as (?:the )?supplier)"
    r"|(?:received|receives|won|wins|landed|lands|secured) (?:an? |the )?(?:\w+ ){0,3}(?:orders?|contracts?)\b"
    r"|will supply\b[^.]{0,80}\bcontract|obtain(?:s|ed) a patent|(?:contract|agreement) (?:has been|was|is)"
    r" (?:prolonged|extended|renewed|enlarged)|raised (?:their|its|the) estimates"
    r"|address(?:es|ing|ed)? (?:\w+ ){0,2}(?:weakness(?:es)?|vulnerabilit\w+|gaps?|constraints?|shortages?)"
    r"|remov(?:es|ed) its sell rating|moves? (?:it )?to buy\b)"
)
_IN_PHRASES = frozenset(
    """loss deficit swung red below under short worse less missed misses fell lay laid laying cuts warning
        cut slower weaker softer write writes wrote written writing chapter filed wind winding wound
        declined could no let without hold profit break back above ahead better more beat beats exceeded
        topped raised raises stronger faster higher met special avoid avoids avoided avoiding
        chosen selected received receives won wins landed lands secured supply obtains obtained prolonged extended
        renewed address addresses addressing addressed enlarged estimates rating slashes slashed
        lay-offs extends buy""".split()
)
"""One of these stands in each phrase that decides at once."""
_DECIDED = 0.75
_METRIC_REACH = 6
_NEGATION_REACH = 3
_WITHOUT_METRIC = 0.5


def polarity_of(words: str) -> Polarity | None:
    """Return which way a sentence speaks; None when it does not say, or says both."""
    return polarity_in(Words.of(words))


def polarity_in(words: Words) -> Polarity | None:
    """Return which way a sentence speaks that has been read already."""
    lower, found = words.text, words.found
    if not _IN_PHRASES.isdisjoint(found):
        if _SHORT.search(lower):
            return "bear"
        if _ABOVE.search(lower):
            return "bull"
    if _POLAR.isdisjoint(found):
        return None
    score = 0.0
    moving = 0
    for clause in _CLAUSE.split(_PARENTHESES.sub(" ", lower) if "(" in lower else lower):
        tokens = words_in(clause)
        score += _score(tokens, moving)
        moving = _metric(tokens, len(tokens)) or moving
    if abs(score) < _DECIDED:
        return None
    return "bull" if score > 0 else "bear"


def _score(clause: Sequence[str], moving: int) -> float:
    """Add up a clause; ``moving`` is the polarity of what the clause before was about."""
    score = 0.0
    moves = not _MOVES.isdisjoint(clause)
    for place, word in enumerate(clause):
        if word not in _POLAR or (moves and word in _BAD):
            continue  # what moves is no news by itself
        value = _value(clause, place, moving)
        before = clause[max(0, place - _NEGATION_REACH) : place]
        if "less" in before[-1:]:
            score += -1.5 * value
        else:
            score += -0.7 * value if not _NEGATION.isdisjoint(before) else value
    return score


def _value(clause: Sequence[str], place: int, moving: int) -> float:
    word = clause[place]
    if word in _UP or word in _DOWN:
        sign = 1.0 if word in _UP else -1.0
        metric = _metric(clause, place) or (moving if place < _OPENING else 0)
        if metric:
            return sign * metric
        return sign if word in _STRONG else sign * _WITHOUT_METRIC
    return 1.0 if word in _POSITIVE else -1.0


_OPENING = 3


def _metric(clause: Sequence[str], place: int) -> int:
    """Return 1 where what moves is good to have more of, -1 where it is bad, 0 where nothing known moves."""
    before = clause[max(0, place - _METRIC_REACH) : place]
    if not _BAD.isdisjoint(before):
        return -1
    if not _GOOD.isdisjoint(before):
        return 1
    polarity = 0
    for word in clause[place + 1 : place + 1 + _METRIC_REACH]:
        if word in _BAD or word in _GOOD:
            polarity = 1 if word in _GOOD else -1
        elif polarity:
            break  # of "compute spend" the last word says what it is
    return polarity
