"""Verbs of saying, and what the doubtful ones among them need."""

_BASES = """allege announce argue assert claim concede confirm contend counter caution criticise criticize
        declare deny disclose emphasise emphasize explain hint insist lament maintain_ note object observe
        opine predict reaffirm reckon reiterate remark reply report_ respond reveal stress testify urge warn
        welcome dispute defend mock ridicule denounce query dismiss applaud endorse decry bemoan rebut
        refute credit volunteer quip blame""".split()


def _inflected(bases: list[str]) -> list[str]:
    """Return present and past of regular verbs."""
    found = []
    for base in bases:
        if base.endswith("_"):  # its forms have rules of their own
            continue
        stem = base[:-1] if base.endswith(("y", "e")) and not base.endswith(("ay", "ey")) else base
        third = (
            f"{stem}ies" if base.endswith("y") and stem != base else f"{base}es" if base.endswith("s") else f"{base}s"
        )
        past = f"{stem}ied" if base.endswith("y") and stem != base else f"{stem}ed"
        found += [base, third, past]
    return found


_IRREGULAR = """said says say told tells reported announced announces claimed argued argues argue wrote writes
        predicts predicted warns warned warn noted confirmed confirms admits admitted acknowledged
        acknowledges denied denies disclosed discloses stated revealed reveals tweeted declared insisted
        insists explained explains testified concluded concludes alleges alleged asserts asserted contends
        contended conceded concedes cautioned cautions pledged vowed vows stressed stresses emphasized
        emphasised remarked replied responded urged urges recalled complained complains criticized
        criticised accused accuses observed observes commented quipped lamented boasted joked reiterated
        reiterates affirmed reaffirmed countered rebutted rejected dismissed speculated hinted signalled
        signaled recommended recommends advised advises questioned flagged flags praised condemned blasted
        slammed hailed described describes characterized characterised summarised clarified disagrees
        disagreed concurs concurred mused opined reckons reckoned surmised swore retorted""".split()
SAYING = [*_IRREGULAR, *_inflected(_BASES), "pointed out", "points out", "point out"]
"""Verbs that make a citation of whoever stands before them."""
NEEDS_OBJECT = """document credit credits credited object report query caution hint blame dispute counter remark
        indicate expects estimates forecasts projects finds states calls called claim claims wants notes
        reports added adds forecasting projecting estimating warning reporting revised keeps kept frames framed
        maintained maintains found suggested suggests endorsed agreed posted published
        promised believes believe thinks think sees see puts put blames blame attributes attributed upgraded
        downgraded rates rated models cites cited shows showed show indicate indicates indicated highlights
        highlighted outlines outlined points pointed identifies identified documents details detailed trims
        cuts raised lowered values valued assigns assigned counts counted tracks ranks ranked questions
        proposes proposed projected estimated expected calculates calculated assumes assumed attributed
        traces lists listed quoted quotes recorded attributes favours favors prefers doubts fears hopes""".split()
NEEDS_AUTHORITY = frozenset(NEEDS_OBJECT) - {
    "called",
    "calls",
    "added",
    "adds",
    "suggested",
    "claim",
    "claims",
    "believes",
    "wants",
    "agreed",
    "promised",
}
NEEDS_WORK = frozenset(
    """shows showed show indicates indicated highlights outlined outlines points pointed identifies
        identified details detailed documents counts counted tracks lists recorded values trims cuts raised
        lowered posted published models cited cites quoted quotes states traces ranked expected assigns
        assigned valued found forecasting projecting estimating warning reporting revised keeps kept frames
        projects forecasts framed""".split()
)
PLAIN = frozenset(
    "note claim stress report guidance caution hint object query credit counter caution document remark dispute blame"
    " indicate value forecast estimate project".split()
)
"""Verbs whose plain form is a noun after a singular name."""
ACTING = frozenset(
    """reject rejects rejected dismiss dismisses dismissed call calls called cuts vowed
        vows pledged pledges agreed values valued dispute disputes disputed suggested suggests welcome welcomes
        welcomed urge urges urged denounce denounces denounced wants promised praised hailed condemned defend
        defends defended published posted accused accuse accuses rebutted questions questioned""".split()
)
"""Verbs of speech acts. They attribute what is said, and only a publisher is cited with them."""
DEALING = frozenset("raised lowered trims cuts rates rated puts values valued".split())
"""What a firm does in its own business, also a publisher; only a work is cited with them."""
INVERTED = frozenset(
    """estimates insists reckons claims said says wrote writes added told announced reported argued argues noted
        notes explained explains warned warns predicted predicts cautioned stressed commented""".split()
)
NEEDS_THAT = frozenset(["maintains", "maintained", "adds", "added"])
NEEDS_CLAUSE = frozenset(["notes"])
"""They need that, or another beginning of a clause, after them."""
NEEDS_ANYTHING = frozenset("claims claim calls called agreed wants promised rejected suggested".split())
CLAIMING = frozenset(["claims", "calls"])
"""Of these, they need a clause or a known source."""
