"""Patterns by which English texts say what a word means; matched with curly quotes folded."""

from __future__ import annotations

_KINDS = (
    "(?:act|agency|agreement|aircraft|alliance|amount|animal|approach|area|arrangement|array|art|asset|assembly|assessment|attempt|body"
    "|branch|bundle|category|chain|charge|chemical|class|clause|cloud|coalition|collection|committee|compound|commitment|concept"
    "|condition|consortium|contract|convention|council|court|currency|custom|decision|declaration|deed|delta|device|disease|disorder|doctrine"
    "|document|drug|duty|element|estimate|event|expanse|facility|family|fee|field|figure|fluid|force|form|formula|forum|framework|fuel"
    "|fund|gap|gas|gene|grant|grid|group|grouping|guarantee|guideline|illness|index|infection|initiative|instrument|insurance|island|kind|label|landmass|law"
    "|layer|levy|licence|license|limit|line|link|liquid|list|loan|machine|map|market|material|means|measure|mechanism|meeting|metal|method|mineral"
    "|mission|mix|mixture|model|molecule|moratorium|movement|name|network|norm|notice|number|obligation|offence|offense|office|official|operation"
    "|order|organi[sz]ation|organism|pact|panel|part|partnership|patrol|payment|penalty|permit|phenomenon|phrase|piece|pigment|plan|plant|plot|point"
    "|policy|pool|portion|position|power|practice|prefix|price|principle|procedure|proceeding|process|product|programme|program|project|promise|property|protein"
    "|protocol|provision|rate|ratio|reactor|record|region|register|regulation|relief|report|requirement|reserve|resource|response|restriction|review|right"
    "|ritual|rock|route|rule|ruling|sanction|scheme|science|sea|sentence|sequence|series|service|set|settlement|ship|short ?cut|shorthand|sign|signal|site|situation|slab|software"
    "|sort|space|species|spell|stage|standard|state|statement|status|step-by-step|strategy|stretch|strip|structure|substance|sum|survey|system|tactic|target|tariff|tax"
    "|technique|technology|term|test|text|theory|threshold|tie|title|tool|trade|treatment|treaty|trial|tribunal|type|unit|vaccine|vehicle|vessel"
    "|virus|vote|waiver|warning|waterway|way|weapon|word|zone)s?"
)
_ADJECTIVES = r"(?:[\w'-]+,? (?:and )?){0,5}?"
_SETS_APART = r"(?:that|which|who|whose|under|by|in|of|for|where|when|whereby|between|to|with|from|on|set|made|used|held|given|kept|run|led|meant|designed|taken|signed|agreed|paid)"
_NAME = r"[A-Z][\w&.'-]*(?: (?:[A-Z][\w&.'-]*|of|the|on|for|and|\d+))*(?<! of)(?<! the)(?<! and)(?<! for)(?<! on)"
_PHRASE = r"[a-z][\w'-]*(?: [\w'-]+){0,4}?"
_ANY = r"(?:[\"']?(?:" + _NAME + r"|[A-Z]?" + _PHRASE + r")[\"']?)"
_BESIDE = r"(?: \((?:say )?[^()]{1,40}\)|, (?:or|also called|also known as|formerly called|formerly known as|formerly|short for|in [\w' ]+|as [\w' ]+)[^,]{0,50},)?"
_BE = r"(?:is|are|was|were)"
_USUALLY = r"(?:,? (?:usually|generally|in general|normally|typically|essentially|basically|simply|in effect|in law|broadly))?,?"

