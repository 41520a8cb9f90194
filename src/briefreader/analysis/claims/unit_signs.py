"""Words that hint at what a sentence does, in several languages, each with what they hint at."""

_LISTS: dict[str, str] = {
    "saying": """said says say told tells reported reports warn warns warned according claim claims claimed state
        stated states note noted notes argue argues argued shared reiterated reiterates confirm confirms confirmed
        acknowledged accuse accused accuses deny denies denied cite cites cited citing think believe believes believed
        fear urge urged wrote writes describe described laut zufolge sagt sagte según selon dijo afirmó afirma
        表 称 稱 述 報 据 認 认""",
    "research": """study studies report survey research researchers paper data analysis analyst analysts poll figures
        work findings team authors tests test experiments experiment studie estudio étude 研 調""",
    "finding": """found find finds show shows showed showing suggest suggests suggested indicate indicates indicated
        estimate estimates estimated reveal reveals revealed propose proposes proposed introduce introduces introduced
        document documents documented zeigt muestra montre 示""",
    "movement": """rose rise rises rising fell fall falls falling gain gained gains dropped drop drops declined decline
        declines increased increase increases decreased decrease decreases up down grew grow growth climbed slid surged
        jumped dipped lost added higher lower cut widened narrowed rallied tumbled plunged soared advanced retreated
        rebounded edged slipped expanded contracted stieg sank subió cayó 涨 跌 增 降""",
    "comparing": """from vs versus compared than above below over against yoy qoq mom since prior previous previously
        last earlier consensus expectations expectation expected estimates peak average relative gegenüber 比 超""",
    "ranking": """record highest lowest largest biggest fastest slowest strongest weakest most least best worst rank
        ranks ranked leader leads lead first second third only top more less fewer outperform outperformed outperforms
        exceed exceeded exceeds exceeding surpass surpassed surpasses double doubled doubles tripled twice same similar
        unlike outpaced 最 首""",
    "the future": "will won't shall i'll we'll they'll it'll you'll wird werden soll sollen sera va 将 將 予",
    "a plan": """expect expects expected scheduled schedule due plan plans planned planning upcoming next coming
        forecast forecasts projected projects target targets targeting guidance outlook slated anticipate anticipates
        anticipated by through aim aims intend intends tomorrow priced ab plant geplant prévu prevé 預 预""",
    "doubt or duty": """may might could would can likely unlikely potential potentially possible possibly perhaps
        probably should must ought appears appear seems seem suggests suggest risks risk if könnte dürfte podría
        pourrait 可 若 应 應""",
    "judgement": """signal signals signalling signaling reflects reflect underscores highlights reveals represents
        implies imply means mean matters matter important critical crucial key significant significantly clearly clear
        arguably essentially fundamental fundamentally strong weak remains remain real true never always not just even
        still too great good bad better worse simply very really actually makes make becomes become becoming powerful
        useful valuable meaningful attractive fragile resilient robust uncertain obvious striking remarkable notable
        impressive interesting risky bullish bearish cautious credible compelling genuine genuinely practical effective
        essential necessary structural largely broadly increasingly especially particularly notably ultimately
        effectively evidently merely quite rather fairly highly extremely deeply hardly barely enough reason because
        therefore thus lesson takeaway implication implications opportunity opportunities challenge challenges
        question problem concern worry hope narrative picture bet edge moat advantage advantages winner winners losers
        beneficiary catalyst headwind headwinds tailwind tailwinds momentum thesis view conviction upside downside""",
    "an act": """announced announces launched launches released releases signed signs filed files approved approves
        acquired acquires agreed agrees raised raises introduced introduces added adds published publishes opened
        opens closed closes began started reached won lost hit moved joined named appointed issued adopted
        passed voted unveiled unveils completed sold bought paid made used built received led held became
        was were had has have been did abandons appoints awards bans bid blocks bound broke brought buys
        came cancels caught charges chose clears completes converts cut cuts dealt delays delists dissolved
        dissolves doubles drew drops effectively exits expands extends fell finalises finalizes fines fires
        fled forgot fought froze gains gave grants grew ground halts hikes hires investigates invests joins
        kept knew laid leases left lent lifts lists lit loses merges met names orders ousts overtook pledges
        postpones probes pulls put quit ran rebuilt recalls rejects renews rents replaces resold
        restructures resumes rose sank saw scraps secures sells sent set settles shed shifts shook shot
        shrank shut slashes slid spent spins split splits sprang spun steps stood struck stuck sued sues
        suspends swung terminates threw took tore trims triples undertook uses went wins withdrew wrote""",
    "a state": "is are am be being ist sind est sont es son 是",
    "the author": """we our us i my newsletter subscribe subscribers generated curated compiled disclaimer readers
        disclosure""",
    "a gloss": "refers stands defined means measure known acronym abbreviation",
    "a day": """january february march april may june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday today yesterday q1 q2 q3 q4""",
    "a price": """traded trade trades trading closed closing settled opened yield yields futures index shares share
        stock stocks bond bonds bitcoin gold oil price prices""",
}
SIGNS: dict[str, tuple[str, ...]] = {}
"""From a word, or a character of a language without spaces, to what it hints at."""
for _sign, _words in _LISTS.items():
    for _word in _words.split():
        SIGNS[_word] = (*SIGNS.get(_word, ()), _sign)

