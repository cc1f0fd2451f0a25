"""Patterns by which Japanese and English texts tell what to watch, and what is known."""

from __future__ import annotations

# --- Japanese -----------------------------------------------------------------------------

# A heading, or a sentence before a list, that announces open questions.
ANNOUNCES = (
    "注目(?!を集め|度|株|の的)|焦点|見どころ|みどころ|見所|見極め|論点|争点|問いかけ|への問い|問われ|宿題|行方|ゆくえ|カギ|鍵(?:を握|とな)|続報|ウォッチ|注視",
    "チェックポイント|チェックしたい|チェックリスト|フォロー|追いたい|追う(?:べき|ため|ときの|視点|と、|うえで|上で)|意識して|目を(?:配|向け|凝ら)|手がかり|手掛かり|試され|確かめたい|考えたい",
    "未解決|残る(?:課題|疑問|謎|論点|問題)|残された|積み残し|先を(?:読|見)|(?:疑問|不明)(?:点|な点)|気になる|見守|読み解く(?:視点|カギ|ポイント)|見る(?:視点|ポイント)",
    "(?:今後|これから|この先|次)(?:の|を|に)(?:課題|論点|展開|見通し|問い|ポイント|視点|展望|予定|読|見る|考え|疑問|関門|動き|注意)",
    "どう(?:読む|追う|見る)|何を見る|ここを見|分かれ目|試金石|ための問い|頭の片隅|覚えておき|書き留め",
)
# A heading, or a sentence before a list, that announces what is known: facts, members, pages.
INFORMS = (
    "これまで|経緯|経過|歩み|年表|歴史|成果|概要|あらまし|要点|まとめ|要旨|骨子|メンバー|加盟国|参加(?:国|者|校)|一覧|プロフィ|略歴|用語|柱|中身|内容|条文|規定|特徴|特色",
    "理由|背景|原因|データ|実績|数字で|できたこと|決まったこと|分かったこと|わかったこと|合意(?:した)?(?:事項|点)|主な(?:出来事|項目|内容|規定|発言|数字|ポイント|動き)|主要な",
    "関連|おすすめ|ランキング|あわせて読|合わせて読|出典|参考|資料|日程|スケジュール|プログラム|会場|アクセス|お問い合わせ|問い合わせ先|よくある質問|FAQ|使い方|材料|作り方",
    "手順|条件|内訳|結果|登場人物|顔ぶれ|出席者|発言|記事のポイント|ニュースのポイント|この記事",
)
# The end of an item that asks.
QUESTION = (
    r"(?:か|だろうか|でしょうか)(?:\([^()]*\))?[。?？]?$",
    "[?？]$",
    "どう(?:なる|する|動く|変わる)。?$",
)
# The end of an item that names what is not settled: 橋の着工時期.
OPEN_NOUN = (
    "(?:時期|行方|ゆくえ|動向|有無|是非|可否|成否|見通し|影響|対応|反応|進展|結果|扱い|規模|あり方|在り方|日程|出方|展開|推移|動き|方針|人選|後任|実効性|可能性|判断|対処|変化",
    "度合い|範囲|回数|順序|落としどころ|真偽|真相|態度|姿勢)。?$",
)
ASKING_WORDS = ("いつ|どの|どう|どこ|なぜ|何を|何が|誰|いかに|どれ|どんな|いくつ|いくら",)
# An item that tells what has happened: it begins with a date or ends in what was done.
FACT = (
    "^[0-9]{4}[年/.-]|^[0-9]{1,2}月[0-9]{1,2}日|^(?:午前|午後)?[0-9]{1,2}時",
    "(?:た|ました|だった|でした|採択|署名|一致|開催|決定|発表|合意|成立|完了|実現|達成|終了|負傷|死亡|放水|公表|移転)。?$",
)
# What was asked, or what somebody has said about it, is not the article's own question.
PAST = ("(?:た|ました|だった|でした)。?$",)
# A sentence that leads on to a list is no question itself.
LEADS_ON = (
    "次の(?:よう|[一二三四五六七八九0-9]|点|場面|項目|文書|問い|通り|とおり|視点)|以下の|[::]$",
)
# One of these is in every sentence that asks: a quick look before the long patterns.
MARKS = (
    "焦点|注目|たいのは|べき|必要がある|問われ|試され|鍵|カギ|かぎ|見どころ|みどころ|論点|争点|見極め|見逃せ|注視|気にな|見守|追|確かめ|考えたい|目が離せ|目を|予断",
    "不透明|未知数|見通せ|分かれ目|試金石|正念場|左右|課題|ポイント|分か|わか|決ま|はっきり|明らか|示され|関心|視線|関門|疑問|問題",
)

