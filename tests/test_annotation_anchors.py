from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.annotation.anchors import describe, place, place_all
from reader.annotation.folding import same_words
from reader.model.annotations import Anchor, Placement

ARTICLE = (
    "𠮷野川の堤防、来春に着工へ🌊\n"
    "県は10日、𠮷野川の堤防を高くする工事を来年4月に始めると発表した。\n"
    "県知事は会見で「住民の声を聞いて決める」と述べた。\n"
    "今後の注目ポイント\n"
    "・工事の費用を誰がどこまで負担するのか\n"
    "・住民の声を聞いて計画がどう変わるのか"
)

# Letters that tempt: beyond the basic plane, joined, combining, full and half width, spaces.
TEMPTING = st.text(alphabet="ab 　\nのは条約。𠮷👩‍🚀がｶﾞ①²１", max_size=60)


def anchor_on(text: str, words: str, *, nth: int = 0) -> Anchor:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return describe(text, at, at + len(words))


def words_at(text: str, placement: Placement) -> str:
    return text[placement.start : placement.end]


def test_describes_by_code_points_with_32_on_either_side() -> None:
    text = "🌊" * 40 + "𠮷野" + "𠮷" * 40
    anchor = describe(text, 40, 42)
    assert anchor == Anchor("𠮷野", "🌊" * 32, "𠮷" * 32, 40, 42)


def test_unchanged_text_keeps_even_a_single_character() -> None:
    anchor = anchor_on(ARTICLE, "の", nth=3)
    assert place(anchor, ARTICLE, old_text=ARTICLE) == Placement(
        anchor.start, anchor.end, "anchored"
    )


def test_lines_put_before_move_the_passage() -> None:
    new = "訂正があります🙏。\n" + ARTICLE
    anchor = anchor_on(ARTICLE, "住民の声を聞いて", nth=1)
    for old in (ARTICLE, None):
        placed = place(anchor, new, old_text=old)
        assert placed.state == "anchored"
        assert placed.start == anchor.start + len("訂正があります🙏。\n")


def test_the_one_of_two_equal_passages_is_told_by_the_difference() -> None:
    line = "・工事の費用を誰が負担するのか\n"
    old = "一つ目の一覧です。\n" + line + "二つ目の一覧です。\n" + line
    anchor = anchor_on(old, "工事の費用", nth=1)
    new = "二つ目の一覧です。\n" + line
    placed = place(anchor, new, old_text=old)
    assert placed.state == "anchored"
    assert words_at(new, placed) == "工事の費用"


def test_equal_passages_that_nothing_tells_apart_are_doubtful() -> None:
    old = "見出し\n" + "同じ行です。\n" * 6
    anchor = describe(old, 25, 29)
    new = "別の見出し\n" + "同じ行です。\n" * 9 + "終わり"
    placed = place(anchor, new)
    assert placed.state == "doubtful"
    assert words_at(new, placed) == anchor.exact


def test_an_edited_passage_is_doubtful_even_where_its_place_is_plain() -> None:
    anchor = anchor_on(ARTICLE, "工事を来年4月に始める")
    new = ARTICLE.replace("来年4月に始める", "来年6月に始める")
    for old in (ARTICLE, None):
        placed = place(anchor, new, old_text=old)
        assert placed.state == "doubtful"
        assert words_at(new, placed) == "工事を来年6月に始める"


def test_words_put_before_the_first_word_of_a_passage_leave_it_anchored() -> None:
    anchor = anchor_on(ARTICLE, "堤防を高くする工事")
    new = ARTICLE.replace("堤防を高く", "右岸の堤防を高く")
    placed = place(anchor, new, old_text=ARTICLE)
    assert placed.state == "anchored"
    assert words_at(new, placed) == "堤防を高くする工事"


def test_a_moved_sentence_is_found_where_it_went() -> None:
    first, second, third, *rest = ARTICLE.split("\n")
    new = "\n".join((first, *rest, second, third))
    anchor = anchor_on(ARTICLE, "住民の声を聞いて決める")
    for old in (ARTICLE, None):
        placed = place(anchor, new, old_text=old)
        assert placed.state == "anchored"
        assert words_at(new, placed) == "住民の声を聞いて決める"


