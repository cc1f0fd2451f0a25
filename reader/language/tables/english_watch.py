"""How English texts say that something is open; matched whatever the case of letters."""

from __future__ import annotations

# --- headings, and sentences before a list --------------------------------------------------

ANNOUNCES_SURELY = (
    r"\bwhat (?:to|else to|i(?:['’]m| am| shall be| will be)|we(?:['’]re| are| will be)|you should|investors|analysts|markets|diplomats|observers)?\s?(?:watch(?:ing)?|look(?:ing)?)(?: out)?(?: for| at)?\b",
    r"\b(?:things?|points?|issues?|questions?|dates?|signs?|signals?|moments?|names?|places?|people|developments?|numbers?|indicators?) to (?:watch|follow|look (?:out )?for|track|monitor|keep an eye on)",
    r"\b(?:worth|to keep|keep(?:ing)?) (?:watching|following|tracking|an eye|your eye)|\bto watch(?: for| next| in \w+| this \w+| closely)?\s*:?$|^(?:the )?watch ?list\b|^watch(?:ing)? (?:for|points?|brief)\b",
    r"^(?:some |the |\w+ )?(?:big |key |main |central |hard |outstanding |remaining |unanswered |open |unresolved |unsettled |lingering |looming )+(?:questions?|issues?|points?|matters?|unknowns?|decisions?)",
    r"\bquestions? (?:that )?(?:remain(?:s|ing)?|ahead|still open|outstanding|yet to|for the|left|without answers|to be)\b|\bunknowns?\b|\bunfinished business\b|\bloose ends?\b|\bstill (?:open|undecided|unsettled|to be (?:decided|settled)|unclear|unknown)\b",
    r"\b(?:yet|still) to be (?:seen|decided|settled|answered|resolved)|remains? (?:open|unclear|unresolved|to be seen|undecided|unsettled|uncertain)|what (?:we|nobody|no one) (?:still )?(?:do(?:es)?n['’]t|do(?:es)? not) (?:yet )?know|what is(?:n['’]t| not) (?:yet )?(?:clear|known|settled|decided)",
    r"^(?:it|what) (?:is|remains) (?:still )?(?:not (?:yet )?|un)(?:clear|settled|decided|known|resolved)\b",
    r"\bon (?:our|my|the) (?:radar|watch ?list)\b|\b(?:sign|way)posts?\b|\btripwires?\b|\bflashpoints? ahead\b|\btests? (?:to come|ahead)\b|\bdecisions? (?:to come|ahead|pending)\b|\bhurdles? (?:ahead|to come|remaining)\b",
    r"\bwatch(?:ed)? (?:closely|for) (?:in|over|during|this|next)|\bwill be (?:watching|looking) for\b|\bto look (?:out )?for\b|\bwhat could (?:still )?(?:change|go wrong|derail)|\bpoints? to follow\b",
)
ANNOUNCES = (
    *ANNOUNCES_SURELY,
    r"\bwhat(?:['’]s| is| comes| happens| might come| could come| lies| follows| could happen| may happen)?(?: happens)? (?:next|now|ahead|after(?:wards| that| this)?)\b|\bwhere (?:next|now|to (?:next|now|from here)|(?:it|this|things) (?:goes?|leads?|heads?)(?: (?:next|now|from here))?)\b",
    r"\blooking (?:ahead|forward)|\bthe (?:road|path|way|year|months?|weeks?|days?) ahead|\bnext steps?\b|\bsteps? ahead\b|\bcoming up\b|\bstill to come\b|\bon the horizon\b|\bfrom here\b|\bwhat remains\b|\bthe next (?:phase|test|stage|chapter|hurdle|round)\b|\boutlook\b|\bthe unknowns?\b|\bagenda (?:ahead|for)\b",
    r"\bquestions?\b(?! and answers)|\bunanswered|\bunresolved|\bto (?:watch|follow)\b|\bmatters? (?:that )?(?:remain|are open)",
)
INFORMS = (
    r"\btimeline\b|\bso far\b|\bbackground\b|\bkey (?:facts|points|figures|dates|takeaways|findings|terms|players|numbers)\b|\bat a glance\b|\bwhat we (?:already )?know\b(?! about what)|\bin brief\b|\bsummary\b|\bmembers?(?:hip)?\b|\bparticipants?\b|\bachievements?\b|\boutcomes?\b|\bresults\b",
    r"\bread more\b|\bsources?\b|\breferences?\b|\balso read\b|\bfurther reading\b|\bmost read\b|\bwho(?:['’]s| is) who\b|\bfaqs?\b|\bfrequently asked\b|\bhistory\b|\bhow we got here\b|\bwhat (?:happened|changed|was agreed|the \w+ (?:says|does|means|contains))\b|\bby the numbers\b|\bthe (?:facts|story so far|basics|details)\b",
    r"\b(?:in this|on this) (?:guide|page|article|issue)\b|\bcontents\b|\brelated\b|\bdefinitions?\b|\bglossary\b|\bterms\b|\btakeaways?\b|\bhighlights?\b|\bwinners and losers\b|\bthe (?:deal|agreement|text|plan|law|treaty) in\b",
)
OPEN = (
    r"\?[\"')\]]*$",
    r"^(?:and |but |or |(?:exactly |just |precisely )?)(?:whether|how|when|who|whose|what|where|which|why|if|any|will|can|could|does|do|is|are)\b",
    r"\b(?:whether|due (?:in|on|by|before|within)|expected (?:in|on|by|to)|scheduled|deadline|next (?:meeting|round|step|week|month|year)|forthcoming|upcoming|possible|possibility|chances?|prospects?|fate|future|risk|response|reaction|decision|outcome|vote|ruling|verdict|talks|negotiations)\b",
)
FACT = (
    r"^(?:[12]\d{3}\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? (?:\d|[12]\d{3})|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
)
STATEMENT = (
    r"^(?!(?:whether|how|when|who|what|where|which|why|if|any|will|can|could)\b).*\b(?:was|were|had|has been|have been|signed|adopted|agreed|became|began|took|won|approved|entered|launched|reached|passed|ended|rose|fell)\b(?!.*\b(?:will|may|might|whether|if|could)\b)",
)
PAST = (
    r"\b(?:discussed|agreed|talked about|covered|adopted|reviewed|asked|answered|debated|included)\b",
)
LEADS_ON = (
    r"\b(?:following|these|the) (?:points|questions|things|issues|matters|dates|tests)\b[^.]{0,40}$|:\s*$|\bare (?:these|the following)\b|\b(?:two|three|four|five|six|seven) (?:\w+ ){0,2}(?:things|questions|points|issues|tests|unknowns|decisions|dates|signs)\b",
)