# か that asks, and not the end of 確か, 静か, 明らか, わずか, なか, ほか, どこか.
_ASK = "(?<![確静豊細遥僅穏速密厳朗鮮らしほずなば何誰こ])か"
# What a sentence asks; it stands before the words that call it open.
_CLAUSE = f"(?:{_ASK}|か否か|かどうか|行方|ゆくえ|動向|有無|成否|可否|是非|出方|展開|推移|時期|対応|判断|手腕|実効性|真価|姿勢|あり方|在り方|指導力|実行力|外交力|真剣度|本気度|覚悟|帰趨|今後|先行き|影響)"
_CALLED_OPEN = (
    "(?:焦点(?:と|に|だ|で|の)|注目(?:され|が集|点|したい|で|だ|の)|問われ|試され|鍵|カギ|かぎ|見どころ|みどころ|論点|争点|見極め(?:た[いく]|る必要|が)"
    "|見逃せ(?:ない|ません)|注視(?:し|され|が|する)|気にな|見守(?:り|る|ら)|追(?:いたい|って(?:お|い)き|い続け)|確かめたい|考えたい|目が離せ|目を(?:離せ|向け|凝ら)|予断を許さ"
    "|不透明|未知数|見通せ(?:ない|ません|ず)|分かれ目|試金石|正念場|左右|課題(?:と|に|だ|で)|ポイント(?:と|に|だ|で)|はっきりし(?:ない|ません|てい(?:ない|ません))"
    "|(?:まだ|なお|今も|いまだ|現時点では)[^。]{0,12}(?:分か|わか|決ま|はっきり|明らか|示され)[^。]{0,6}(?:ない|ません))"
)
_IS = "(?:だ|です|である|になる|となる|になります|となります|でしょう|だろう|にある|にあります)?"
# A running sentence that calls something open.
SENTENCE = (
    # …かどうかが焦点となる, …の行方が注目される, …かも見どころになります, …かを追っておきたい
    _CLAUSE + "(?:が|は|も|を|に|にも|をめぐって|こそ|という点が)、?[^。]{0,24}?" + _CALLED_OPEN,
    # 焦点は…かだ, 今後問われるのは…か
    (
        "(?:焦点|注目(?:される|されます)?の?点?|見どころ|ポイント|カギ|鍵を握るの|問われるの|気になるの|論点|次の関門|課題|問題|疑問)(?:は|が|となるのは|になるのは)、?[^。]*"
        f"(?:{_ASK}|行方|動向|成否|時期|対応){_IS}。?$"
    ),
    # まず確かめたいのは…かである
    f"(?:たいのは|すべきなのは|べきは|必要があるのは)、?[^。]*(?:{_ASK}|行方|動向|成否|時期|対応|点){_IS}。?$",
    # 今後は…が問われる: no clause, but what is ahead
    "(?:今後|これから|この先|次は|年内|来年|来月|来週|次回|当面)[^。]*[がはも]、?[^。]{0,10}(?:問われ|試され|焦点(?:と|に)な|注目され|カギ(?:と|に)な|鍵(?:と|に)な|鍵を握)",
    # …か、注目される
    f"{_ASK}、[^。、]{{0,12}}(?:注目|注視|見守|目が離せ|焦点|見極め|関心)",
    # …の対立も見逃せない, …から目が離せない: these ask by themselves, at the end
    "(?<!点)(?<!こと)(?<!事実)[もはをに](?:見逃せ(?:ない|ません)|見守りたい|見守る必要|注視したい|注視する必要|見極めたい|見極める必要|追っておきたい|追いかけたい|追い続けたい|注目したい)[^。]{0,8}。?$",
    "からも?目[がを]離せ(?:ない|ません)[^。]{0,8}。?$",
    # …の行方に注目だ
    _CLAUSE + "にも?[^。]{0,8}(?:注目|注視|目を|関心が|視線が)",
)

# --- English ------------------------------------------------------------------------------

ENGLISH_ANNOUNCES = (
    r"what to watch|what(?:'s| is| comes| happens)? next|to watch\b|watch (?:for|points?|list)|watching\b|open questions?|questions? (?:for|to|that|remain)|key questions?",
    r"unanswered|unresolved|looking ahead|the road ahead|what lies ahead|remains? (?:open|unclear|to be seen)|keep an eye|worth (?:watching|following|tracking)|still to come|next steps",
)
ENGLISH_INFORMS = (
    r"timeline|so far|background|key (?:facts|points|figures|dates|takeaways)|at a glance|what we know|in brief|summary|members?\b|participants|achievements?|outcomes?|related",
    r"read more|sources?\b|references?|also read|further reading|most read|who is who|faq|frequently asked",
)
ENGLISH_OPEN = (r"\?[\"')\]]*$|^(?:whether|how|when|who|what|where|which|why|if)\b",)
ENGLISH_FACT = (r"^(?:[12]\d{3}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)",)
ENGLISH_PAST = (r"\b(?:discussed|agreed|talked about|covered|adopted|reviewed)\b",)
ENGLISH_SENTENCE = (
    r"remains? (?:to be seen|unclear|uncertain|unknown|an open question|in doubt|open)",
    r"(?:is|are) (?:still )?(?:unclear|uncertain|not yet clear|far from certain|yet to be (?:decided|seen|determined))",
    r"(?:the|a|one|another|big|key|main|central|next) (?:\w+ )?question (?:now |will |that remains )?(?:is|will be|remains|becomes)",
    r"it is not (?:yet )?clear (?:whether|how|when|if|who|what)|will be (?:closely )?watch(?:ed|ing)|watch(?:ed)? (?:closely )?(?:for|whether|how|to see)",
    r"all eyes (?:are|will be|now)|worth (?:watching|following)|(?:will|would) (?:be a|prove a|be the) (?:\w+ )?test|attention (?:now )?(?:turns|will turn|shifts)",
    r"whether [^.]{3,160} (?:will depend|depends|is the|will be the|remains|is another|is a)",
)
ENGLISH_LEADS_ON = (r"(?:following|these) (?:points|questions|things)|:\s*$",)