def test_white_space_and_width_do_not_count_as_edits() -> None:
    anchor = anchor_on(ARTICLE, "県は10日、𠮷野川の堤防")
    new = ARTICLE.replace("県は10日、𠮷野川", "県は１０日、\n𠮷野川")
    for old in (ARTICLE, None):
        placed = place(anchor, new, old_text=old)
        assert placed.state == "anchored"
        assert words_at(new, placed) == "県は１０日、\n𠮷野川の堤防"


def test_half_width_kana_with_its_mark_is_the_same_word() -> None:
    old = "電力会社のガス部門は値上げを見送ると発表した。"
    new = "電力会社のｶﾞｽ部門は値上げを見送ると発表した。"
    placed = place(anchor_on(old, "ガス部門"), new, old_text=old)
    assert placed == Placement(5, 10, "anchored")


def test_a_power_is_not_its_digits() -> None:
    assert not same_words("面積は10²倍", "面積は102倍")
    assert not same_words("now here", "nowhere")
    assert same_words("金 正恩", "金正恩")
    assert same_words("ＡＳＥＡＮ　会合", "ASEAN会合")


def test_part_of_a_squared_word_is_not_the_word() -> None:
    old = "発表したのは株を持つ人々で、ほかの人は何も言わなかったという。"
    new = "発表したのは㈱を持つ人々で、ほかの人は何も言わなかったという。"
    placed = place(anchor_on(old, "株"), new, old_text=old)
    assert placed.state != "anchored"


def test_a_short_word_elsewhere_is_not_the_passage() -> None:
    old = "港では朝から霧が出た。\n" + ARTICLE
    anchor = anchor_on(old, "霧が出た")
    assert place(anchor, ARTICLE, old_text=old) == Placement(0, 0, "lost")
    assert place(anchor, ARTICLE + "\n別の町では昨夜も濃い霧が出たそうだ").state != "anchored"


def test_a_short_word_of_a_line_that_went_is_not_shown_on_other_words() -> None:
    old = "私が会社を辞めたのは30歳のときです。\n" + ARTICLE + "\n私たちは川を見て育ちました。"
    new = old.partition("\n")[2]
    assert place(anchor_on(old, "私"), new, old_text=old) == Placement(0, 0, "lost")
    assert place(anchor_on(old, "た"), new, old_text=old) == Placement(0, 0, "lost")


def test_what_is_gone_is_lost() -> None:
    anchor = anchor_on(ARTICLE, "県知事は会見で")
    new = "まったく別の話題で、料理の作り方を紹介します。"
    assert place(anchor, new, old_text=ARTICLE) == Placement(0, 0, "lost")
    assert place(anchor, "", old_text=ARTICLE) == Placement(0, 0, "lost")


def test_an_old_text_that_the_anchor_was_not_made_on_is_no_guide() -> None:
    anchor = anchor_on(ARTICLE, "住民の声を聞いて決める")
    placed = place(anchor, ARTICLE, old_text="これは別の版の本文です。" * 20)
    assert placed == Placement(anchor.start, anchor.end, "anchored")


def test_a_whole_article_can_be_the_passage() -> None:
    text = ARTICLE * 30
    anchor = describe(text, 0, len(text))
    assert place(anchor, text).state == "anchored"
    edited = text[:900] + "（訂正済み）" + text[900:]
    assert place(anchor, edited, old_text=text) == Placement(0, len(edited), "doubtful")


def test_many_at_once_are_placed_as_one_by_one() -> None:
    anchors = [anchor_on(ARTICLE, "の", nth=nth) for nth in range(6)]
    new = ARTICLE.replace("県知事は", "知事は").replace("誰が", "だれが")
    assert place_all(anchors, new, old_text=ARTICLE) == tuple(
        place(anchor, new, old_text=ARTICLE) for anchor in anchors
    )


@given(data=st.data(), old=TEMPTING.filter(bool), new=TEMPTING, known=st.booleans())
def test_anchored_always_shows_the_quotation(
    data: st.DataObject, old: str, new: str, known: bool
) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    anchor = describe(old, start, end)
    placed = place(anchor, new, old_text=old if known else None)
    assert 0 <= placed.start <= placed.end <= len(new)
    if placed.state == "anchored":
        assert same_words(words_at(new, placed), anchor.exact)
    if placed.state == "lost":
        assert (placed.start, placed.end) == (0, 0)


