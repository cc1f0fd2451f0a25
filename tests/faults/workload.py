"""A short day of a reader, act by act, each told to a ledger before and after.

A further act is one line of ``ACTS`` (or of a list of its own in ``WORKLOADS``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TypeAlias

from faults.ledger import Ledger
from faults.states import digest, words_of

from reader.model.errors import ReaderError
from reader.services.desk import Desk, open_desk

NOW = "2026-01-10T09:00:00Z"
BRIDGE = """\
北海の橋、夏に開通へ
北海県は橋の工事が終わりに近いと発表した。北海大橋とは、二つの島を結ぶ橋である。
今後の注目ポイント
料金はいくらになるのか
船の便は残るのか"""
HARBOUR = "南の港、来春に広がる\n港を広げる工事が来春に始まる。" + "船が増える見通しだ。" * 400
LONG = "橋を渡って島へ行く。" * 700


class Work:
    """The place, its library, and what the acts share."""

    def __init__(self, place: Path, ledger: Ledger, *, pragma: str = "", day: int = 0) -> None:
        self.library = place / "library"
        self.exports = place / "exports"
        self._ledger = ledger
        self._pragma = pragma
        self._desk: Desk | None = None
        self._made = day * 1_000_000
        self._ids: dict[str, str] = {}

    @property
    def desk(self) -> Desk:
        """Return the open library; one that could not be opened is tried again by each act."""
        if self._desk is None:
            self._desk = open_desk(self.library, clock=self._now, random_bits=self._bits)
            if self._pragma:
                self._desk._library._db.raw.execute(self._pragma)
        return self._desk

    def close(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def article(self, text: str) -> None:
        """Add a text; the report of a failure is as good as an error."""
        title = text.split("\n", 1)[0]
        with self._ledger.act(f"article {title}", digest(text.encode())):
            report = self.desk.adding.add_text(text, "article.txt")
            if report.error is not None:
                raise report.error
            self._ids[title] = report.id

    def note(self, name: str, words: str, *, on: str) -> None:
        text = f"#{name} {words}"
        with self._ledger.act(f"note {name}", text):
            made, _ = self.desk.annotating.note("article", self._id(on), text)
            self._ids[name] = made.id

    def rewrite(self, name: str, words: str) -> None:
        text = f"#{name} {words}"
        with self._ledger.act(f"note {name}", text):
            self.desk.annotating.rewrite(self._id(name), text)

    def highlight(self, quote: str, *, on: str, note: str = "", color: str = "green") -> None:
        with self._ledger.act(f"highlight {quote}", f"{color} {note}"):
            (start, end), *_ = self.desk.annotating.places_of(self._id(on), quote)
            self.desk.annotating.highlight(self._id(on), start, end, color=color, note=note)

    def summary(self, words: str, *, of: str) -> None:
        with self._ledger.act(f"summary {of}", words):
            self.desk.summarising.write(self._id(of), words)

    def question(self, words: str, *, on: str) -> None:
        with self._ledger.act(f"status {words}", "open"):
            (start, end), *_ = self.desk.annotating.places_of(self._id(on), words)
            self._ids[words] = self.desk.watching.make(self._id(on), start, end)[0].id

    def status(self, words: str, status: str) -> None:
        with self._ledger.act(f"status {words}", status):
            self.desk.watching.set_status(self._id(words), status)

    def export(self, name: str, *, of: str, replace: bool = False) -> None:
        """Export a summary into a folder that is there; tried are the very bytes of the file."""
        with self._ledger.act(f"export {name}", digest(self._rendered(of))):
            ids = [self._id(of)]
            path = self.exports / name
            self.desk.exporting.export(ids, "markdown", path, language="ja", replace=replace)

    def export_into(self, folder: str, *, of: str) -> None:
        """Export a summary into a folder that is made for it."""
        name = ""
        with suppress(ReaderError):
            name = f"{folder}/{self.desk.exporting.file_stem(self._id(of))}.md"
        with self._ledger.act(f"export {name}", digest(self._rendered(of))):
            ids = [self._id(of)]
            path = self.exports / folder
            self.desk.exporting.export(ids, "markdown", path, language="ja", as_folder=True)

    def backup(self, name: str) -> None:
        words = ""
        with suppress(ReaderError):
            words = digest_of(words_of(self.desk._library))
        with self._ledger.act(f"backup {name}", words):
            self.desk._library.backup(name, now=NOW)

    def look(self) -> None:
        """Open the library and read; an older one is brought up to date by it."""
        with self._ledger.act("looking", "done"):
            self.desk.reading.page()

    def _rendered(self, title: str) -> bytes:
        with suppress(ReaderError):
            id_ = self._id(title)
            return self.desk.exporting.render(id_, format_name="markdown", language="ja")
        return b""

    def _id(self, name: str) -> str:
        """Return the id of what an act made; one that failed has none."""
        if name not in self._ids:
            raise ReaderError("no_such_id", id=name)
        return self._ids[name]

    def _now(self) -> str:
        return NOW

    def _bits(self, _count: int) -> int:
        self._made += 1
        return self._made * 0x9E3779B97F4A7C15F39D % (1 << 80)


def digest_of(state: dict[str, str]) -> str:
    return digest(repr(sorted(state.items())).encode())


Act: TypeAlias = Callable[[Work], None]
TITLE, PORT = (text.split("\n", 1)[0] for text in (BRIDGE, HARBOUR))
SHIP, PRICE = "船の便は残るのか", "料金はいくらになるのか"
ACTS: tuple[Act, ...] = (
    lambda work: work.article(BRIDGE),
    lambda work: work.note("first", "図書館で地図を見る", on=TITLE),
    lambda work: work.highlight("二つの島", on=TITLE, note="どの島か"),
    lambda work: work.rewrite("first", "図書館は月曜が休み"),
    lambda work: work.summary("夏に橋が開く。", of=TITLE),
    lambda work: work.question(SHIP, on=TITLE),
    lambda work: work.status(SHIP, "developing"),
    lambda work: work.export("bridge.md", of=TITLE),
    lambda work: work.export_into("all", of=TITLE),
    lambda work: work.backup("by-hand"),
    lambda work: work.article(HARBOUR),
    lambda work: work.note("long", LONG, on=PORT),
    lambda work: work.summary("夏に橋が開き、船は減る。" + LONG, of=TITLE),
    lambda work: work.export("bridge.md", of=TITLE),
    lambda work: work.rewrite("long", "短くした"),
    lambda work: work.note("last", "まだ続く", on=TITLE),
    lambda work: work.status(SHIP, "answered"),
)
LATER: tuple[Act, ...] = (
    lambda work: work.article("雪の鉄道、再び走る\n雪で止まった鉄道が走る。"),
    lambda work: work.note("later", "次の日に書いた", on="雪の鉄道、再び走る"),
    lambda work: work.export("bridge.md", of="雪の鉄道、再び走る", replace=True),
    lambda work: work.backup("by-hand-later"),
)
OPENING: tuple[Act, ...] = (lambda work: work.look(),)
WORKLOADS: Mapping[str, tuple[Act, ...]] = MappingProxyType(
    {"day": ACTS, "later": LATER, "opening": OPENING}
)


def run(
    name: str, place: Path, tell: Callable[[str], object], *, pragma: str = "", day: int = 0
) -> None:
    """Do all the acts of a workload, one after the other, whatever becomes of each."""
    ledger = Ledger(tell)
    work = Work(place, ledger, pragma=pragma, day=day)
    for act in WORKLOADS[name]:
        act(work)
    with ledger.act("closing", "done"):
        work.close()


def warm_up() -> None:
    """Import what the acts need, so that a forked child has it already."""
    with TemporaryDirectory() as folder:
        for day, name in enumerate(WORKLOADS):
            run(name, Path(folder).resolve(), len, day=day)
