"""Tell the language of a text by its letters, and by its small words where letters are Latin."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

_SAMPLE = 6_000
_LATIN_WORD = re.compile(r"[^\W\d_]+")
_KANA_SHARE, _KANA_BESIDE_KANJI = 20, 50
_FEW_KANJI, _MANY_TIMES = 12, 5

# Frequent small words, each of one of these languages much more than of the others.
_SMALL_WORDS = {
    "en": "the of and to in that is for with on was as by from at it be this are has its have not"
    " a an will but they their who which were been",
    "de": "der die und das den von ist mit dem nicht ein eine für auf sich im des auch wird zu"
    " zum bei",
    "fr": "le les des et est dans une pour que qui sur par au pas avec sont du ce il la un en aux",
    "es": "el los que las una por con del para se su al como es más lo fue entre y la en un sus",
    "it": "il che di per una con non sono della dei gli è nel anche le si da del al alla delle",
    "pt": "os que não uma com para do da em por dos das mais ao foi se ele é o e um às",
    "nl": "het een van en de dat niet op te zijn met voor die aan er om ook als bij naar wordt",
    "sv": "och att det som en på är av för med den till inte har de ett om var från",
    "da": "og at det som en på er af for med den til ikke har de et om var fra",
    "no": "og at det som en på er av for med den til ikke har de et om var fra",
    "fi": "ja on ei että se oli hän mutta kun ovat myös joka tai niin kuin ole",
    "pl": "i w na z się nie do jest że to o jak od za po przez dla są oraz",
    "cs": "a se v na je že s z do to o ve za po by jako pro si které",
    "ro": "și de la în cu nu pe o un că din care este pentru mai sunt al ale",
    "hu": "a az és hogy nem is egy ez volt meg csak már de mint ki el",
    "tr": "ve bir bu da de için ile olarak daha çok ne gibi olan sonra kadar",
    "id": "yang dan di dengan untuk dari pada ini itu tidak dalam akan adalah ke oleh",
    "vi": "và của là các có được trong cho không với này người những một đã",
    "af": "die van en het in is nie vir dat met sy op te wat word ook deur",
}
# One running word in so many must be a small one of the language: fewer speak for none.
_LEAST = 12
_CLEARLY, _SHORT = 1.15, 15
# Kanji that only Japan, or only China, writes so.
_JAPANESE_KANJI = frozenset(
    "円対発働込畑峠枠塩沢浜県竜団図戦権検験険剣転変楽薬読続総緑覚訳豊辺遅郷鉄関闘駅騒黒齢両乗仏価"
    "児圏囲圧"
    "壊売奨実寛専将帰広庁弾従徳応悪懐択担拠挙掲収数断旧昼条桜横欧歩歯残殺氷汚況沖沪浄渉渋渓満滝済"
    "瀬焼犠獣"
    "畳疎発盗県砕禅称稲穂窓糸経絵継縄縦繊聴脳臓荘蔵虚虫蛍衆装観触誉謡議譲賛軽辞遥酔醸釈鉱銭録鎮随"
    "隠雑霊静顕頼"
    "験髪鶏麦黄黙"
)
_CHINESE_HANZI = frozenset(
    "们这说为对发关东车马鸟长门问间见贝页风飞龙业习乡书买亲仅从仓传伤伦价众优伙伟侧债倾储兴养兽军"
    "农冲决况净减"
    "几凤击创删刘则刚办务动劳势勋华协单卖卢卫厂厅历压厌厕县参双变叶号叹吗听启员响哑团园围图圆圣场"
    "坏块坚坛坝"
    "垒垄垦声壳处备复够头夹夺奋奖妇妈娱孙学宁宝实宠审宪宫宽宾寝尔尘尝层属岁岂岗岛峡币师帐带帮库应"
    "庙废开异弃张"
    "弥弯弹强归录彻忆忧怀态总恋恒恶悬惊惧惯愿戏战户执扩扫扬扰抚抛护报担拥择挂挡挣挤挥损换据敌数断"
    "无旧时显晋晓"
    "术机杀杂权条来杨极构枪柜标栋栏树样档桥梦检楼概横欢欧歼残毁毕气汇汉汤沟没泪洁浅测济浓涛涝润涨"
    "渐湾湿满滚"
    "灭灯灵灾灿炉点炼烂热爱爷牵牺状独狭狮猎猪环现玛电画畅疗疯盐监盖盘着矿码砖础确礼祸离种积称穷窃"
    "竞笔笼签简类"
    "粮紧纠红约级纪纲纳纵纷纸纺线练组细终绍经结绕给络绝统继绩绪续维绿缓编缘缩网罗罚罢职联聪肃肠胁"
    "胆胜脉脏脑脚"
    "脱脸舰舱艰艺节芦苏苹范茧荐荣药获营萧蓝虏虑虽虾蚀蛮补装览觉触誉计订认讨让训议讯记讲许论设访证"
    "评识诉词译试诗"
    "诚话询该详语误请诸课谁调谈谋谢谱贡财责败货质贪贫购贯贵贷贸费贺资赋赌赏赔赖赚赛赞赢赵赶趋跃践"
    "踪车转轮软轻载"
    "较辅辆辉输辞边达迁过运还进远违连迟适选递逻遗邓邮邻郑酱释里针钟钢钱铁铜银销锁错键镇长门闭问闯"
    "闲间闹闻阅队阳"
    "阴阵阶际陆陈险随隐难雾韩页顶项顺须顾顿预领频颗题颜额风飘饭饮饰饱馆马驱驳驶驻骂验骗骤髓鱼鲜鸟"
    "鸡鸭鸿麦黄齐齿"
    "與國會發對爲說個這們學實驗權廣號總關點變體黨歷經濟灣"
)


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def language_of(text: str) -> str:
    """Return the code of the language ("ja", "en", "zh", "ko" …), or "" where it is not clear."""
    letters = {name: len(script.findall(text, 0, _SAMPLE)) for name, script in _scripts().items()}
    total = sum(letters.values())
    if not total:
        return ""
    east = letters["kana"] + letters["han"]
    if letters["latin"] > east * _MANY_TIMES:
        # An English article may quote 頑張ります; a Japanese one may name a dozen firms.
        latin = _latin_language(text)
        if latin or not letters["kana"]:
            return latin
    if letters["han"] > letters["kana"] * _MANY_TIMES and _of_kanji(text) == "zh":
        return "zh"
    if letters["kana"] * _KANA_SHARE >= total:
        return "ja"
    if letters["hangul"] * 5 >= total:
        return "ko"
    if letters["han"] * 3 >= total:
        return "ja" if letters["kana"] * _KANA_BESIDE_KANJI >= total else _of_kanji(text)
    for script, language in _ONE_LANGUAGE.items():
        if letters[script] * 2 >= total:
            return _of_cyrillic(text) if script == "cyrillic" else language
    return _latin_language(text) if letters["latin"] * 2 >= total else ""


def _of_kanji(text: str) -> str:
    """Tell Chinese from a Japanese line without kana (日米首脳会談開催) by how it is written."""
    kanji = [sign for sign in text[:_SAMPLE] if "\u3400" <= sign <= "\u9fff"]
    japanese = sum(sign in _JAPANESE_KANJI - _CHINESE_HANZI for sign in kanji)
    chinese = sum(sign in _CHINESE_HANZI - _JAPANESE_KANJI for sign in kanji)
    if japanese != chinese:
        return "ja" if japanese > chinese else "zh"
    return "zh" if len(kanji) > _FEW_KANJI else ""


def _of_cyrillic(text: str) -> str:
    return "uk" if re.search("[іїєґІЇЄҐ]", text[:_SAMPLE]) else "ru"


def _latin_language(text: str) -> str:
    words = Counter(word.lower() for word in _LATIN_WORD.findall(text[:_SAMPLE]))
    scores = {
        language: sum(words[word] for word in small) for language, small in _small_words().items()
    }
    best, second = sorted(scores, key=lambda language: -scores[language])[:2]
    if scores[best] * _LEAST < words.total():
        return ""
    # English is claimed only where no other language has as many; of a few words it may be either.
    short = words.total() < _SHORT and text.isascii()
    clearly = scores[best] >= scores[second] * _CLEARLY or short
    return best if best != "en" or clearly else ""


_ONE_LANGUAGE = {
    "cyrillic": "ru",
    "arabic": "ar",
    "thai": "th",
    "greek": "el",
    "hebrew": "he",
    "devanagari": "hi",
}


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    return {
        "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff\uff21-\uff5a]"),
        "kana": re.compile("[ぁ-ゖァ-ヺ\uff66-\uff9f]"),
        "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
        "hangul": re.compile("[\uac00-\ud7af\u1100-\u11ff]"),
        "cyrillic": re.compile("[\u0400-\u052f]"),
        "greek": re.compile("[\u0370-\u03ff]"),
        "hebrew": re.compile("[\u0590-\u05ff]"),
        "arabic": re.compile("[\u0600-\u06ff]"),
        "thai": re.compile("[\u0e00-\u0e7f]"),
        "devanagari": re.compile("[\u0900-\u097f]"),
    }
