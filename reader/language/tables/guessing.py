"""What stands beside a name that no table knows, and tells what it is."""

from __future__ import annotations

# Right after a name.
LIKE_PLACE = (
    "で(?!す|あ|は)|へ(?!の)|に(?:到着|進攻|侵攻|進軍|侵入|入|滞在|向か|着|ある|あり|位置|住|立ち寄|寄港|移|戻|駐|隣接|近い)|を(?:訪|出発|経由|離れ|視察|制圧|占領|奪)"
    "|から(?:[東西南北]|約?[0-9]+キロ)|(?:市|州|県|郊外|近郊|周辺|東部|西部|南部|北部|沖|沿岸|空港|港)(?![長政])"
)
LIKE_PERSON = "[はがも](?:[^。、]{0,12})(?:述べ|話し|語っ|語り|訴え|表明|強調|発言|生まれ)|(?:自身|容疑者|選手)"
LIKE_ORGANISATION = "[はが](?:発表|公表|声明|[^。、]{0,10}発表)|(?:社|側|幹部|傘下|加盟|本部|広報|関係者)(?!会)|に(?:よると|よれば|加盟)"

# Capitals that stand for a thing, not for a body.
CONCEPT_ACRONYMS = frozenset(
    "AI GDP EV IT LNG LPG PCR SNS ICBM SLBM IRBM GPS DNA RNA GNP CPI PPI ODA FTA EPA ESG SDGs IoT DX LED OS PC CO2 EEZ HIV AIDS"
    " PHV HV FCV CCS CCUS SAF SMR BMD ABM THAAD HPV ATM VR AR MR XR NFT CBDC ETF IPO TOB M&A MBA NISA iDeCo LGBT LGBTQ EUV IUU".split()
)

# What a definition ends in.
PLACES = "都市 港 町 村 島 州 県 市 地域 地区 基地 施設 海峡 半島 川 山 拠点 湾 空港".split()
ORGANISATIONS = (
    "組織 機関 企業 会社 団体 政党 機構 チーム 部隊 連合 委員会 集団 武装勢力 勢力".split()
)
AGREEMENTS = "条約 協定 取り決め 合意 法律 規範 宣言".split()
PEOPLE = "人物 政治家 指導者 科学者 活動家".split()