# Every sentence is of its own, as in an article: otherwise no method could tell.
SENTENCES = [
    f"{place_}の{who}は{day}日、{what}について{how}。"
    for place_, who, day, what, how in zip(
        ("𠮷野", "北浜", "南里", "東京", "西海", "中津", "上田", "下関"),
        ("漁師", "知事", "市長", "教師", "医師", "学生", "農家", "駅員"),
        range(3, 11),
        ("堤防の高さ🌊", "港の霧", "橋の色", "税の額", "水の量", "本の値段", "米の味", "雪の深さ"),
        ("説明した", "話し合った", "たずねた", "反対した", "喜んだ", "書いた", "調べた", "笑った"),
        strict=True,
    )
]
OTHER = st.text(alphabet="XYZ👩‍🚀 \n鯨鮪", max_size=30)


@given(data=st.data(), order=st.permutations(SENTENCES))
def test_edits_outside_the_passage_leave_it_on_the_same_words(
    data: st.DataObject, order: list[str]
) -> None:
    old = "\n".join(order)
    start = data.draw(st.integers(0, len(old) - 4))
    end = data.draw(st.integers(start + 2, min(len(old), start + 40)))
    if not old[start:end].strip():
        return
    head, tail = max(0, start - 9), min(len(old), end + 9)
    before, after = edited(data, old[:head]), edited(data, old[tail:])
    new = before + old[head:tail] + after
    placed = place(describe(old, start, end), new, old_text=old)
    shift = len(before) - head
    assert placed == Placement(start + shift, end + shift, "anchored")


def edited(data: st.DataObject, text: str) -> str:
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(OTHER) + text[end:]
    return text


@given(data=st.data(), before=OTHER, after=OTHER, order=st.permutations(SENTENCES))
def test_a_telling_passage_is_found_in_wholly_other_surroundings(
    data: st.DataObject, before: str, after: str, order: list[str]
) -> None:
    old = "\n".join(order)
    start = data.draw(st.integers(0, len(old) - 16))
    anchor = describe(old, start, start + 16)
    new = before + anchor.exact + after
    for known in (old, None):
        placed = place(anchor, new, old_text=known)
        assert placed.state == "anchored"
        assert same_words(words_at(new, placed), anchor.exact)


BRIDGES = [
    (
        "アルダー橋の点検は3月3日に二人で行われた。床にひびはなく、支えにさびもなかった。"
        "橋は5年間、安全と認められた。"
    ),
    (
        "バーチ橋の点検は3月4日に二人で行われた。床にひびはなかったが、支えにさびがあった。"
        "橋は2年間、安全と認められた。"
    ),
    (
        "シーダー橋の点検は3月5日に一人で行われた。床にひびはなく、支えにさびもなかった。"
        "橋は5年間、安全と認められた。"
    ),
]


def test_like_lines_that_changed_places_are_not_taken_for_one_another() -> None:
    old, new = "\n".join(BRIDGES), "\n".join(reversed(BRIDGES))
    for nth, line in enumerate((0, 2)):
        for words in ("橋は5年間、安全と認められた。", "支えにさびもなかった", "橋は5年間"):
            placed = place(anchor_on(old, words, nth=nth), new, old_text=old)
            right = new.index(BRIDGES[line]) + BRIDGES[line].index(words)
            assert placed.start == right
            assert placed.state == "anchored"


def test_an_edited_sentence_is_not_anchored_on_a_copy_of_what_it_said() -> None:
    old = "\n".join(BRIDGES)
    new = old.replace("3月3日", "3月2日").replace("3月4日", "3月3日")
    for words in ("橋の点検は3月3日に二人で行われた。床にひびはな", "3日"):
        assert place(anchor_on(old, words), new, old_text=old).state != "anchored"


def test_what_was_four_of_five_is_not_the_four_put_in_the_place_of_three() -> None:
    old = "図書館で働く人の4人に3人が、1年ごとの契約である。県の調べで分かった。"
    new = old.replace("4人に3人", "5人に4人")
    assert place(anchor_on(old, "4人"), new, old_text=old).state != "anchored"


