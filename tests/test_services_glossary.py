"""What the reader says of terms wins over all that is understood, now and later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from glossary_values import TODAY, add, forms_of, found, question, term_of, understand, words_of

from reader.model.changes import Changes
from reader.model.errors import NotFoundError, UsageError
from reader.model.glossary import GlossaryQuery
from reader.model.passage import Passage
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import FixedClock

    from reader.model.glossary import GlossaryEntry

BRIDGE = "北海の橋、夏に開通へ\n北海県は橋の工事が終わりに近いと発表した。北海県の知事が来た。"
SHIP = "船の便、残るか\n北海県は船の便を残すか決める。橋が開くと客は減る。"


@pytest.fixture
def desk(library_folder: Path, fixed_clock: FixedClock) -> Iterator[Desk]:
    with open_desk(library_folder, clock=fixed_clock) as opened:
        yield opened


@pytest.fixture
def bridge(desk: Desk) -> str:
    added = add(desk, BRIDGE, published="2026-01-05")
    understand(desk, added, found(BRIDGE, "北海県"), found(BRIDGE, "橋", category="concept"))
    return added


@pytest.fixture
def ship(desk: Desk) -> str:
    added = add(desk, SHIP, published="2026-02-05")
    understand(desk, added, found(SHIP, "北海県"), found(SHIP, "橋", category="concept"))
    return added


def entry(desk: Desk, form: str, *, hidden: bool = False) -> GlossaryEntry:
    query = GlossaryQuery(hidden=hidden)
    (one,) = [one for one in desk.glossary.entries(query) if one.text == form]
    return one


def listed(desk: Desk, query: GlossaryQuery | None = None) -> list[str]:
    return [one.text for one in desk.glossary.entries(query or GlossaryQuery())]


class TestHiding:
    def test_a_hidden_term_is_in_no_list_but_its_own(
        self, desk: Desk, bridge: str, ship: str
    ) -> None:
        term = term_of(desk, bridge, "北海県")
        assert desk.glossary.hide(term.id) == Changes(terms=frozenset((term.id,)))
        assert forms_of(desk, bridge) == ["橋"]
        assert forms_of(desk, ship) == ["橋"]
        assert listed(desk) == ["橋"]
        assert desk.searching.find("北海県", kinds=("term",)).total == 0
        assert listed(desk, GlossaryQuery(hidden=True)) == ["北海県"]
        assert entry(desk, "北海県", hidden=True).hidden
        assert desk.glossary.count(GlossaryQuery(hidden=True)) == 1
        desk.glossary.show(term.id)
        assert forms_of(desk, bridge) == ["北海県", "橋"]
        assert listed(desk, GlossaryQuery(hidden=True)) == []
        assert desk.searching.find("北海県", kinds=("term",)).total == 1

    def test_it_stays_hidden_in_what_is_understood_later(self, desk: Desk, bridge: str) -> None:
        desk.glossary.hide(term_of(desk, bridge, "北海県").id)
        later = add(desk, SHIP)
        understand(desk, later, found(SHIP, "北海県"))
        assert forms_of(desk, later) == []


class TestEveryCorrectionOutlivesTheAnalyser:
    """The next analyser finds the same words, another category, a fuller form, or nothing."""

    def finds_the_same(self, desk: Desk, article: str) -> None:
        understand(desk, article, found(BRIDGE, "北海県"), version=TODAY + 1)

    def finds_another_category(self, desk: Desk, article: str) -> None:
        term = found(BRIDGE, "北海県", category="organization")
        understand(desk, article, term, version=TODAY + 1)

    def finds_a_fuller_form(self, desk: Desk, article: str) -> None:
        term = found(BRIDGE, "北海県の知事", aliases=("北海県",), category="person")
        understand(desk, article, term, version=TODAY + 1)

    def finds_it_where_it_stood(self, desk: Desk, article: str) -> None:
        term = replace(found(BRIDGE, "北海県"), text="北海県(北部)", aliases=())
        understand(desk, article, term, version=TODAY + 1)

    @pytest.mark.parametrize(
        "again",
        [finds_the_same, finds_another_category, finds_a_fuller_form, finds_it_where_it_stood],
    )
    def test_all_of_them(self, desk: Desk, bridge: str, again: Callable[..., None]) -> None:
        glossary = desk.glossary
        id_ = term_of(desk, bridge, "北海県").id
        glossary.set_category(id_, "event")
        glossary.set_form(id_, "北海県庁")
        glossary.set_reading(id_, "ほっかいけんちょう")
        glossary.set_definition(id_, "県の役所")
        again(self, desk, bridge)
        term = term_of(desk, bridge, "北海県庁")
        assert (term.id, term.category) == (id_, "event")
        assert term.reading == "ほっかいけんちょう"
        assert term.definition == Passage("県の役所", 0, 0)
        shown = entry(desk, "北海県庁")
        assert (shown.id, shown.category, shown.definition) == (id_, "event", "県の役所")
        assert desk.glossary.card(id_).definitions[0].article_id == ""

    @pytest.mark.parametrize(
        "again",
        [finds_the_same, finds_another_category, finds_a_fuller_form, finds_it_where_it_stood],
    )
    def test_hidden(self, desk: Desk, bridge: str, again: Callable[..., None]) -> None:
        desk.glossary.hide(term_of(desk, bridge, "北海県").id)
        again(self, desk, bridge)
        again(self, desk, bridge)
        assert forms_of(desk, bridge) == []
        assert listed(desk) == []

    @pytest.mark.parametrize(
        "again",
        [finds_the_same, finds_another_category, finds_a_fuller_form, finds_it_where_it_stood],
    )
    def test_merged(self, desk: Desk, bridge: str, again: Callable[..., None]) -> None:
        into = term_of(desk, bridge, "橋").id
        desk.glossary.merge(term_of(desk, bridge, "北海県").id, into=into)
        again(self, desk, bridge)
        (term,) = desk.reading.open(bridge).terms
        assert term.id == into
        assert desk.glossary.count() == 1

    def test_one_that_is_found_no_more_stays_with_what_was_said(
        self, desk: Desk, bridge: str
    ) -> None:
        id_ = term_of(desk, bridge, "北海県").id
        desk.glossary.set_definition(id_, "県の名前")
        understand(desk, bridge, version=TODAY + 1)
        assert listed(desk) == ["北海県"]
        assert entry(desk, "北海県").articles == 0
        understand(desk, bridge, found(BRIDGE, "北海県"), version=TODAY + 2)
        assert term_of(desk, bridge, "北海県").id == id_

    def test_a_term_that_nobody_touched_goes(self, desk: Desk, bridge: str) -> None:
        understand(desk, bridge, found(BRIDGE, "橋", category="concept"), version=TODAY + 1)
        assert listed(desk) == ["橋"]

    def test_another_thing_of_the_same_name_is_not_taken_for_it(
        self, desk: Desk, bridge: str
    ) -> None:
        """The reader hid 橋 the concept; a person called 橋 is somebody else."""
        desk.glossary.hide(term_of(desk, bridge, "橋").id)
        other = add(desk, SHIP)
        understand(desk, other, found(SHIP, "橋", category="agreement"))
        assert forms_of(desk, other) == ["橋"]
        again = add(desk, "題\nまた別の橋の話。")
        understand(desk, again, found("題\nまた別の橋の話。", "橋", category="concept"))
        assert forms_of(desk, again) == []

    def test_a_category_that_flips_holds_for_new_articles(self, desk: Desk, bridge: str) -> None:
        id_ = term_of(desk, bridge, "北海県").id
        desk.glossary.hide(id_)
        self.finds_another_category(desk, bridge)
        later = add(desk, SHIP)
        understand(desk, later, found(SHIP, "北海県", category="organization"), version=TODAY + 1)
        assert forms_of(desk, later) == []
        # and so it does where an article still has the older understanding
        oldest = add(desk, "題\n北海県の話。")
        understand(desk, oldest, found("題\n北海県の話。", "北海県"))
        assert forms_of(desk, oldest) == []


class TestJoiningAcrossTheLibrary:
    KOREA = "北朝鮮、声明\n北朝鮮は声明を出した。"
    ENGLISH = "DPRK issues statement\nThe DPRK issued a statement."
    KEY = "朝鮮民主主義人民共和国"

    def test_the_curated_table_joins_what_is_written_differently(self, desk: Desk) -> None:
        first, second = add(desk, self.KOREA), add(desk, self.ENGLISH)
        understand(desk, first, found(self.KOREA, "北朝鮮", key=self.KEY, reading="きたちょうせん"))
        understand(desk, second, found(self.ENGLISH, "DPRK", key=self.KEY))
        (one,) = desk.glossary.entries()
        assert (one.text, one.articles, one.occurrences) == (self.KEY, 2, 4)
        assert set(one.aliases) == {"北朝鮮", "DPRK"}
        assert [term.text for term in desk.reading.open(second).terms] == ["DPRK"]
        (term,) = desk.reading.open(first).terms
        assert (term.key, term.reading, term.elsewhere) == (self.KEY, "きたちょうせん", 1)

    def test_two_forms_of_one_thing_in_one_article_are_one_term(self, desk: Desk) -> None:
        text = "北朝鮮(DPRK)\n北朝鮮は黙り、DPRKも黙った。"
        article = add(desk, text)
        terms = (found(text, "北朝鮮", key=self.KEY), found(text, "DPRK", key=self.KEY))
        understand(desk, article, *terms)
        (term,) = desk.reading.open(article).terms
        assert (term.text, term.aliases, len(term.occurrences)) == ("北朝鮮", ("DPRK",), 4)

    @pytest.mark.parametrize(
        "name", ["田中", "佐々木", "長谷川", "金", "キム", "ジョンソン", "Smith"]
    )
    def test_two_people_of_one_surname_stay_two(self, desk: Desk, name: str) -> None:
        for title in ("一つ目", "二つ目"):
            text = f"{title}\n{name} said so. {name}氏は語った。"
            understand(desk, add(desk, text), found(text, name, category="person"))
        assert [one.articles for one in desk.glossary.entries()] == [1, 1]

    def test_a_surname_keeps_its_id_when_its_article_is_understood_again(self, desk: Desk) -> None:
        text = "題\n田中氏は語った。"
        article = add(desk, text)
        understand(desk, article, found(text, "田中", category="person"))
        before = term_of(desk, article, "田中").id
        understand(desk, article, found(text, "田中", category="person"), version=TODAY + 1)
        assert term_of(desk, article, "田中").id == before

    def test_an_alias_joins_nobody(self, desk: Desk) -> None:
        for name in ("田中太郎", "田中花子"):
            text = f"題\n{name}氏が来た。田中氏は帰った。"
            term = found(text, name, aliases=("田中",), category="person")
            understand(desk, add(desk, text), term)
        assert desk.glossary.count() == 2

    def test_what_the_reader_renamed_is_found_by_its_new_name(
        self, desk: Desk, bridge: str
    ) -> None:
        id_ = term_of(desk, bridge, "北海県").id
        desk.glossary.set_form(id_, "北海県庁")
        text = "題\n北海県庁の発表。"
        later = add(desk, text)
        understand(desk, later, found(text, "北海県庁"))
        assert term_of(desk, later, "北海県庁").id == id_


class TestMerging:
    def test_two_are_shown_as_one_and_parted_again(
        self, desk: Desk, bridge: str, ship: str
    ) -> None:
        one, other = term_of(desk, bridge, "北海県").id, term_of(desk, bridge, "橋").id
        changes = desk.glossary.merge(one, into=other)
        assert changes.terms == {one, other}
        (shown,) = desk.glossary.entries()
        assert (shown.id, shown.articles, shown.occurrences) == (other, 2, 6)
        assert "北海県" in shown.aliases
        assert set(words_of(desk, bridge, other)) == {"北海県", "橋"}
        assert [merged.id for merged in desk.glossary.card(other).merged] == [one]
        assert desk.glossary.card(one).entry.id == other
        assert len(desk.glossary.occurrences(one)) == 6
        desk.glossary.part(one)
        assert {(e.text, e.articles, e.occurrences) for e in desk.glossary.entries()} == {
            ("北海県", 2, 3),
            ("橋", 2, 3),
        }

    def test_a_group_is_merged_whole_and_notes_go_along(self, desk: Desk, bridge: str) -> None:
        text = BRIDGE
        understand(
            desk,
            bridge,
            *(found(text, form, category="concept") for form in ("北海県", "橋", "工事")),
        )
        first, second, third = (term_of(desk, bridge, f).id for f in ("北海県", "橋", "工事"))
        desk.annotating.note("term", first, "県の話")
        desk.glossary.merge(first, into=second)
        desk.glossary.merge(second, into=third)
        (shown,) = desk.glossary.entries()
        assert shown.id == third
        assert [note.text for note in shown.notes] == ["県の話"]
        assert [note.text for note in desk.reading.open(bridge).terms[0].notes] == ["県の話"]
        assert set(shown.aliases) >= {"北海県", "橋"}
        desk.glossary.part(second)
        assert {entry.id for entry in desk.glossary.entries()} == {second, third}

    def test_what_cannot_be_is_refused(self, desk: Desk, bridge: str) -> None:
        one, other = term_of(desk, bridge, "北海県").id, term_of(desk, bridge, "橋").id
        desk.glossary.merge(one, into=other)
        acts: tuple[Callable[[], object], ...] = (
            lambda: desk.glossary.merge(other, into=one),
            lambda: desk.glossary.merge(one, into=one),
            lambda: desk.glossary.part(other),
            lambda: desk.glossary.forget(other),
            lambda: desk.glossary.set_category(one, "food"),
            lambda: desk.glossary.add_alias(one, " "),
            lambda: desk.glossary.remove_alias(one, "橋"),
        )
        for act in acts:
            with pytest.raises(UsageError):
                act()
        with pytest.raises(NotFoundError):
            desk.glossary.hide("zzzzzzzzzzzzzzzz")
        assert desk.glossary.count() == 1


class TestAliases:
    TEXT = "ロシア通信(TASS)\nTASSによると、TASSの記者は去った。ロシア通信も伝えた。"

    def test_a_wrong_one_is_parted_for_good(self, desk: Desk) -> None:
        article = add(desk, self.TEXT)
        term = found(self.TEXT, "ロシア通信", aliases=("TASS",), category="organization")
        understand(desk, article, term)
        id_ = term_of(desk, article, "ロシア通信").id
        desk.glossary.remove_alias(id_, "TASS")
        for _ in range(2):
            assert set(words_of(desk, article, id_)) == {"ロシア通信"}
            assert term_of(desk, article, "ロシア通信").aliases == ()
            assert desk.glossary.card(id_).removed_aliases == ("TASS",)
            assert entry(desk, "ロシア通信").occurrences == 2
            understand(desk, article, term, version=TODAY + 1)
        desk.glossary.restore_alias(id_, "TASS")
        assert entry(desk, "ロシア通信").occurrences == 5
        assert term_of(desk, article, "ロシア通信").aliases == ("TASS",)

    def test_what_was_parted_can_be_a_term_of_its_own(self, desk: Desk) -> None:
        article = add(desk, self.TEXT)
        whole = found(self.TEXT, "ロシア通信", aliases=("TASS",), category="organization")
        understand(desk, article, whole)
        id_ = term_of(desk, article, "ロシア通信").id
        desk.glossary.remove_alias(id_, "TASS")
        parts = (
            found(self.TEXT, "ロシア通信", category="organization"),
            found(self.TEXT, "TASS", category="organization"),
        )
        understand(desk, article, *parts, version=TODAY + 1)
        assert forms_of(desk, article) == ["ロシア通信", "TASS"]

    def test_one_that_is_added_is_found_everywhere(
        self, desk: Desk, bridge: str, ship: str
    ) -> None:
        id_ = term_of(desk, bridge, "北海県").id
        desk.glossary.add_alias(id_, "船の便")
        assert "船の便" in words_of(desk, ship, id_)
        assert words_of(desk, bridge, id_) == ["北海県", "北海県"]
        later = add(desk, "題\n船の便が増える。")
        understand(desk, later)
        assert words_of(desk, later, id_) == ["船の便"]
        assert entry(desk, "北海県").articles == 3
        assert entry(desk, "北海県").aliases == ("船の便",)
        desk.glossary.remove_alias(id_, "船の便")
        assert entry(desk, "北海県").articles == 2
        assert desk.glossary.card(id_).removed_aliases == ()


class TestOwnTerms:
    def test_it_is_found_in_every_article_with_the_words(
        self, desk: Desk, bridge: str, ship: str
    ) -> None:
        start = SHIP.index("船の便")
        id_, changes = desk.glossary.make_term(ship, start, start + 3, category="event")
        assert changes == Changes(content=frozenset((ship,)), terms=frozenset((id_,)))
        term = term_of(desk, ship, "船の便")
        assert (term.own, term.shown, term.category) == (True, True, "event")
        assert words_of(desk, ship, id_) == ["船の便", "船の便"]
        assert "船の便" not in forms_of(desk, bridge)
        later = add(desk, "題\n船の便を待つ。")
        understand(desk, later)
        assert words_of(desk, later, id_) == ["船の便"]
        understand(desk, ship, version=TODAY + 1)
        assert words_of(desk, ship, id_) == ["船の便", "船の便"]
        assert (entry(desk, "船の便").articles, entry(desk, "船の便").own) == (2, True)

    def test_the_trash_is_gone_through_as_well(self, desk: Desk, bridge: str, ship: str) -> None:
        desk.reading.trash([ship])
        start = BRIDGE.index("工事")
        other = SHIP.index("船の便")
        id_, _ = desk.glossary.make_term(ship, other, other + 3)
        assert entry(desk, "船の便").articles == 0
        made, _ = desk.glossary.make_term(bridge, start, start + 2)
        assert made != id_
        desk.reading.restore([ship])
        assert entry(desk, "船の便").articles == 1

    def test_the_longest_of_the_readers_forms_is_taken(self, desk: Desk, bridge: str) -> None:
        short, _ = desk.glossary.make_term(bridge, BRIDGE.index("工事"), BRIDGE.index("工事") + 2)
        start = BRIDGE.index("橋の工事")
        long, _ = desk.glossary.make_term(bridge, start, start + 4)
        assert words_of(desk, bridge, long) == ["橋の工事"]
        assert words_of(desk, bridge, short) == []
        desk.glossary.forget(long)
        assert words_of(desk, bridge, short) == ["工事"]

    def test_it_wins_over_what_was_found_in_the_same_words(self, desk: Desk, bridge: str) -> None:
        start = BRIDGE.index("橋の工事")
        id_, _ = desk.glossary.make_term(bridge, start, start + 4)
        places = term_of(desk, bridge, "橋").occurrences
        assert all(end <= start or start + 4 <= begin for begin, end in places)
        desk.glossary.forget(id_)
        assert len(term_of(desk, bridge, "橋").occurrences) == 2

    def test_within_a_longer_name_it_leaves_that_whole(self, desk: Desk, ship: str) -> None:
        text = "題\n北海県知事と県が来た。"
        article = add(desk, text)
        understand(desk, article, found(text, "北海県知事", category="person"))
        start = text.index("県が")
        desk.glossary.make_term(article, start, start + 1)
        assert len(term_of(desk, article, "北海県知事").occurrences) == 1

    def test_latin_words_are_found_whole(self, desk: Desk) -> None:
        text = "Title\nThe art of the artist. EU policy, EUの政策, EURO."
        article = add(desk, text)
        understand(desk, article)
        art, _ = desk.glossary.make_term(article, text.index("art of"), text.index("art of") + 3)
        union, _ = desk.glossary.make_term(article, text.index("EU "), text.index("EU ") + 2)
        assert words_of(desk, article, art) == ["art"]
        assert words_of(desk, article, union) == ["EU", "EU"]

    def test_a_term_that_is_known_becomes_the_readers(self, desk: Desk, bridge: str) -> None:
        known = term_of(desk, bridge, "北海県").id
        desk.glossary.hide(known)
        other = add(desk, "題\n北海県の話。")
        understand(desk, other)
        id_, _ = desk.glossary.make_term(other, 2, 5, category="organization")
        assert id_ == known
        assert entry(desk, "北海県").category == "organization"
        assert words_of(desk, bridge, id_) == ["北海県", "北海県"]
        desk.glossary.forget(id_)
        assert forms_of(desk, other) == []
        assert forms_of(desk, bridge) == ["北海県", "橋"]

    def test_a_forgotten_one_is_gone_unless_it_has_words_of_the_readers(
        self, desk: Desk, bridge: str, ship: str
    ) -> None:
        start = SHIP.index("船の便")
        id_, _ = desk.glossary.make_term(ship, start, start + 3)
        desk.annotating.note("term", id_, "調べる")
        desk.glossary.forget(id_)
        assert "船の便" not in forms_of(desk, ship)
        assert [note.text for note in entry(desk, "船の便").notes] == ["調べる"]
        id_, _ = desk.glossary.make_term(bridge, BRIDGE.index("工事"), BRIDGE.index("工事") + 2)
        desk.glossary.forget(id_)
        assert "工事" not in listed(desk)

    @pytest.mark.parametrize("span", [(0, 0), (5, 3), (-1, 4), (8, 14), (10, 11), (0, 10_000)])
    def test_it_needs_words_in_one_line(
        self, span: tuple[int, int], desk: Desk, bridge: str
    ) -> None:
        with pytest.raises(UsageError) as caught:
            desk.glossary.make_term(bridge, *span)
        assert caught.value.code == "bad_term"
        assert listed(desk) == ["橋", "北海県"] or set(listed(desk)) == {"橋", "北海県"}

    def test_a_long_way_is_gone_in_steps(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reader.services.forms.AT_ONCE", 2)
        monkeypatch.setattr("reader.services.correcting.SECONDS", 0.0)
        articles = [add(desk, f"題{n}\n翡翠の話。") for n in range(7)]
        for article in articles:
            understand(desk, article)
        id_, _ = desk.glossary.make_term(articles[6], 3, 5)
        assert words_of(desk, articles[6], id_) == ["翡翠"], "its own article comes first"
        steps = 0
        while desk.glossary.go_on(seconds=0):
            steps += 1
        assert steps > 1
        assert entry(desk, "翡翠").articles == 7
        assert not desk.glossary.go_on()

    def test_what_was_left_undone_is_gone_on_with(self, desk: Desk, library_folder: Path) -> None:
        """A program that is closed in the middle leaves no article out."""
        articles = [add(desk, f"題{n}\n翡翠の話。") for n in range(3)]
        for article in articles:
            understand(desk, article)
        library = desk._library
        with library.writing():
            made = library.corrections.make(id="own", text="翡翠", category="concept")
        assert words_of(desk, articles[2], made) == []
        desk.close()
        with open_desk(library_folder) as again:
            assert again._library.forms.is_waiting()
            again.understanding.finish(limit=0)
            assert not again._library.forms.is_waiting()
            assert [words_of(again, article, made) for article in articles] == [["翡翠"]] * 3


class TestElsewhere:
    def test_terms_that_only_other_articles_know(self, desk: Desk, bridge: str) -> None:
        other = add(desk, SHIP)
        understand(desk, other, found(SHIP, "北海県"))
        places = desk.glossary.elsewhere(other)
        assert [(one.text, SHIP[one.start : one.end]) for one in places] == []
        understand(desk, bridge, found(BRIDGE, "工事"), found(BRIDGE, "北海県"))
        text = "題\n工事が続く。北海県の工事だ。"
        third = add(desk, text)
        understand(desk, third, found(text, "北海県"))
        places = desk.glossary.elsewhere(third)
        assert [(one.text, text[one.start : one.end]) for one in places] == [("工事", "工事")] * 2
        desk.glossary.hide(places[0].term_id)
        assert desk.glossary.elsewhere(third) == ()

    def test_surnames_and_aliases_mean_nobody_elsewhere(self, desk: Desk) -> None:
        text = "題\n田中氏と北海県知事、県。"
        article = add(desk, text)
        understand(
            desk,
            article,
            found(text, "田中", category="person"),
            found(text, "北海県知事", aliases=("県",), category="person"),
        )
        other = add(desk, "題\n田中氏は県に住む。")
        understand(desk, other)
        assert desk.glossary.elsewhere(other) == ()

    def test_a_place_of_a_known_term_is_left_to_it(self, desk: Desk, bridge: str) -> None:
        understand(desk, bridge, found(BRIDGE, "北海"))
        other = add(desk, SHIP)
        understand(desk, other, found(SHIP, "北海県"))
        assert desk.glossary.elsewhere(other) == ()


def test_the_readers_own_definition_is_exported_without_a_place(desk: Desk, bridge: str) -> None:
    desk.glossary.set_definition(term_of(desk, bridge, "北海県").id, "県の名前です")
    for form in ("markdown", "html"):
        page = desk.exporting.render(bridge, format_name=form, language="ja").decode()
        told = [line for line in page.splitlines() if "県の名前です" in line]
        assert told
        assert not any("¶" in line for line in told)


class TestTheCard:
    def test_contexts_are_sentences_the_newest_article_first(
        self, desk: Desk, bridge: str, ship: str
    ) -> None:
        id_ = term_of(desk, bridge, "北海県").id
        first, *rest = desk.glossary.occurrences(id_)
        assert (first.article_id, first.date) == (ship, "2026-02-05")
        assert (first.before, first.form, first.after) == (
            "",
            "北海県",
            "は船の便を残すか決める。",
        )
        assert [one.before for one in rest] == ["", ""]
        assert rest[1].after == "の知事が来た。"

    def test_pages_of_contexts_follow_one_another(self, desk: Desk, bridge: str, ship: str) -> None:
        id_ = term_of(desk, bridge, "北海県").id
        whole = desk.glossary.occurrences(id_)
        assert len(whole) == 3
        for size in (1, 2):
            pages = []
            after = None
            while page := desk.glossary.occurrences(id_, limit=size, after=after):
                assert len(page) <= size
                pages += page
                after = page[-1]
            assert pages == whole
        desk.reading.purge([bridge])
        assert desk.glossary.occurrences(id_, after=whole[-1]) == []

    def test_definitions_are_told_once_each_oldest_first(self, desk: Desk) -> None:
        ids = []
        for day, words in enumerate(("橋である", "道である", "橋である", "門である"), start=1):
            text = f"題{day}\n北海とは{words}。"
            start = text.index(words)
            article = add(desk, text, published=f"2026-01-{day:02}")
            told = Passage(words, start, start + len(words))
            understand(desk, article, found(text, "北海", definition=told))
            ids.append(article)
        id_ = term_of(desk, ids[0], "北海").id
        card = desk.glossary.card(id_)
        assert [(one.text, one.article_id) for one in card.definitions] == [
            ("橋である", ids[0]),
            ("道である", ids[1]),
            ("門である", ids[3]),
        ]
        assert (card.entry.definition, card.entry.definition_article) == ("門である", ids[3])
        desk.reading.trash([ids[3]])
        assert desk.glossary.card(id_).entry.definition == "橋である"
        desk.glossary.set_definition(id_, "わたしの説明")
        card = desk.glossary.card(id_)
        assert card.definitions[0].text == "わたしの説明"
        assert (card.entry.definition, card.entry.definition_article) == ("わたしの説明", "")
        desk.glossary.set_definition(id_, " ")
        assert desk.glossary.card(id_).entry.definition == "橋である"

    def test_what_stands_in_the_same_articles(self, desk: Desk, bridge: str, ship: str) -> None:
        understand(desk, ship, *(found(SHIP, form) for form in ("北海県", "船")), version=TODAY)
        card = desk.glossary.card(term_of(desk, bridge, "北海県").id)
        assert {one.text for one in card.co_terms} == {"橋", "船"}
        desk.glossary.hide(term_of(desk, ship, "船").id)
        card = desk.glossary.card(card.entry.id)
        assert {one.text for one in card.co_terms} == {"橋"}


class TestDismissing:
    TEXT = "題\n料金はいくらになるのか、県は示していない。\n船の便は残るのか。"

    def test_a_dismissed_point_stays_away(self, desk: Desk) -> None:
        article = add(desk, self.TEXT)
        price = question(self.TEXT, "料金はいくらになるのか")
        understand(desk, article, points=(price,))
        (point,) = desk.watching.of_article(article)
        assert desk.watching.dismiss(point.id) == Changes(annotations=frozenset((article,)))
        wider = question(self.TEXT, "料金はいくらになるのか、県は示していない。")
        for again in (price, wider):
            understand(desk, article, points=(again,), version=TODAY + 1)
            assert desk.watching.of_article(article) == ()
            assert desk.watching.all() == []
            assert desk.reading.open(article).watch_points == ()
            assert desk.reading.row(article).watch_open == 0
            assert desk.searching.find("料金", kinds=("watch_point",)).total == 0
        (gone,) = desk.watching.dismissed(article)
        assert (gone.id, gone.dismissed) == (point.id, True)
        desk.watching.restore(point.id)
        assert [one.id for one in desk.watching.of_article(article)] == [point.id]

    def test_the_readers_own_stays_and_is_not_found_twice(self, desk: Desk) -> None:
        article = add(desk, self.TEXT)
        understand(desk, article)
        start = self.TEXT.index("船の便")
        point, changes = desk.watching.make(article, start - 1, start + 8)
        assert (point.text, point.origin) == ("船の便は残るのか", "reader")
        assert changes.annotations == {article}
        assert desk.watching.make(article, start, start + 8) == (point, Changes())
        sentence = question(self.TEXT, "船の便は残るのか。")
        understand(desk, article, points=(sentence,), version=TODAY + 1)
        (only,) = desk.watching.of_article(article)
        assert (only.id, only.text, only.origin) == (point.id, "船の便は残るのか", "reader")
        desk.watching.dismiss(point.id)
        assert desk.watching.make(article, start, start + 8)[0].id == point.id
        with pytest.raises(UsageError):
            desk.watching.make(article, 0, 0)

    def test_a_status_goes_along_with_wider_words(self, desk: Desk) -> None:
        article = add(desk, self.TEXT)
        understand(desk, article, points=(question(self.TEXT, "料金はいくらになるのか"),))
        (point,) = desk.watching.of_article(article)
        desk.watching.set_status(point.id, "developing")
        wider = question(self.TEXT, "料金はいくらになるのか、県は示していない。")
        understand(desk, article, points=(wider,), version=TODAY + 1)
        (only,) = desk.watching.of_article(article)
        assert (only.id, only.status, only.text) == (point.id, "developing", wider.text)
