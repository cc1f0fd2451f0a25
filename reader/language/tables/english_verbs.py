"""English verbs of the news with their forms: they part phrases, and tell who speaks."""

from __future__ import annotations

SAYS = frozenset(
    """
    accused accuses acknowledged acknowledges added adds admits admitted announced announces argued argues asked asks
    believed believes called cautioned cautions claimed complained complains conceded concedes concluded
    concludes condemned condemns confirmed confirms countered counters criticised criticises criticized declared
    declares demanded denied described describes expects explained explains
    hoped insisted insists noted observed observes pledged pledges praised praises predicted predicts
    promised recalled recalls reckoned reckons rejected remarked replied reported said say says
    stated stressed stresses suggested suggests thinks told tells urged urges vowed vows warned warns
    welcomed welcomes writes wrote
    """.split()
)
"""What who says, thinks or promises a thing does, in the forms that stand behind a name."""

DOES = frozenset(
    """
    met meets visited visits signed signs took takes won wins lost loses led leads became becomes resigned resigns died
    dies arrived arrives returned returns flew flies spoke speaks refused refuses agreed agrees backed backs invited
    invites accepted accepts opened opens launched launches ordered orders joined joins appeared appears plans planned
    wants wanted wore smiled nodded voted votes faces faced fled flees seized seizes founded heads chaired chairs has had
    was is will would did does can could may might must
    """.split()
)
"""What a person or a body does, behind its name."""

_BASE = """
    accept accuse achieve acknowledge add adjourn admit adopt advance advise affect agree allege allow announce appear
    apply appoint approve argue arise arrange arrest arrive ask assert assess assume attach attend attract avoid bear
    beat become begin believe belong block bring broadcast build burn buy cancel capture carry cast catch cease choose
    cite clear climb collect combine come commit compare compete complain complete comprise concede conclude condemn
    conduct confirm consider consist constitute construct consult contain continue contribute convene convince cope
    create decide declare decline deepen defend defer define deliver deny depart depend describe deserve destroy detain
    determine develop die differ disagree disappear discuss dismiss displace dissolve dominate donate draw earn eject
    elect emerge employ enable encourage endorse enforce engage ensure enter erupt escalate establish evacuate examine
    exceed exclude exempt exist expand expect expel expire explain exploit explore express extend fail feel fill find
    finish flee fly follow forbid forge found gather generate get give go govern grow hang happen heal hear hide
    highlight hurt identify ignore impose improve include indicate infect inform inherit injure insist inspect install
    intend intensify introduce invade invest investigate invite involve join justify keep kill know lay learn leave lend
    let lie loom lose lower maintain make manage mean meet mention miss mourn negotiate obey oblige observe obtain occupy
    occur operate oppose organise organize oust outweigh overcome overrule oversee overtake owe permit persuade pick pose
    postpone pour predict prefer prepare preserve prevent prohibit promote prompt propose prosecute protect prove
    provide publish pull pursue push put qualify quit ratify react read realise realize rebuild receive recognise
    recognize recommend recover recruit reduce refer reflect refuse regain regard register regret reject relate rely
    remain remember remind remove renew replace represent require resign resist resolve respond restore restrict resume
    retain retire reveal ruin say secure see seek seem seize send separate serve settle shoot shrink shut sink sit slash
    soar solve speak spend steal submit succeed suffer suggest suppose survive suspend swear sweep swing take teach tell
    tend terminate thank think threaten throw transform treat trim undergo undermine understand undertake unite unveil
    update uphold urge vary veto violate vow wage want warn wash watch weaken weigh welcome widen withdraw withhold
    worsen write yield live stand start stay stop turn try talk work look hope help need call move show run set let
    hold face fall rise play pay pass offer sell sign speak split spread
"""
_IRREGULAR = """
    am are arose ate be became been began begun being bet bit blew bore born borne bought bound bred broke broken
    brought built burnt came caught chose chosen clung crept dealt did does doing done drawn drew driven drove drunk
    eaten fed fell fallen felt fled flew flown forbade forbidden forgave forgot forgotten fought found froze frozen gave
    given goes going gone got gotten grew grown had has have having heard held hid hidden hung is kept knew known laid
    lain led left lent lit lost made meant met paid quit ran rang rode risen rose rung said sank sat saw seen sent shaken
    shed shone shook shot showed shown shrank shut slept slid sold sought sown spent spoke spoken sprang sprung stole
    stolen stood struck stung sung sunk swam swept sworn swore swung taken taught thought threw thrown told took tore
    torn understood undertook undertaken underwent undergone upheld was wept went were withdrew withdrawn withheld woke
    woken won wore worn wound written wrote can cannot could may might must ought shall should will would
"""
NOUNS_TOO = frozenset(
    """
    act aim answer appeal approach attack attempt award back ban base battle block board boost broadcast build call
    campaign cast catch cause challenge change charge claim clash close collapse control cost count cover cross cut
    damage date deal debate decline decrease defeat delay demand deploy dispute divide doubt draft draw drive drop ease
    edge end escape estimate exchange exercise experience export face fall fear feel fight file finance find finish fire
    fit fix fly focus force forecast form fuel fund gain grant guarantee guard guide halt hand harm head help hit hold
    hope host hurt increase interview issue judge jump kill label lack land launch lead let lie lift limit link list live
    look lower make mark match matter mean means measure meeting mention monitor move name need note notice object offer
    open order outline pass pay permit pick place plan play pledge point poll praise present press produce promise
    protest pull push quarrel question quote raise range rank reach read recall record register regret release repair
    reply report request rescue rest result retreat return review rise risk rule run rush schedule score seal search
    sell separate set shake share shelter shift ship shot show sign sink slide slip slow speak split spread spur stand
    start state stay steal step stop store stress strike strip struggle suit sum supply support surge surprise surrender
    suspect sweep swing table talk target test throw tie top touch trace track trade train transfer travel treat trigger
    trust try turn update use veto view visit voice vote vow wage wait walk want watch weigh welcome win witness wonder
    work worry yield
    mining housing training funding planning building fishing farming trading lending spending pricing warming shipping
    banking testing licensing recycling drilling logging refining processing manufacturing engineering financing parking
    voting bombing shelling stockpiling landing boarding hearing understanding holding opening
    left found founding bound wound shed built
    """.split()
)
"""Forms that are nouns as often as verbs."""


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _forms(verb: str) -> tuple[str, ...]:
    """Return the regular forms in -ed and -ing: those are hardly ever nouns."""
    if verb.endswith("ee"):
        return verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied", verb + "ing"
    short = len(verb) <= 4 and verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou"
    doubled = short and verb[-3:-2] not in ("a", "e", "i", "o", "u")
    twice = doubled or verb in ("admit", "commit", "permit", "refer", "defer", "prefer", "expel")
    stem = verb + verb[-1] if twice else verb
    return stem + "ed", stem + "ing"


_NOUNS = frozenset((*NOUNS_TOO, *map(_third, NOUNS_TOO)))
VERBS = frozenset(
    form
    for verb in dict.fromkeys(
        (*_BASE.split(), *(one for one in sorted(NOUNS_TOO) if not one.endswith("ing")))
    )
    for form in (verb, _third(verb), *_forms(verb))
    if form not in _NOUNS
) | frozenset(_IRREGULAR.split()) - frozenset(("left", "found", "bound", "wound", "shed"))
"""Forms that are verbs in nearly every place: no phrase that is a term holds one."""