WHOLE: tuple[tuple[str, bool], ...] = (
    # Snapback refers to …; Consensus, in the vocabulary of the United Nations, refers to …
    (
        rf"(?:The (?:term|word|phrase|expression|acronym|name) )?(?:(?:An?|The|In [\w ]+, an?) )?[\"']?(?P<term>[A-Za-z][\w'&-]*(?: [\w'&-]+){{0,5}}?)[\"']?{_BESIDE}(?:, in [^,]{{3,60}},)? (?:refers to|means|stands for|is short for|{_BE} defined as|denotes|is the (?:term|name|word|official name) for|is another (?:name|word) for|describes) (?P<said>.+)",
        True,
    ),
    # A summit is a meeting that …
    (
        rf"(?:(?:But |And |So )?An? |In [\w ]+, an? )[\"']?(?P<term>(?:{_PHRASE}|[A-Z][\w-]*(?: [\w-]+){{0,3}}?))[\"']?{_BESIDE} {_BE}{_USUALLY} (?P<said>(?:an?|the) (?:[\w'-]+,? ){{1,8}}?(?:{_SETS_APART}|as|raised|built|left|found|put|known)\b.+)",
        True,
    ),
    # Enrichment is the process of …; Mpox, formerly called monkeypox, is a viral disease that …
    (
        rf"(?:The )?(?P<term>[A-Z][\w'-]*(?: [\w'&-]+){{0,4}}?){_BESIDE} {_BE}{_USUALLY} (?P<said>(?:an?|the|one of the) {_ADJECTIVES}{_KINDS}\b(?:,? {_SETS_APART}\b).+|what (?:is|are|remains|happens|people|[\w]+s call)\b.+)",
        True,
    ),
    # The point where all this comes ashore is known as a landing station.
    (
        rf"(?P<said>(?:An?|The|This|Such an?|Any) .{{8,160}}?),? {_BE} (?:known|referred to|described) as (?:an?|the)? ?[\"']?(?P<term>{_PHRASE}|{_NAME})[\"']?[.;]",
        False,
    ),
    # Remittances are the money that …; Proportional representation, under which …
    (
        r"(?P<term>[A-Z][a-z]+(?: [a-z][\w-]+){0,3}) are (?P<said>(?:the )?[\w' -]{3,60}? (?:that|which|who|whose|used|made|left)\b.+)",
        False,
    ),
    (
        r"(?P<term>[A-Z][a-z]+(?: [a-z][\w-]+){1,3}), (?P<said>(?:(?:under|in|by|through) which|whereby) [^;:—]+?)(?=[.;:—]|$)",
        False,
    ),
    # Gilt yields, the interest that the government pays on its bonds, …
    (
        r"(?P<term>[A-Z][a-z]+(?: [a-z][\w-]+){1,3}), (?P<said>(?:the|an?) (?:[\w'-]+ ){1,4}?(?:that|which|of|for|on|in which)\b[^;:—,]+)(?=,)",
        False,
    ),
)
"""Patterns for a sentence from its start, each with whether it may define a name."""