def test_part_of_a_number_or_word_is_not_the_number_or_word() -> None:
    old = "この事故で2人が亡くなり、病院に運ばれた。The old pier was closed on Monday."
    new = old.replace("2人", "12人").replace("old", "cold")
    assert place(anchor_on(old, "2人"), new, old_text=old).state != "anchored"
    assert place(anchor_on(old, "old pier"), new, old_text=old).state != "anchored"
    assert place(anchor_on(old, "人が亡くなり"), new, old_text=old).state == "anchored"


def test_the_number_of_a_rule_is_not_that_of_the_rule_put_before_it() -> None:
    old = (
        "The rules are these.\n4. Snorers are asked to book compartment 9.\n"
        "5. Children under six travel free in the berth of a parent.\n"
        "6. Dogs travel in compartment 10."
    )
    new = old.replace("6. Dogs", "7. Dogs").replace("5. Children", "6. Children")
    new = new.replace("6. Ch", "5. Windows open ten centimetres, and no further.\n6. Ch")
    assert place(anchor_on(old, "5"), new, old_text=old).state != "anchored"


def test_the_same_opening_of_a_later_report_is_not_the_report() -> None:
    old = (
        "【随時更新】西海地方で震度6弱\n午前10時5分　西海市の中央病院によると、けがをした人が"
        "歩いて来ているが、数は分かっていない。\n午前9時58分　県は災害対策本部を設けた。"
    )
    new = (
        "【随時更新】西海地方で震度6弱\n午前10時40分　西海市の中央病院によると、骨を折った"
        "二人を含む24人。\n午前9時58分　県は災害対策本部を設けた。"
    )
    anchor = anchor_on(old, "西海市の中央病院によると")
    assert place(anchor, "\n".join(new.split("\n")[::-1]), old_text=old).state != "anchored"


def test_a_sentence_moved_before_another_is_not_shown_with_both() -> None:
    first, second = "港の霧は朝から深い。", "橋の色は青に決まる。"
    rest = "税の額を知事が話す。山の雪は例年より多い。"
    placed = place(
        anchor_on(first + second, second), second + first + rest, old_text=first + second + rest
    )
    assert placed[:2] == (0, 10)


def test_a_line_is_known_again_wherever_it_went() -> None:
    lines = ["対象は次の型である。", "HB-120A　白・茶", "HB-140C　灰・青", "HB-200　茶・青"]
    old = "\n".join(lines) + "\n" + ARTICLE
    new = "\n".join((lines[0], *reversed(lines[1:]))) + "\n" + ARTICLE
    for words in ("HB-200", "200", "灰", "HB-140C　灰・青"):
        placed = place(anchor_on(old, words), new, old_text=old)
        assert (placed.start, placed.state) == (new.index(words), "anchored")


def test_passages_stay_anchored_when_all_widths_are_changed() -> None:
    old = "Ｑ　いつから始まる？\nＡ　２０２７年４月１日（木）から。\nＱ　ＡＩも？\nＡ　はい。"
    new = "Q　いつから始まる?\nA　2027年4月1日(木)から。\nQ　AIも?\nA　はい。"
    for start in range(len(old)):
        for end in (start + 1, start + 4, start + 15):
            if end <= len(old) and old[start:end].strip():
                placed = place(describe(old, start, end), new, old_text=old)
                assert placed == Placement(start, end, "anchored")


@given(data=st.data(), order=st.permutations(SENTENCES), known=st.booleans())
def test_whatever_is_edited_an_anchored_place_has_the_same_words(
    data: st.DataObject, order: list[str], known: bool
) -> None:
    old = "".join(order[:2]) + data.draw(TEMPTING) + "\n".join(order[:4])
    start = data.draw(st.integers(0, len(old) - 1))
    anchor = describe(old, start, data.draw(st.integers(start + 1, len(old))))
    new = edited(data, old)
    placed = place(anchor, new, old_text=old if known else None)
    assert 0 <= placed.start <= placed.end <= len(new)
    if placed.state == "anchored":
        assert same_words(words_at(new, placed), anchor.exact)


@given(data=st.data(), before=TEMPTING, after=TEMPTING, order=st.permutations(SENTENCES))
def test_what_did_not_change_is_where_it_was(
    data: st.DataObject, before: str, after: str, order: list[str]
) -> None:
    text = before + "\n".join(order[:2]) + after + order[0]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = describe(text, start, end)
    if anchor.exact.strip():
        assert place(anchor, text, old_text=text) == Placement(start, end, "anchored")
