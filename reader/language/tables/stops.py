"""Words at which Japanese names and compounds begin or end, and phrases that set words apart."""

from __future__ import annotations


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# A name goes no further to the left than one of these.
BEFORE_NAMES = _words(
    "両 各 同 当 本 全 某 今 新 旧 前 元 約 計 毎 現 初 再 双方 各国 関連 主要 一部 今回 同国 両国 関係"
)
TIME_COUNTERS = _words(
    "年 月 日 時 分 秒 人 円 ドル 日間 年間 カ月 か月 週間 時間 歳 度 % パーセント 版 キロ メートル"
)
# In parentheses after a person, and no name of theirs.
NO_NAMES = _words(
    "当時 右 左 中央 右端 左端 奥 手前 故人 匿名 仮名 男性 女性 新人 現職 元職 前職 無職 自営業 会社員 学生 写真 本人 現在 享年 当選 落選 再選 初当選 故 前 元 現"
    " 自民 公明 立民 立憲 共産 維新 国民 国民民主 社民 参政 保守 無所属 民主党 共和党 民主 共和 労働党 保守党 日本 米国 英国 中国 韓国 東京 大阪 京都 代理 共同 時事 提供 聞き手 司会 監督 主演 作家 俳優 歌手"
)
# No part of a compound where they stand at its edge.
LOOSE_STARTS = _words("両 各 同 当 本 全 約 計 毎 現 新 旧 前 元 ご お 御 某 翌 昨 今 初 別")
LOOSE_ENDS = _words(
    "者 側 間 級 的 内 外 上 下 用 中 後 前 時 等 ら たち 面 初 別 全体 自体 など とも 同士 さ ごと づくり ぶり 争い 争奪 選び 向け 付け 付 入り 済み"
)
NO_BEGINNINGS = _words("側 間 級 的 内 外 上 下 用 回")
ERAS = _words("明治 大正 昭和 平成 令和 江戸 西暦 紀元")
NUMERALS = frozenset("一二三四五六七八九十")

# Heads that belong to the place even where a country comes right before them.
OWN_PLACE_HEADS = _words(
    "半島 海 海峡 湾 川 江 諸島 列島 連邦 共和国 王国 大陸 宇宙基地 宇宙センター 山脈"
)
# Agreements only with a name.
NAMED_AGREEMENTS = _words("枠組 枠組み ロードマップ 談話")

# After a quotation: somebody said it, so it is no term.
SPOKEN = "と(?:述べ|話|語|言|答え|発言|呼びかけ|訴え|強調|説明|主張|批判|指摘|表明|し|の(?:考え|認識|見方|立場))"
# After a phrase: the text calls something so.
COINED = (
    "と(?:表現|形容|呼ばれ|呼ぶ|呼び|名付け|称さ|称する|題し)"
    "|という(?:強い|新しい)?(?:言葉|表現|用語|概念|理念|考え方|原則|構想|標語|呼び名|名称|名の|名前)"
)
# After a name: it is an agreement.
AGREED = "(?:を(?:採択|批准|締結)|に(?:署名|調印)|が発効)"