# --- running sentences ------------------------------------------------------------------------

_UNSURE = (
    r"(?:unclear|uncertain|unresolved|undecided|unsettled|unknown|unanswered|untested|in (?:serious |some |grave )?doubt|in question|in the balance|up in the air|up for grabs"
    r"|anyone['’]s guess|anybody['’]s guess|hard to (?:say|tell|predict|know|foresee)|difficult to (?:say|tell|predict|know|foresee)|impossible to (?:say|tell|predict|know|foresee)"
    r"|too (?:early|soon) to (?:say|tell|know|judge)|an open question|open questions|a matter of (?:debate|dispute|conjecture)|harder to (?:say|tell|predict)|less (?:clear|certain)"
    r"|yet to be (?:decided|seen|determined|settled|resolved|agreed|named|set|announced|fixed|tested|worked out|published|confirmed)|not (?:yet |at all |entirely |so |even )?(?:clear|certain|settled|decided|known|assured|guaranteed|in sight)"
    r"|far from (?:clear|certain|settled|over|decided|assured|guaranteed)|by no means (?:clear|certain|settled|assured|guaranteed)|anything but (?:clear|certain|settled)|still (?:open|undecided|up for)"
    r"|a question mark)"
)
_ASK = r"(?:whether|if|how|when|who|whose|what|where|which|why)"
SENTENCE: tuple[tuple[str, str], ...] = (
    (
        "remain remains",
        rf"\bremains?(?: to be (?:seen|decided|determined|settled|resolved|agreed|worked out|tested|proved|proven)|(?: (?:still|as yet|wholly|largely|entirely|deeply|very much|highly|somewhat))? (?:{_UNSURE}|open))\b",
    ),
    (
        (
            "unclear uncertain unresolved undecided unsettled unknown unanswered untested doubt question"
            " questions balance air grabs guess say tell predict know foresee judge open debate dispute conjecture"
            " clear certain yet settled decided known assured guaranteed sight over mark"
        ),
        rf"\b(?:is|are|isn['’]t|aren['’]t|seems?|looks?|will be|['’]s)(?: (?:still|also|now|as yet|wholly|largely|entirely|deeply|very much|highly|far|equally|therefore|just as|even|anything but|at best))? {_UNSURE}\b",
    ),
    (
        "question questions",
        r"\b(?:the|a|an|one|another|their|his|her|its) (?:\w+ ){0,3}?questions? (?:now |then |that (?:remains|hangs|looms|matters)[^,.]{0,40} |of the [a-z]+ |for [^,.]{2,50} |hanging over [^,.]{2,50} |facing [^,.]{2,50} )?(?:is|remains|becomes|will be|are) (?:now |still |how |whether |not |what |who |when |if |where |which |why |an? )",
    ),
    (
        "question questions open doubt doubts uncertainty",
        rf"\bquestions? (?:still )?(?:remains?|linger|hangs?|looms?|persists?)\b|\bquestion marks? (?:still )?(?:hangs?|remains?|over)\b|\braises? (?:the|a|new|fresh|another) questions? (?:of|about|over) {_ASK}\b|\bleaves? open\b|\b(?:doubts?|uncertainty) (?:remains?|persists?|lingers?|hangs?)\b",
    ),
    (
        "depend depends hinge hinges rest rests turn turns",
        r"\b(?:much|a lot|a great deal|everything|success|the outcome|the answer|the rest|all|that|it|the result|what happens next)(?: \w+)? (?:will |may |could |now |also )?(?:depends?|hinges?|rests?|turns?)(?: (?:largely|heavily|in part|partly|much|mostly|ultimately|now|entirely|chiefly))? (?:on|upon)\b",
    ),
    (
        "depend depends hinge hinges rest rests turn turns comes",
        rf"\b(?:depends?|hinges?|turns?|rests?)(?: (?:largely|heavily|in part|partly|much|mostly|ultimately|now|entirely|chiefly|less|more))? (?:on|upon) (?:{_ASK}\b|the (?:outcome|result|answer|reaction|response|fate|next|votes?)\b)|\bcomes down to {_ASK}\b",
    ),
    (
        "depend hinge turn rest",
        r"\bwill (?:(?:largely |in part |also |partly )?depend|hinge|turn|rest)\b[^.]{0,40}\bon\b",
    ),
    (
        (
            "watch watched watching scrutinised scrutinized scrutinising scrutinizing looking waiting listening"
            " look wait"
        ),
        r"\b(?:will be|are|is|be)(?: \w+)? (?:watch(?:ed|ing)|scrutini[sz](?:ed|ing))(?: (?:closely|carefully|for|whether|how|to see|if|what|in|by|with)\b|[.])|\bwill (?:be (?:looking|waiting|listening)|watch|look|wait) (?:closely |carefully |out )?(?:for|to|whether|how|at|and)\b|\bwatch(?:ing|ed)? (?:closely |carefully )?(?:for (?:signs?|any|the next|hints?|clues?)|to see|whether|how)\b",
    ),
    (
        "eyes watch watching following eye look looking attention focus spotlight pressure",
        r"\b(?:all )?eyes (?:are|will be|now|turn|will turn|will now)\b|\b(?:worth|one to|ones to|something to|the thing to|a date to|things to) watch(?:ing|)\b|\bworth following\b|\bkeep an eye on\b|\blook(?:ing)? out for\b|\b(?:attention|focus|the spotlight|the pressure)(?: \w+)? (?:now |will |then )?(?:turns?|shifts?|moves?|is now|will be|falls?)\b",
    ),
    (
        (
            "test tests hurdle hurdles milestone milestones deadline deadlines flashpoint flashpoints showdown"
            " showdowns battleground battlegrounds point points moment indicator gauge measure sign"
        ),
        r"\b(?:the|a|an|another|its|their|his|her) (?:\w+ ){0,3}?(?:test|hurdle|milestone|deadline|flashpoint|showdown|battleground|turning point|moment of truth|sticking point)s? (?:will (?:be|come)|is|comes?|now|lies?|looms?|may come|could come|ahead|is likely|for [^.]{2,40} will)\b|\bwill (?:be|prove|become) (?:an?|the|their|its|his|her) (?:\w+ )?(?:test|indicator|gauge|measure|sign) (?:of|for|in|whether)\b|\bwill (?:be put to the |face an? \w* ?)test",
    ),
    (
        "whether if how when who what where which why whose",
        rf"\b(?:the|a) (?:first|second|third|fourth|fifth|last|final|next|other|another)(?: \w+)? is (?:whether|if|how|when|who|what)\b|^(?:another|one|a (?:second|third|fourth|further)|the (?:first|second|third|last|other|big|biggest|main))\b[^,.]{{0,30}} is {_ASK}\b",
    ),
    (
        "yet",
        r"\b(?:has|have|had)(?: also| still| itself| themselves)? yet to (?:say|decide|announce|agree|set|name|publish|confirm|respond|ratify|sign|approve|choose|fix|settle|reply|comment|show|commit|explain|spell out|declare|rule)\b",
    ),
    (
        "not",
        rf"\b(?:has|have) not (?:yet )?(?:said|decided|announced|agreed|set|named|published|confirmed|settled|fixed|disclosed|indicated|made clear|ruled out|made up)\b[^.]{{0,40}}\b(?:{_ASK}|a date|its position|their position|its mind|their minds)\b",
    ),
    (
        "no",
        r"\bno (?:\w+ ){0,3}?(?:date|decision|timetable|deadline|schedule|site|agreement|replacement|successor|place|venue|answer|timeline|plan|deal|one|government|court)(?: (?:or|and) \w+)?(?: \w+){0,4}? (?:has|have) (?:yet |so far |been |said |offered |promised |volunteered |agreed )",
    ),
    (
        "nobody no few neither guess tell see",
        r"\b(?:nobody|no one|few|neither side|neither)(?: \w+){0,4}? (?:knows?|can say|can tell|will say|dares?|yet knows?|is sure|are sure|seems? to know|can predict|could say|expects? an answer)\b|\bit is (?:anyone|anybody)['’]s guess\b|\bwill tell(?=[.,;]|$| whether| how| if)|\bwe (?:shall|will|['’]ll) see\b",
    ),
    (
        "interesting important worth instructive see know find remains",
        rf"\bit (?:is|will be|would be)(?: also| still)? (?:interesting|important|worth|instructive)[^.]{{0,20}} (?:to see|seeing|asking|watching) {_ASK}\b|\b(?:would|shall|want|wants|waiting|hope|eager|curious) (?:like |be curious )?to (?:see|know|find out) {_ASK}\b|\bremains? an? (?:open|live|big|unanswered|real)\b",
    ),
    (
        "decide determine show reveal tell settle shape decisive crucial critical telling pivotal",
        rf"\bwill(?: also| now| ultimately| then| largely| help| in turn| soon| eventually)? (?:decide|determine|show|reveal|tell|settle|shape) (?:{_ASK}|the fate|the outcome|the future|its fate|much)\b|\bwill (?:be|prove) (?:decisive|crucial|critical|telling|pivotal)\b",
    ),
    (
        "decide choose settle rule determine say announce",
        rf"\b(?:must|will have to|has to|have to|needs? to|is to|are to|is due to|are due to|is expected to|are expected to|is set to|are set to)(?: \w+){{0,2}} (?:decide|choose|settle|rule|determine|say|announce)(?: [^.,]{{0,40}})? {_ASK}\b",
    ),
    (
        "weighing considering debating deciding divided split odds undecided unsure uncertain dark",
        rf"\b(?:weighing|considering|debating|deciding|divided (?:over|on|about)|split (?:over|on)|at odds over|undecided (?:on|about)|unsure|uncertain|in the dark about) {_ASK}\b",
    ),
    (
        "there could may might jury balance showdown fight test headed heading",
        r"\bthere (?:is|are) (?:no|little|few) (?:guarantees?|certainty|assurances?|sign|telling|way of knowing|clarity|answers?)\b|\b(?:could|may|might) yet (?:fail|fall|change|unravel|collapse|derail|decide)\b|\bthe jury is (?:still )?out\b|\bstill (?:hangs|hang) in the balance\b|\b(?:is|are) (?:in for|headed for|heading for) a (?:showdown|fight|test)\b",
    ),
    (
        "whether how when who which",
        r"^(?:and |but |yet |so |just |exactly |quite |for now,? |still,? )*(?:whether|how (?:long|far|much|soon|many|quickly|fast|well|the|a|an|this|that|it|they|he|she|we|such|these|those|[a-z]+ly)|when|who|which)\b[^.?]{6,220}? (?:will (?:depend|be|become|decide|determine|shape|show|tell|take|turn|remain|matter|hinge)|is (?:for|another|a |an |now|still|less|harder|up to|not|yet|likely|expected|the |what|open)|depends|remains|(?:nobody|no one) (?:knows|can|will)|has (?:yet|not)|may (?:decide|be|depend|not|matter|become)|could (?:decide|be|depend)|are (?:still|not|now|open|another))",
    ),
    (
        "where what",
        r"^(?:and |but |yet |so |just |exactly )*(?:where|what)\b[^.?]{6,160}? (?:will (?:depend|decide|determine|matter|hinge)|is (?:another|still|less|harder|not|anyone)|depends|remains|nobody|no one)\b",
    ),
)
"""Words of which such a sentence has one, looked for first because it is quick, and what it says."""

NOT_OPEN = (
    r"\b(?:was|were) (?:unclear|uncertain|unknown|not (?:clear|known|certain)|in doubt|too early)\b|\bremained (?:unclear|unknown|uncertain)\b|\bthe (?:\w+ )?question (?:was|had been)\b|\bno (?:longer )?(?:question|doubt) (?:that|about)\b|\bquestion of time\b",
    r"\bno doubt\b(?! about whether)|\bbeyond doubt\b|\bout of the question\b|\bwithout question\b|\bthe answer (?:is|was) (?:yes|no)\b",
)
AHEAD = (r"\b(?:will|may|might|could|until|unless|whether|how (?:long|far|much|soon|many))\b",)
