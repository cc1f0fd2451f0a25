"""The page around a story: share buttons, related links, menus, breadcrumbs, tags, kickers."""

from __future__ import annotations

import re

from reader.sources.patterns import EDGE, compiled, one_of
from reader.sources.wide import columns, narrow

# All patterns are matched against the whole line with full-width letters folded.

_LISTS = compiled(r"""
    関連(?:する)?(?:記事|ニュース|リンク|トピックス?|コンテンツ|動画|特集|ワード|ページ|商品)(?:一覧|はこちら)?
    (?:あわせて|合わせて|併せて|こちらも|次に)(?:読みたい|読む|読まれている|どうぞ|おすすめ)(?:の?記事)?
    (?:あなたに?|編集部の?|今週の?|本日の?)?(?:おすすめ|オススメ|お薦め|イチオシ)の?(?:記事|ニュース|動画|特集|連載)?
    (?:人気|注目|最新|新着|話題)の?(?:記事|ニュース|トピックス|動画|コンテンツ|特集|連載)(?:一覧|top\s?\d+)?
    (?:人気|話題|関連)の?(?:キーワード|タグ)
    (?:(?:アクセス|記事|人気|閲覧数?|週間|月間|デイリー|総合|よく読まれている記事の?)\s?)*ランキング(?:top\s?\d+)?
    (?:今|いま)?(?:よく|一番|最も)?読まれている記事
    この記事を読んだ(?:人|方)(?:は|に|へ).{0,24}|この記事を読んでいる(?:人|方)(?:は|に|へ).{0,24}
    ピックアップ|特集一覧|連載一覧|バックナンバー|トップニュース|主なニュース|新着(?:情報)?
    お知らせ
    (?:同じ|この)(?:カテゴリー?|著者|筆者|シリーズ|連載|特集)の.{0,8}記事.{0,4}
    前後の記事|(?:前|次|他|ほか)の記事
    目次|もくじ|(?:この記事の)?(?:目次|もくじ)|(?:table of )?contents
    (?:in|on) this (?:article|page|guide|explainer|report|issue|section|story|post|newsletter)
    コメント(?:一覧|欄)?
    (?:you )?(?:may|might) also like
    related(?: (?:articles?|stor(?:y|ies)|news|links?|content|topics|coverage|reading))?
    read (?:more|next|also)|see also|also read|further reading|up next|what to read next
    more (?:on this(?: story)?|stories|news|from .{1,40}|like this)
    most (?:read|popular|viewed)|trending(?: now)?|recommended(?: (?:for you|stories|reading))?
    go deeper|explore more(?: on these topics)?|(?:suggested|related|more|popular) topics|topics
    in this story|keep reading
    what (?:we['’]re|else to) read(?:ing)?|you may have missed|in case you missed it|catch up
    on the agenda|elsewhere
    popular(?: (?:stories|now|posts))?|latest(?: (?:news|stories|headlines))?|recent posts
    editors?['’]s? picks?|top stories|don['’]t miss|newsletters?|comments?
""")
_SERVICES = one_of(r"""
    facebook|twitter|x|line|はてな(?:ブックマーク)?|はてブ|pocket|instagram|youtube|linkedin
    reddit|whatsapp|telegram|e-?mail|メール|note|threads|bluesky|mastodon|url|リンク
    x\(旧twitter\)
""")
_DEEDS = one_of(r"""
    シェア|共有|ツイート|ポスト|保存|ブックマーク|印刷|クリップ|いいね!?|フォロー|リポスト|送る
    コピー|投稿
""")
_THING = "(?: (?:article|story|page))?"
_BUTTONS = compiled(rf"""
    (?:この記事を|この記事の|記事を|ページを)?{_DEEDS}(?:する|ボタン|して(?:ね|ください))?(?:\s?[\d,.万]+)?
    {_SERVICES}(?:\s?(?:で|に|を){_DEEDS}(?:する)?)?
    (?:この|本)?(?:記事|ページ)(?:を|の)(?:{_SERVICES}|リンク)(?:で|に|を)?{_DEEDS}?(?:する)?
    (?:url|リンク|アドレス)(?:を|の)コピー(?:する)?
    (?:{_SERVICES}|{_DEEDS})(?:する)?(?:\s+(?:{_SERVICES}|{_DEEDS})(?:する)?)+
    (?:この記事の?)?(?:続き|全文|もっと|記事全文|詳しく|詳細)(?:を|は)?(?:読む|見る|こちら)(?:に?は.{{0,20}})?
    続きを(?:読む|見る).{{0,24}}|すべて(?:見る|表示)|一覧(?:へ|に)?(?:戻る|を見る|はこちら)?
    (?:元の?記事|原文)(?:を読む|はこちら|へ)|公式.{{0,12}}はこちら|(?:記事)?id\s?[:]\s?\w{{2,24}}
    第\d+号
    (?:ニュースレター|メルマガ|メールマガジン)(?:に|を)?(?:登録|購読|申し込む).{{0,10}}
    (?:次|前)の?(?:ページ|記事)(?:へ|を読む)?(?:\s.{{1,60}})?
    広告|pr|ad|スポンサー(?:リンク|ド.{{0,8}})|プロモーション|advertisements?
    (?:sponsored|promoted)(?: content)?
    コメント\s?[\d,]+件?|(?:[\d,]+ )?comments?(?: \([\d,]+\))?
    次へ|前へ|戻る|閉じる|開く|トップ|ホーム|検索|メニュー|ログイン|ログアウト|マイページ|新規登録
    (?:ページ)?の?(?:トップ|先頭)(?:へ|に)(?:戻る)?
    (?:会員|無料|有料|新規|読者|メルマガ|メールマガジン)(?:会員)?(?:に?登録|ログイン|限定)(?:する|で.{{0,24}}|はこちら)?
    (?:会員|有料|無料)(?:会員)?(?:限定)?(?:の)?記事(?:です)?
    (?:残り|あと)[\s:]?[\d,]+\s?(?:文字|字|分|ページ).{{0,10}}
    (?:公式)?アプリ(?:を|で|の)?(?:開く|読む|ダウンロード|ご案内|インストール).{{0,12}}
    .{{0,16}}アプリ(?:の?ご案内|をダウンロード|で読む|を開く)
    (?:画像|写真|動画|音声|記事)(?:を|で)(?:見る|拡大(?:する)?|再生(?:する)?|聞く|すべて見る|もっと見る)
    全\d+枚|文字サイズ.{{0,10}}|(?:小|中|大)(?:\s(?:小|中|大))+|読了(?:時間|目安).{{0,12}}
    約?\d+分で読めます
    (?:聞く|再生|音声|拡大)(?:\s?\d+:\d\d)?
    (?:share|tweet|print|save|e-?mail|bookmark|copy link|listen|watch(?: live)?)(?: this)?{_THING}
    (?:subscribe|sign (?:up|in)|log ?in|register|follow(?: us)?)(?: (?:now|today))?
    (?:sign in|log ?in|register|follow(?: us)?) (?:on|with) .{{1,30}}
    menu|search|home|back to top|next|previous|close|skip to (?:main )?content|load more|show more
    view (?:all|more|comments)|continue reading|read the full (?:story|article)
    click here.{{0,30}}
    listen to this (?:article|story)|read the (?:full|original) (?:story|article).{{0,40}}
    loading\.*|gift this article|like|reply
    (?:share|tweet|post) (?:this )?(?:article |story )?(?:on|via|with) .{{1,30}}
    \d{{1,3}} ?min(?:ute)?s?(?: read| ago)?|\d+ (?:hours?|days?|minutes?) ago|\d+(?:分|時間|日)前
    [\d,.]+ ?(?:shares?|comments?|likes?|views?|件|pv|回視聴)|(?:\d+\s)+(?:\d+|次へ)|\d+/\d+ページ
    \d{{1,3}}(?:,?\d{{3}})*
""")
_NOTICES = compiled(r"""
    この記事は.{0,12}(?:有料|会員|無料).{0,80}|(?:当|本)(?:サイト|ページ)(?:では|は).{0,80}
    利用規約|プライバシー(?:ポリシー)?|個人情報(?:保護方針|の取り扱い)
    (?:本件|この件|報道|取材|本リリース|記事|内容)?(?:に関する|について)?の?お?問い?合わ?せ(?:先|窓口|はこちら|\s?:.{1,80})?
    連絡先
    (?:from|to|cc|subject|reply-to|件名|差出人|宛先)\s?:\s.{1,200}
    運営(?:会社|者)(?:情報)?|サイトマップ|会社(?:概要|案内)|広告掲載.{0,10}|ヘルプ|よくある質問
    (?:購読|定期購読)(?:のご案内|する|の?お?申し?込み)?|免責事項|著作権.{0,12}|特定商取引.{0,14}
    ※.{0,60}(?:この記事|本記事|取材時|掲載時|配信時).{0,60}
    .{0,40}無断(?:での)?(?:転載|複製|使用|引用).{0,30}|.{0,30}転載・?複製.{0,30}
    .{0,30}(?:フォローしてね|フォローお願いします|チャンネル登録.{0,12}|友だち追加.{0,8})
    (?:記事|本文)は?ここまで(?:です)?|終わり|おわり|了|完|以上|つづく|続く|end|-?30-?
    tel[\s:.]?[\d()-]{6,20}.{0,20}|〒\d{3}.{0,60}
    share this.{0,60}|follow us.{0,60}|(?:sign up for|subscribe to) .{0,60}
    get .{0,30}newsletters?.{0,30}
    download (?:our|the) app.{0,40}|terms (?:of (?:use|service)|and conditions)
    privacy (?:policy|notice)
    cookie (?:policy|settings|notice|preferences)|contact us|about us|advertise with us
    join our .{0,40}
    (?:read (?:more|also)|related(?: article| story)?|also read|see also|more|watch)\s?[:>→»].{1,99}
    (?:関連記事|関連|(?:あわ|合わ)せて読みたい|参考記事|次の記事|前の記事|pr|広告)\s?[:>→»].{1,100}
    (?:▶+|►+|>>+|≫|»|→+|⇒)\s*【[^】]{1,10}】.{1,100}
    [→⇒▶►»]*\s*[【\[(<](?:お知らせ|告知|募集|イベント|読者の皆様へ|関連|関連記事|あわせて読みたい|合わせて読みたい|こちらも|次に読みたい|人気記事|pr|広告)[】\])>].{1,100}
    (?:©|\(c\)|copyright\b).{0,150}|.{0,80}all rights reserved\.?
""")
_SECTIONS = one_of(r"""
    国際|政治|経済|社会|国内|海外|世界|地方|地域|スポーツ|科学|環境|文化|暮らし|くらし|生活|医療
    健康|教育|芸能|エンタメ
    特集|連載|社説|コラム|解説|速報|号外|独自|独占|詳報|続報|深掘り|オピニオン|論説|論考|寄稿
    インタビュー|トピックス
    ビジネス|テクノロジー|テック|it|マネー|外交|安全保障|軍事|防衛|海洋|アジア|中国|韓国|北朝鮮
    台湾|米国|北米|中南米
    欧州|ヨーロッパ|ロシア|中東|アフリカ|東南アジア|東欧|中央アジア|南アジア|東アジア|国連
    オセアニア|ニュース|ワールド|最新|有料
    会員限定|pr
    報道発表(?:資料)?|記者発表|プレスリリース|ニュースリリース|press release|media release
    news release
    レポート|リポート|ルポ|分析|検証|news|world|politics|business|technology|tech|science|opinion
    analysis
    explainer|feature|asia|europe|africa|americas|middle east|asia pacific|sports?|health
    environment
    climate|exclusive|breaking(?: news)?|live(?: updates)?|updated?|editorial|commentary|economy
    culture
    leaders?|features?|essays?|letters|(?:the )?long reads?|obituar(?:y|ies)|briefings?
    dispatch(?:es)?|comment
    (?:the )?big (?:read|story|picture|idea)|explained|fact check|q&a|data|us|u\.s\.|uk|europe
    africa|americas?|markets|energy
    climate(?: (?:crisis|change))?|media|law|society|living|lifestyle|travel|arts?|books|food
    weather|local|national|nation|global
    education|top stories|international|video|investigation|interview|in depth|special report
""")
_KICKER = re.compile(
    rf"{_SECTIONS}(?:の?\s?(?:ニュース|news|特集|解説))?(?:\s*[・/|、,&]\s*{_SECTIONS})*",
    re.IGNORECASE,
)
_PROFILES = compiled(r"""
    (?:(?:執筆者?|筆者|著者|記者|話し手|語り手|聞き手|登場人物|講師|ライター|この記事を書いた人)(?:の|・)?)?(?:プロフィール|紹介|略歴|経歴)
    (?:この記事(?:を書いた(?:人|記者)|の(?:筆者|著者))|書いた人)
    about (?:the|our|this) (?:authors?|writers?|reporters?|contributors?|speakers?|expert)
    (?:author|writer|contributor)s?(?:['’]s?)? (?:bios?|profiles?|info)
""")
_LONGEST = 100
_FIRST_CRUMBS = frozenset("ホーム トップ トップページ topページ top home ニュース news".split())
_CRUMBS = re.compile(r"\s*[>›»→]\s*|\s+[/|]\s+")
_PIECES = re.compile(r"[\s▶►●■◆・|/\ufe0e\ufe0f]+")
_HASHTAGS = re.compile(r"#[^\s#]+(?:[\s、,]+#[^\s#]+)*")
_TAG_LABEL = re.compile(
    r"(?:(?:関連)?(?:タグ|キーワード|ワード)|カテゴリー?|ジャンル|トピックス?|tags?|topics?|categor(?:y|ies)"
    r"|filed under|keywords?)\s*[:/|]\s*(?P<tags>\S.*)",
    re.IGNORECASE,
)