_HINTS: dict[str, str] = {
    "reporting": """add added adds allege alleged alleges announce assert asserted asserts assess assessed assured
        attribute attributed attributes blame blamed blames call called calls caution cautioned cautions commented
        comment comments complained complains concede conceded concedes conclude concluded concludes contend
        contended contends counter countered criticised criticized criticises criticizes declare declared declares
        decried defend defended defends demanded denounced denouncing described detail detailed details disclosed
        discussed dismissed dispute disputed disputes emphasised emphasized emphasises emphasizes estimates explain
        explained explains expressed hailed highlight highlighted highlights hinted insist insisted insists joked
        lamented maintained maintains mentioned mentions observed offered opined outlined pledged pointed points
        posted praised predicted predicts promised promises proposed questioned quoted raised recalled recommended
        recommends rejected remarked repeated replied reported responded restated revealed signalled signaled
        stressed stresses suggested tells testified thinks touted underlined underscored urges vowed warning weighed
        welcomed writing asked asks admitted admits alarmed erklärte erklärt betonte betont warnt warnte meldet
        meldete berichtet berichtete schreibt forderte fordert bezeichnet argumentiert kritisiert beschreibt
        beschrieb kündigte déclaré déclare affirme affirmé estime estimé annonce indique indiqué souligne explique
        dénonce averti asegura aseguró señala señaló explica explicó indica indicó advierte advirtió anunció sostiene
        declaró informa informó""",
    "a speaker": """minister ministry spokesman spokesperson spokeswoman officials official president ceo cfo cto
        chief executive analyst analysts economist economists researchers scientists experts critics supporters
        opponents residents lawyers prosecutors police governor chairman chair director senator secretary strategist
        strategists founder author authors reporter journalists sources people users readers participants investors
        mayor judge professor commentators observers advocates campaigners he she they investigators company firm
        bank agency institute union""",
    "evaluation": """absurd aggressive alarming ambitious amazing appealing astonishing awkward balanced beautiful
        bold brilliant brittle cheap clever clumsy coherent complacent complex complicated confident confusing
        conservative constructive convincing courageous credible crowded crude cynical dangerous deceptive deep
        defensive delicate desperate difficult disappointing disastrous doubtful dramatic dubious easy elegant
        encouraging excellent excessive exciting exhausted expensive exposed extraordinary fair fantastic fascinating
        feasible fine fragile fresh frightening frustrating fun generous glaring grim hard harsh healthy honest
        hopeful hostile huge hungry ideal ill immense imperfect inadequate inevitable inflated instructive intact
        intelligent intense ironic irrational justified lazy legitimate limited lucky manageable massive mature mixed
        modest naive narrow nervous nice obsolete odd optimistic overblown overdone overpriced overvalued painful
        patient pessimistic plausible pointless poor positive negative precarious precious predictable premature
        prudent questionable radical rare rational ready realistic reasonable reckless reliable relevant resilient
        rich rough sad safe sane sceptical sensible serious severe shaky shallow sharp shocking sick silly simple
        skeptical sloppy smart smooth solid sophisticated sound speculative stable stark steep stretched strange
        strategic stupid subtle suitable superb supportive surprised surprising suspicious sustainable tempting tense
        terrible thin thoughtful timid tough toxic tragic transformative tricky troubling ugly unattractive unclear
        undervalued unfair unhealthy unjustified unlucky unpleasant unprecedented unrealistic unreasonable
        unsustainable unusual urgent useless vague vast vital volatile vulnerable weird wild wise wonderful worrying
        worth worthwhile wrong favourable favorable unfavourable meaningless happy glad love hate enjoy like hope
        wish feel feels felt""",
    "an inference": """implies imply implying signals signal signalling signaling indicates indicating suggests
        suggesting reflects reflecting reflect underscores underscoring underscore highlights highlighting
        demonstrates demonstrating demonstrate illustrates illustrate proves prove proving confirms confirming
        validates validating validate reinforces reinforcing reinforce points pointing means meaning shows showing
        reveals revealing represents representing represent marks marking shifts shifting turns turning raises
        raising creates creating makes making leaves leaving puts putting depends depend hinges supports supporting
        supportive strengthens strengthening weakens weakening undermines undermining threatens threatening justifies
        justify explains favors favours favor favour benefits benefit hurts limits limiting enables enabling forces
        forcing positions positioning deserves deserve matters warrants warrant argues helps""",
    "an abstract noun": """thesis narrative story case argument logic lesson takeaway implication sign signal proof
        reminder shift turning transition trend pattern dynamic trajectory framework approach strategy tradeoff
        trade-off dilemma tension irony paradox puzzle myth hype bubble fear greed confidence complacency uncertainty
        clarity credibility conviction sentiment appetite resilience fragility leverage moat edge advantage weakness
        strength quality value opportunity threat danger risk risks hope promise potential reality truth sense idea
        mistake failure success problem solution answer reason point bottom core key heart test bet gamble priority
        caution patience discipline foundation backbone infrastructure playbook wake-up""",
    "a contrast": """but however yet although though despite while whereas instead rather nevertheless nonetheless
        still unless only otherwise aber jedoch trotzdem dennoch mais pourtant cependant pero sin embargo 但""",
    "a cause": """because since therefore thus hence so amid amidst driven due thanks owing following after caused
        causing led leading fueled fuelled triggered given weil denn daher parce donc porque por""",
    "one's own": "i i'm i've i'd i'll me my mine myself we we're we've we'd our ours us",
    "a reader": "you your you're you'll you've yourself",
    "a measure": """than compared versus vs higher lower larger smaller bigger faster slower stronger weaker better
        worse more fewer less highest lowest largest biggest fastest record peak double doubled doubles doubling
        triple tripled halved half twice times outpaced outpacing outperformed outperforming underperformed lagged
        lagging exceeded exceeding surpassed topped topping beat beats beating missed misses above below
        year-over-year year-on-year yoy qoq mom wow ytd year-to-date annually prior previous earlier predecessor
        predecessors rivals rival peers peer benchmark average consensus ahead behind second third second-largest
        third-largest since-record widening widened narrowing narrowed gegenüber höher niedriger mehr weniger größte
        höchste niedrigste schneller vorjahr supérieur inférieur plus moins hausse baisse mayor menor más menos
        récord interanual""",
    "a time to come": """scheduled schedules slated expected expects expecting expect forecasting forecast forecasts
        projected projecting projects plans planning planned plan aims aiming targets targeting intends intending
        anticipates anticipated anticipating upcoming imminent looming tomorrow tonight soon later eventually
        deadline due guidance guided guides outlook calendar agenda awaits awaiting await pending set poised
        preparing prepares would wants seeks seeking hopes proposes proposed pricing priced odds probability chance
        chances target ahead 2027 2028 2029 2030 2031 2035 2040 2050 voraussichtlich geplant erwartet erwarten morgen
        künftig prévu prévoit attendu demain prochain próximo próxima mañana previsto espera""",
}
HINTS: dict[str, tuple[str, ...]] = {}
"""From a word to weaker hints: longer lists, which count alone and at the beginning of a sentence, never in pairs."""
for _sign, _words in _HINTS.items():
    for _word in _words.split():
        HINTS[_word] = (*HINTS.get(_word, ()), _sign)

LONE = frozenset({"a day", "a price", "a gloss", "the author"})
"""What is no more telling together with another sign."""
VERBS = frozenset({"an act", "a state", "the future", "doubt or duty", "saying", "finding"})
"""A sentence without any of these has hardly a verb."""

COMMANDS = frozenset(
    """add adopt address analyze analyse apply assess audit avoid block build buy change check click close compare
    conduct configure confirm consider contact continue create deploy detect develop disable discover do don't download
    educate enable encourage enforce ensure establish evaluate expect explore filter find focus follow get give go
    harden hold hunt identify implement improve increase inspect install integrate isolate join keep learn leverage
    limit listen look maintain make mandate monitor move note open patch plan please prefer prepare prioritize
    prioritise protect provide read reduce register remember remove replace report require reset restrict restart
    review rotate run scan schedule search see segment sell send set share sign sit stand start stay stop strengthen
    subscribe switch take test tell track train treat try turn update upgrade use utilize validate verify visit wait
    watch work write never always prüfe nutze lade baue schreib öffne setze vermeide""".split()
)
"""How instructions begin."""
