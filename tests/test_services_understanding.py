"""What waits for its understanding: handed out, stored, and never tried for ever."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import reader.services.analysing
from reader.model.changes import Changes
from reader.model.understanding import Attribution, Hedge
from reader.presentation import article_json
from reader.services.analysing import understand
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import LogWatch

TEXT = "半導体協定に署名\nA国は半導体協定に署名しました。\n今後の注目ポイント\n- いつ発効するのか\n"


@pytest.fixture
def desk(library_folder: Path) -> Iterator[Desk]:
    with open_desk(library_folder) as opened:
        yield opened


def _add(desk: Desk, path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    return desk.adding.add([str(path)]).sources[0].id


def test_a_new_article_waits_until_it_is_understood(desk: Desk) -> None:
    article = desk.adding.add_text(TEXT, "pasted").id
    assert not desk.reading.open(article).understood
    assert desk.understanding.finish() == Changes(content=frozenset((article,)))
    known = desk.reading.open(article)
    assert known.understood
    assert [point.text for point in known.watch_points] == ["いつ発効するのか"]
    assert desk.understanding.next_pending() is None
    assert desk.understanding.finish() == Changes()


def test_another_process_can_do_the_work(desk: Desk) -> None:
    article = desk.adding.add_text(TEXT, "pasted").id
    pending = desk.understanding.next_pending()
    assert pending is not None
    found = understand(pending.text, pending.blocks, pending.language)
    assert desk.understanding.store(pending, found).content == {article}
    assert desk.reading.open(article).understood


def test_the_article_in_view_comes_first(desk: Desk) -> None:
    ids = [desk.adding.add_text(f"{n}番目\n{TEXT}", "pasted").id for n in range(3)]
    for article in (ids[2], ids[1]):
        pending = desk.understanding.next_pending(first=article)
        assert pending is not None
        assert pending.article_id == article
    assert desk.understanding.finish(only=ids[1]).content == {ids[1]}
    assert desk.understanding.finish(only=ids[1]) == Changes()
    assert len(desk.understanding.finish(limit=1).content) == 1
    assert desk.understanding.next_pending(first="zzzzzzzzzzzzzzzz") is not None


def test_an_understanding_that_comes_too_late_is_left_out(desk: Desk, tmp_path: Path) -> None:
    article = _add(desk, tmp_path / "a.txt", TEXT)
    late = desk.understanding.next_pending()
    assert late is not None
    found = understand(late.text, late.blocks, late.language)
    _add(desk, tmp_path / "a.txt", TEXT + "- どの国が続くのか\n")
    assert desk.understanding.store(late, found) == Changes()
    desk.understanding.finish()
    assert len(desk.reading.open(article).watch_points) == 2
    desk.reading.purge([article])
    assert desk.understanding.store(late, found) == Changes()


def test_what_breaks_the_analyser_is_not_tried_for_ever(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: LogWatch
) -> None:
    class Panic(BaseException):
        """As the tokeniser's panics: no Exception."""

    def fragile(text: str, *rest: object) -> object:
        if "壊れる" in text:
            raise Panic("boom")
        return understand(text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reader.services.analysing, "understand", fragile)
    expected_log("could not be understood")
    bad = _add(desk, tmp_path / "bad.txt", "壊れる\n" + TEXT)
    good = _add(desk, tmp_path / "good.txt", TEXT)
    assert desk.understanding.finish().content == {good}
    assert desk.understanding.next_pending() is None
    assert desk.understanding.next_pending(first=bad) is None
    # A new text is tried again, and so is the old one by the next analyser.
    _add(desk, tmp_path / "bad.txt", "直った\n" + TEXT)
    assert desk.understanding.finish().content == {bad}


def test_the_next_analyser_tries_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, expected_log: LogWatch
) -> None:
    expected_log("could not be understood")
    article = desk.adding.add_text(TEXT, "pasted").id
    pending = desk.understanding.next_pending()
    assert pending is not None
    desk.understanding.failed(pending, "the worker died")
    assert desk.understanding.next_pending() is None
    newer = reader.services.analysing.version() + 1
    monkeypatch.setattr(reader.services.analysing, "version", lambda: newer)
    again = desk.understanding.next_pending()
    assert again is not None
    assert again.article_id == article


def test_the_trash_waits_for_nothing(desk: Desk) -> None:
    article = desk.adding.add_text(TEXT, "pasted").id
    desk.reading.trash([article])
    assert desk.understanding.finish() == Changes()


def test_several_are_handed_out_and_kept_at_once(desk: Desk, tmp_path: Path) -> None:
    ids = [desk.adding.add_text(f"{n}番目\n{TEXT}", "pasted").id for n in range(5)]
    first = desk.understanding.next_many(3)
    assert [one.article_id for one in first] == ids[:3]
    rest = desk.understanding.next_many(3, besides=ids[:3])
    assert [one.article_id for one in rest] == ids[3:]
    assert desk.understanding.next_many(3, besides=ids) == []
    done = [(one, understand(one.text, one.blocks, one.language)) for one in (*first, *rest)]
    desk.reading.purge([ids[1]])
    assert desk.understanding.store_many(done).content == {ids[0], *ids[2:]}
    assert desk.understanding.next_many(9) == []
    assert desk.understanding.store_many([]) == Changes()


def test_who_says_so_and_what_is_left_open_are_kept(desk: Desk) -> None:
    article = desk.adding.add_text(TEXT, "pasted").id
    pending = desk.understanding.next_pending()
    assert pending is not None
    found = replace(
        understand(pending.text, pending.blocks, pending.language),
        attributions=(Attribution(5, 9, 3, 5), Attribution(12, 14, 0, 0)),
        hedges=(Hedge(6, 8),),
    )
    desk.understanding.store(pending, found)
    known = desk.reading.open(article)
    assert (known.attributions, known.hedges) == (found.attributions, found.hedges)
    written = article_json.known_article(known)
    text = known.revision.text
    assert written["attributions"] == [
        {
            "text": text[5:9],
            "start": 5,
            "end": 9,
            "source": {"text": text[3:5], "start": 3, "end": 5},
        },
        {"text": text[12:14], "start": 12, "end": 14, "source": None},
    ]
    assert written["hedges"] == [{"text": text[6:8], "start": 6, "end": 8}]
