"""Words by which English texts tell who says a thing, and that it is not certain."""

from __future__ import annotations

SAYS_SURELY = "said says say told tells added adds".split()
SAYS_THAT = (
    "warned warns argued argues announced insisted insists claimed claims stressed stresses noted notes explained explains"
    " admitted admits acknowledged acknowledges confirmed confirms denied denies declared declares predicted predicts"
    " suggested suggests believes believed thinks thought expects estimates estimated reckons reckoned complained"
    " complains concluded concludes remarked remarks reported reports stated states conceded concedes cautioned cautions"
    " wrote writes maintains maintained contends contended alleges alleged promised promises vowed vows pledged pledges"
    " hopes hoped fears feared recalled recalls replied revealed reveals asserted asserts emphasised emphasized"
    " testified observed recounted boasted joked whispered shouted"
).split()
"""Verbs that tell what somebody says where that, a colon or a quotation follows."""

PRONOUNS = frozenset("he she they it who i we".split())
ENDS_BEFORE = frozenset(
    "and but or so that which while as when because though although whether if then after before since until where how"
    " for in on at by with from to than nor yet once".split()
)
"""Words at which the words for who speaks end, looking to the left of the verb."""

ENDS_BEHIND = frozenset(
    "who whom whose which that in on at by with from to as when while after before because but and if during following"
    " speaking adding citing referring this last earlier late early over about into through despite since until"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Words at which the words for who speaks end, looking to the right of the verb."""

HEDGES = (
    r"\b(?:may|might|could)(?: (?:well|yet|also|even|still|soon|not))*\b(?! (?:\d|[A-Z]))"
    r"|(?i:\b(?:is|are|was|were|be|been|being)(?: (?:also|now|still|widely|generally|largely|likewise|reportedly))? (?:expected|likely|unlikely|thought|believed|said"
    r"|understood|reported|assumed|presumed|rumoured|rumored|alleged|estimated|supposed|feared|poised|possible|probable|conceivable)(?: (?:to|that))?\b"
    r"|\b(?:appears?|seems?|appeared|seemed)(?: (?:likely|unlikely|set|certain|ready))? to\b|\b(?:appears?|seems?) (?:that|likely|unlikely)\b"
    r"|\b(?:reportedly|allegedly|apparently|possibly|probably|perhaps|maybe|presumably|supposedly|potentially|seemingly|arguably|conceivably|ostensibly|purportedly)\b"
    r"|\b(?:expected|likely|unlikely|thought|believed) to\b|\bin all (?:likelihood|probability)\b|\bthere (?:is|are|was|were) (?:a|an|some|every|no) (?:\w+ )?(?:chances?|possibility|likelihood|risk|prospect)\b"
    r"|\b(?:suggests?|hints?|indicates?|implies)(?:ed)? that\b|\bas if\b|\bit is possible\b)"
)
HEDGE_WORDS = frozenset(
    "may might could expected likely unlikely thought believed said understood reported assumed presumed rumoured"
    " rumored alleged estimated supposed feared poised possible probable conceivable appears appear seems seem"
    " appeared seemed perhaps Perhaps maybe Maybe likelihood probability chance chances possibility risk prospect"
    " suggests suggest suggested hints hint hinted indicates indicate indicated implies as".split()
)
"""Words of which every hedge has one, or one that ends in -ly."""