def opens_links(words: str) -> bool:
    """Say whether a line heads a list of links to elsewhere (関連記事, Most read)."""
    return len(words) <= _LONGEST and _LISTS.fullmatch(narrow(words).strip(EDGE)) is not None


def opens_profile(words: str) -> bool:
    """Say whether a line heads the life of whoever wrote or spoke (略歴, About the author)."""
    return len(words) <= _LONGEST and _PROFILES.fullmatch(narrow(words).strip(EDGE)) is not None


def is_page_part(words: str) -> bool:
    """Say whether a line is a button, a menu, a notice, and not part of the story."""
    plain = narrow(words).strip()
    core = plain.strip(EDGE)
    if _NOTICES.fullmatch(plain) or _NOTICES.fullmatch(core) or _BUTTONS.fullmatch(core):
        return True
    if _BUTTONS.fullmatch(plain):
        return True
    parts = [part.strip(EDGE) for part in re.split(r"[|/]", plain) if part.strip(EDGE)]
    if len(parts) > 1 and any(
        _BUTTONS.fullmatch(part) or _NOTICES.fullmatch(part)
        for part in parts
        if not part.isdecimal()
    ):
        return True
    pieces = [piece for part in _PIECES.split(plain) if (piece := part.strip(EDGE))]
    told = [piece for piece in pieces if not piece.isdecimal()]
    return len(told) > 1 and all(_BUTTONS.fullmatch(piece) for piece in told)


