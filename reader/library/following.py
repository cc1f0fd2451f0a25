"""Watch points through new texts and new understandings: found again by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.search_index import refresh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.connection import Connection
    from reader.model.ids import IdMaker
    from reader.model.understanding import FoundWatchPoint

# What the reader had a hand in is never removed.
_TOUCHED = """
    origin = 'reader' OR tags <> '[]' OR status <> 'open' OR dismissed
    OR EXISTS (SELECT 1 FROM status_change WHERE watch_point = watch_point.number)
    OR EXISTS (SELECT 1 FROM note WHERE on_watch_point = watch_point.number)
    OR EXISTS (SELECT 1 FROM removed WHERE on_watch_point = watch_point.number)
    """


class _Point(NamedTuple):
    number: int
    text: str
    words: str  # that are looked for: its text, or what the reader marked
    start: int
    end: int
    origin: str
    touched: int


def follow_into(db: Connection, article: int, text: str) -> None:
    """Find the watch points of an article in its new text, by their words."""
    for point in _points(db, article):
        _place_or_remove(db, point, text)


def match(
    db: Connection,
    article: int,
    found: Iterable[FoundWatchPoint],
    *,
    text: str,
    make_id: IdMaker,
) -> None:
    """Make the watch points of an article those that were found.

    One whose words were there before keeps its row, and so its id and all the reader did
    with it; of several with the same words the nearest. So does one that stands where most of
    another one stood, as when an analyser takes the words a little wider.
    """
    waiting = list(found)
    left = _points(db, article)
    kept: dict[int, int] = {}
    same = sorted(
        (abs(point.start - new.start), old, place)
        for old, point in enumerate(left)
        for place, new in enumerate(waiting)
        if point.text == new.text
    )
    _pair(same, kept)
    over = sorted(
        (-_shared(point, new), old, place)
        for old, point in enumerate(left)
        if old not in kept
        for place, new in enumerate(waiting)
        if _shared(point, new)
    )
    _pair(over, kept)
    for old, place in kept.items():
        _keep(db, left[old], waiting[place])
    taken = set(kept.values())
    _insert(db, article, [new for i, new in enumerate(waiting) if i not in taken], make_id)
    for old, point in enumerate(left):
        if old in kept:
            continue
        if point.touched:
            _place_or_remove(db, point, text)
        else:
            _remove(db, point)


def _points(db: Connection, article: int) -> list[_Point]:
    rows = db.all(
        f"""
        SELECT number, text,
            CASE origin WHEN 'reader' THEN ifnull(json_extract(anchor, '$[0]'), '')
                ELSE text END,
            start, "end", origin, {_TOUCHED}
        FROM watch_point WHERE article = ? ORDER BY number
        """,  # noqa: S608 (a constant of ours)
        (article,),
    )
    return [_Point(*row) for row in rows]


def _pair(pairs: Iterable[tuple[int, int, int]], kept: dict[int, int]) -> None:
    """Let old and new points that nobody has yet have each other, the best pairs first."""
    taken = set(kept.values())
    for _, old, place in pairs:
        if old not in kept and place not in taken:
            kept[old] = place
            taken.add(place)


def _shared(point: _Point, new: FoundWatchPoint) -> int:
    """Return how many characters two passages share, if that is most of one of them."""
    shared = min(point.end, new.end) - max(point.start, new.start)
    least = min(point.end - point.start, new.end - new.start)
    return shared if shared * 2 > least else 0


def _keep(db: Connection, point: _Point, new: FoundWatchPoint) -> None:
    if point.text == new.text:
        origin = point.origin if point.origin == "reader" else new.origin
    elif point.origin == "reader":
        return  # the reader's words stay the reader's
    else:
        origin = new.origin
    db.run(
        """
        UPDATE watch_point SET text = ?, start = ?, "end" = ?, origin = ?, heading = ?, horizon = ?
        WHERE number = ?
        """,
        (new.text, new.start, new.end, origin, new.heading, new.horizon, point.number),
    )
    if point.text != new.text:
        refresh(db, "watch_point", [point.number])


def _insert(db: Connection, article: int, found: list[FoundWatchPoint], make_id: IdMaker) -> None:
    made = [
        db.insert(
            """
            INSERT INTO watch_point (id, article, origin, text, start, "end", heading, horizon)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                make_id(),
                article,
                new.origin,
                new.text,
                new.start,
                new.end,
                new.heading,
                new.horizon,
            ),
        )
        for new in found
    ]
    refresh(db, "watch_point", made)


def _place_or_remove(db: Connection, point: _Point, text: str) -> None:
    start = _nearest(text, point.words, point.start)
    if start is None and not point.touched:
        _remove(db, point)
        return
    end = 0 if start is None else start + len(point.words)
    db.run(
        'UPDATE watch_point SET start = ?, "end" = ? WHERE number = ?',
        (start or 0, end, point.number),
    )


def _remove(db: Connection, point: _Point) -> None:
    db.run("DELETE FROM watch_point WHERE number = ?", (point.number,))
    refresh(db, "watch_point", [point.number])


def _nearest(text: str, words: str, start: int) -> int | None:
    """Return where the words stand nearest to where they stood."""
    behind = text.find(words, start)
    before = text.rfind(words, 0, start + len(words) - 1)
    places = [place for place in (before, behind) if place >= 0 and words]
    return min(places, key=lambda place: abs(place - start), default=None)
