"""How English pages speak to their visitors; matched whatever the case of letters.

Every alternative needs words that hardly any sentence of a story has together.
"""

from __future__ import annotations

import re

from reader.sources.patterns import compiled, one_of

_SITE = one_of("""
    we|this (?:site|website|page)|our (?:site|website|partners)
    by (?:continuing|using|clicking|signing|subscribing|entering)
""")
_PIECE = one_of("""
    article|story|piece|post|version|report|essay|interview|conversation|transcript|episode
""")
_MADE = one_of("""
    appeared|published|produced|updated|corrected|amended|republished|translated|generated
    syndicated
""")
_EDITED = one_of("edited|condensed|part of")
_CHOSEN = one_of("cookies?|preferences|settings|choices")
_LETTERS = one_of("newsletters?|inbox|round-?up|briefings?|alerts")
_MAIL = one_of("e-?mail|message|newsletter")
_VERSION = "(?:an? (?:earlier |shorter |longer )?version of )?"
_WORK = one_of("reporting|editing|writing|graphics|research")
_SERIES = one_of("brief|issue|report|paper|working paper|bulletin|newsletter|letter")
_ASK = r"(?:\b(?:visit|contact|please|click)\b|:|@)"
_FAILS = one_of("can ?not|could not|does not|is not|is required")
WHOLE = compiled(rf"""
    {_SITE}\b.{{0,200}}\b(?:cookies?|privacy|terms of)\b.{{0,200}}
    (?:accept|reject|manage|customi[sz]e|allow)(?: all)?(?: {_CHOSEN})?
    (?:thanks|thank you) for (?:reading|subscribing|signing up|being a).{{0,160}}
    (?:sign up|subscribe|register|log ?in|sign ?in|upgrade to|start your)\b.{{0,120}}
    (?:become an? (?:member|subscriber|supporter)|join (?:us|now|our|the conversation))\b.{{0,120}}
    (?:already an? (?:subscriber|member)|not a (?:subscriber|member))\b.{{0,120}}
    want to (?:read|hear) more\b.{{0,120}}|donate(?: now| today)?
    support (?:our|independent|quality|local) (?:journalism|reporting|work).{{0,120}}
    (?:get|receive|discover|enjoy) .{{0,140}}\b{_LETTERS}\b.{{0,120}}
    privacy (?:notice|policy)\b.{{0,300}}|we use (?:google )?recaptcha.{{0,200}}
    {_VERSION}(?:this|the original) {_PIECE} .{{0,40}}\b{_MADE}\b.{{0,240}}
    (?:this|the) {_PIECE} (?:is|was|has been) (?:lightly )?{_EDITED}.{{1,160}}
    this (?:project|series|reporting|story) (?:was|is) (?:supported|funded).{{1,160}}
    .{{2,60}} (?:do|does) not work for, consult.{{1,200}}
    (?:corrections?|clarification|editor['’]s note|note to (?:readers|editors))\s?:.{{1,400}}
    (?:additional |further |with )?{_WORK}(?: and \w+)? by \w.{{1,200}}
    our standards\s?:.{{0,100}}|(?:to )?unsubscribe\b.{{0,160}}
    you(?:['’]re| are)? (?:receiving|received|getting) this (?:e-?mail|message|newsletter).{{0,160}}
    (?:view|open|read) (?:this {_MAIL} )?(?:in|on) (?:your )?(?:browser|web|app)\b.{{0,20}}
    update your (?:preferences|profile).{{0,60}}|manage (?:your )?preferences
    our mailing address.{{1,100}}
    was this (?:e-?mail|message|newsletter) (?:forwarded|sent) .{{1,60}}
    leave a (?:comment|reply)|discussion about this post
    (?:start|join) (?:a|the) (?:conversation|discussion).{{0,40}}
    link copied|comment icon.{{0,40}}|reuse this content|republish(?: this article)?.{{0,40}}
    was this (?:page|article|story|information|answer) (?:useful|helpful).{{0,40}}
    did you find this .{{1,60}}
    download (?:our|the) (?:[\w ]{{1,24}} )?app.{{0,60}}
    (?:policy )?{_SERIES}\s(?:no\.?|number|#)\s?\d{{1,4}}
    (?:vol(?:ume)?\.?|issue) \d{{1,4}}.{{0,30}}
    podcast|audio|gallery|slideshow|interactive|advertorial|paid post|premium|subscribers? only
    for immediate release|(?:embargoed|not for publication) until.{{1,60}}
    (?:media|press)(?: and \w+)? (?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|office)\s?:?.{{0,80}}
    (?:for (?:more|further) information|for inquiries|to learn more)\b.{{0,60}}{_ASK}.{{0,100}}
    click here\b.{{0,60}}|tap (?:here|to)\b.{{0,60}}|save articles?\b.{{0,40}}
    (?:copy|get) (?:the )?link
    (?:leer|lire|lesen|read|ler|leggi) (?:this )?(?:(?:article|story) )?(?:en|in|auf|em) \w+
    (?:this (?:video|audio|content|feature)|your browser|javascript) {_FAILS}.{{0,100}}
    (?:give|gift|unlock)(?: this)?(?: article| story)?|purchase licensing rights.{{0,30}}
    (?:opinions?|views?)(?: expressed)?(?: in this \w+)? are (?:those of|solely).{{0,160}}
    the views expressed\b.{{0,240}}|related (?:articles?|stor(?:y|ies)|video|content)\s.{{4,100}}
    story continues below.{{0,40}}|continue reading below.{{0,20}}
    scroll (?:down )?(?:to|for) .{{1,40}}
    skip (?:past|advert|promotion).{{0,60}}|end of (?:story|article|newsletter|promotion).{{0,30}}
    after (?:newsletter|the break) promotion|(?:ends|more to come|developing)
""")  # fmt: skip
PARTS = re.compile(
    r"\b(?:delivered|straight|direct(?:ly)?) to your inbox|\bcurated by our\b"
    r"|\bcontributed (?:reporting|to this (?:report|article|story))\b"
    r"|\brepublish (?:our|this|these)\b"
    r"|\bopens (?:in )?(?:a )?new (?:tab|window)"
    r"|\b(?:may|must) not be (?:published|reproduced|broadcast|rewritten|redistributed|copied)\b",
    re.IGNORECASE,
)