def is_breadcrumb(words: str) -> bool:
    """Say whether a line tells the way to the page (ホーム > 国際 > アジア)."""
    plain = narrow(words).strip()
    parts = _CRUMBS.split(plain)
    if (
        plain[:3].lower() == "by "
        or len(parts) < 2
        or columns(plain) > 120
        or not all(parts)
        or plain[-1] in "。!?"
    ):
        return False
    # Opinion | The sea … is a title with its section.
    if max(columns(part) for part in parts) > 40 or (len(parts) == 2 and re.search("[|/]", plain)):
        return False
    first = parts[0].lower()
    if re.search("[»›]", plain) and len(parts) == 2:
        return max(columns(part) for part in parts) <= 30
    return len(parts) > 2 or first in _FIRST_CRUMBS or _KICKER.fullmatch(first) is not None


def is_kicker(words: str) -> bool:
    """Say whether a line names the section or the sort of the story (国際, 【速報】)."""
    bare = re.sub(r"\s*[】\]〕>]\s*[【\[〔<]\s*", "・", narrow(words).strip(EDGE))
    return _KICKER.fullmatch(bare) is not None


def tags_in(words: str) -> tuple[str, ...]:
    """Return the tags that a line names when naming tags is all it does."""
    plain = narrow(words).strip()
    if _HASHTAGS.fullmatch(plain):
        parts = re.split(r"[\s、,，\u3000]+", words.strip())
    elif label := _TAG_LABEL.fullmatch(plain):
        parts = re.split(r"[\s、,，/／|｜・\u3000]+", words.strip()[label.start("tags") :])
    else:
        return ()
    return tuple(bare for part in parts if (bare := part.lstrip("#＃")))
