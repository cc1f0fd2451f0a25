"""Patterns by which Japanese and English texts say what a word means."""

from __future__ import annotations

# --- Japanese: Xとは、…です。 ----------------------------------------------------------------

# Xとは followed by one of these compares, denies or goes with X, and defines nothing.
NO_DEFINITION = (
    "(?:限ら|言え|いえ|いうもの|言って|いって|言い切れ|いい切れ|言いがた|言い難|言えな|別(?:に|の|で|物)|距離|矛盾|異な|違|無関係|関係な|対照的|裏腹|逆|反対|ほど遠|程遠"
    "|一線|思え|思わな|考えにく|考えられ|見な|みな|なら|いかな|し[なたて]|せず|何|なに|どう|なぜ|比べ|同じ|似)"
)
COPULA = "(?:のこと)?(?:です|である|だ|であります|なのです|なのだ)?。?$"
# The end of a sentence that says: this is what the word means.
MEANS = (
    "(?:(?:のこと)?を(?:指す|指します|指している|指しています|いう|いいます|言う|言います)|を(?:意味する|意味します|意味している)"
    "|の(?:略称?|頭文字|意味|意|こと)(?:です|である|だ|をいう|を指す|で)?|という意味(?:です|である|だ|の言葉(?:です|である|だ)?)?)。?$"
)
# The same where the subject has no とは: only ends that are hardly used for anything else.
SUBJECT_MEANS = (
    "(?:(?:のこと)?を(?:指す|指します|指している|指しています)|(?:こと|もの|状態|仕組み|制度|立場|現象|人|組織|行為)を(?:いう|いいます|言う|言います)"
    "|の(?:略称?|頭文字|こと)(?:です|である|だ|をいう|を指す|で)?|という意味(?:です|である|だ|の言葉(?:です|である|だ)?)?)。?$"
)
# A definition that the sentence does not end with.
BREAKS_OFF = "(?:(?:だ|です|である|であります)(?:が|けれども)|のこと(?:で|であり))、"
NEGATED = "(?:では?|じゃ)な(?:い|く|かった)|でも(?:ある|あります)。?$|ません。?$"
# …する仕組みを「X」と呼ぶ。
CALLED = "を(?:[^を。、]{0,8}、)?[「『]?(?P<term>[^「」『』、。をはが]{2,20})[」』]?と(?:呼ぶ|呼びます|いう|いいます|言う|言います|呼んでいる|呼んでいます)。?$"
KIND = "(?:こと|もの|仕組み|制度|状態|現象|手法|技術|考え方|方式|行為|組織|機関|協議|権利|地域|物質|病気|化合物|仕事|人々|人)$"
# X(…すること)
GLOSS = r"\(([^()\n]{8,60}(?:こと|の略|の略称|の総称|の通称|する(?:仕組み|制度|技術|組織|機関|権利|手法)))\)"
BEGINNING = "(?:なお|また|ちなみに|そもそも|ここでいう|ここで言う|いわゆる|この|その|つまり)、?$"

# --- English ------------------------------------------------------------------------------

_TERM = r"(?:(?:An?|The|In this context,? an?) )?(?P<term>[A-Za-z][\w'’&-]*(?: [\w'’&-]+){0,5})(?: \([A-Z][\w.]+\))?"
REFERS = (
    _TERM
    + r"(?:,? in (?:this context|diplomacy|law|general),?)? (?:refers to|means|is defined as|is the (?:term|name|word) for|is short for|stands for|denotes) (?P<said>.+?)[.]?$"
)
# "A summit is a meeting …": an article before a common word, a kind, and what sets it apart.
IS_A = (
    r"An? (?P<term>[a-z][\w'’-]*(?: [\w'’-]+){0,4}) is (?P<said>(?:usually |generally |in general |normally |typically )?(?:an?|the) "
    r".*\b(?:that|which|who|whose|under|by|in|of|for|where|between|to)\b.+?)[.]?$"
)
NOT_A_MEANING = r"^(?:not|no|never|nothing|that|this|it|different|another|likely|more|less)\b"
NO_TERM = r"^(?:it|this|that|he|she|they|we|which|what|there|one|the move|the decision|the result|the question|the problem)\b"