INSIDE: tuple[tuple[str, bool, tuple[str, ...]], ...] = (
    # a repeater, a device that …; grey-zone tactics, meaning …
    (
        rf"\b(?:an?|the) (?P<term>{_PHRASE})(?: \([A-Z][\w.-]{{1,9}}\))?, (?P<said>(?:an?|the) {_ADJECTIVES}{_KINDS} (?:that|which|of|for|in which|by which|used|meant|whereby|between)\b[^;:—]+?)(?=, (?:and|but|said|says|which has|who)\b|[.;:—]|$)",
        False,
        (", a", ", the "),
    ),
    (
        rf"(?P<term>\b{_PHRASE})(?: \([A-Z][\w.-]{{1,9}}\))?, (?:meaning|that is,|i\.e\.,?|in other words,|which means|defined as) (?P<said>[^;:—]+?)(?=[.;:—]|$)",
        False,
        (", meaning", ", that is", ", i.e", ", in other", ", which means", ", defined"),
    ),
    (
        rf"\b(?P<term>{_PHRASE}) \([A-Z][\w.-]{{1,9}}\), (?P<said>(?:under|in|by|through) which [^;:—]+?|whereby [^;:—]+?)(?=[.;:—]|$)",
        False,
        ("), ",),
    ),
    (
        rf"\b(?:(?:the|an?) )?(?P<term>{_PHRASE}), (?P<said>the (?:body|hundreds|dozens|thousands|group|set|name|practice|process|art|act|idea|principle|amount|number|rate|share|sum|total|area|part|period|right|power|system|line|body|list|minimum|maximum|price|cost) (?:of|to|for|that|given)\b[^;:—]+?)(?=[.;:—]|$)",
        False,
        (", the ",),
    ),
    # trialling cloud brightening, in which seawater is sprayed …; emergency arbitration, a power to …
    (
        r"(?<!the )(?<!a )(?<!an )\b(?P<term>[a-z][\w-]+(?: [a-z][\w-]+){1,2}), (?P<said>(?:(?:under|in|by|through) which|whereby) (?!.*\b(?:was|were|had|died|killed|took|fell|rose)\b)[^;:—]+?)(?=[.;:—]|$)",
        False,
        (" which ", ", whereby"),
    ),
    (
        rf"(?<!the )(?<!a )(?<!an )\b(?P<term>[a-z][\w-]+(?: [a-z][\w-]+){{1,2}}), (?P<said>an? {_ADJECTIVES}{_KINDS} (?:that|which|to|in which|by which|used|meant|whereby)\b[^;:—]+?)(?=, (?:and|but|said|says)\b|[.;:—]|$)",
        False,
        (", a",),
    ),
    # The High Ambition Coalition (HAC), an alliance led by …,
    (
        rf"(?<![\w-])(?!The\b|A\b|An\b|In\b)(?P<term>{_NAME}(?: (?:dam|camp|crater|canal|reef|pipeline|project))?)(?: \([A-Z][\w. -]{{1,14}}\))?, (?P<said>an? {_ADJECTIVES}{_KINDS} (?:of|that|which|led|run|set|made|founded|created|signed|agreed|between|under|for|to|by|meant|designed|used|known|based|responsible|charged)\b[^,;:—]+(?:, [^,;:—]+)?)(?=,|[.;:—]|$)",
        True,
        (", a",),
    ),
    # — a tax on imports —
    (
        rf"\b(?P<term>{_PHRASE}|{_NAME})(?: \([A-Z][\w. -]{{1,14}}\))? (?:—|–|--) (?P<said>(?:an?|the|that is,) {_ADJECTIVES}{_KINDS}\b[^—–]+?)(?= (?:—|–|--)|[.;]|$)",
        True,
        ("—", "–", "--"),
    ),
)
"""Patterns for a place in a sentence, each with what a sentence has that they fit."""

NO_TERM = (
    r"(?:[\"'])?(?:it|this|that|these|those|he|she|they|we|you|i|which|what|there|one|such|the|his|her|its|their|our|my|who|another|other|same"
    r"|move|decision|result|question|problem|issue|idea|plan|point|aim|goal|way|thing|fact|reason|answer|deal|first|second|third|last|next|day|week"
    r"|month|year|time|man|woman|person|country|government|place|part|group|here|all|some|most|many|both|each|nothing|everything|something|in|on|at"
    r"|for|with|by|from|of|to|as|but|and|or|so|if|when|while|after|before|because|though|although|monday|tuesday|wednesday|thursday|friday|saturday"
    r"|sunday|now|then|today|yesterday|tomorrow|however|meanwhile|also|still|instead)\b"
)
NOT_A_MEANING = (
    r"(?:not|no|never|nothing|that|this|it|he|she|they|we|you|there|different|another|likely|more|less|much|little|very|so|too|well|good|bad|trouble"
    r"|a (?:big|huge|small|long|short(?! ?cut)|good|bad|great|major|minor|clear|serious|real|new|further|heavy|hard|tough|sharp|severe|significant|second|third"
    r"|key|crucial|vital|critical|welcome|historic|dangerous|worrying|possible|potential|first|rare)\b"
    r"|the (?:first|second|third|last|latest|next|best|worst|most|only|main|biggest|largest|smallest|oldest|newest|same|right|wrong|key|end|start)\b"
    r"|an? (?:matter|question|sign|step|blow|boost|victory|defeat|disaster|success|failure|mistake|problem|risk|threat|test|chance|reminder|result"
    r"|reason|surprise|setback|milestone|turning|way (?:off|to go)|example|lot|bit|few|priority|compromise|win|loss|must|start|beginning)\b)"
)
