"""What every format tells of an article, chosen and ordered once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.export.places import Places
from reader.presentation.dates import for_people, moment_for_people, period_for_people
from reader.presentation.messages import Language, Messages

if TYPE_CHECKING:
    from reader.model.annotated import AnnotatedSummary
    from reader.model.annotations import Highlight
    from reader.model.terms import ArticleTerm
    from reader.model.watching import StatusChange, WatchPoint

HASH_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the citation; ``url`` when the value is an address that can be followed."""

    label: str
    value: str
    url: str = ""


class Content:
    """An annotated summary made ready to be told in the language of its headings."""

    def __init__(self, summary: AnnotatedSummary) -> None:
        self.summary = summary
        self.known = summary.known
        self.language: Language = "en" if summary.language == "en" else "ja"
        self.say = Messages(self.language)
        self.places = Places(self.known.revision)

    @property
    def title(self) -> str:
        """Return the title on one line; the id where there is none."""
        return one_line(self.known.article.title) or self.known.article.id

    def citation(self) -> list[Fact]:
        """Return what is known of where the article comes from; nothing is made up."""
        article = self.known.article
        publisher = article.publisher if article.publisher != article.source else ""
        event = for_people(article.event_date, self.language, words=article.event_date_text)
        facts = [
            self._fact("source", article.source),
            self._fact("publisher", publisher),
            self._fact("author", article.author),
            self._fact("published", for_people(article.published, self.language)),
            self._fact("event_date", event),
            Fact(self.say("export.url"), article.url, url=web_address(article.url)),
            self._fact("added", moment_for_people(article.added, self.language)),
            self._fact("tags", self.say("export.and").join(self.known.state.tags)),
            self._fact("sha256", self.known.revision.sha256[:HASH_DIGITS]),
        ]
        return [fact for fact in facts if fact.value]

    def highlights(self) -> list[Highlight]:
        """Return the highlights that are in the text, in its order."""
        placed = [mark for mark in self.known.highlights if mark.state != "lost"]
        return sorted(placed, key=lambda mark: (mark.start, mark.end, mark.id))

    def lost(self) -> list[Highlight]:
        """Return the highlights whose passage is gone, in the order they were made."""
        lost = [mark for mark in self.known.highlights if mark.state == "lost"]
        return sorted(lost, key=lambda mark: (mark.created, mark.id))

    def terms(self) -> list[ArticleTerm]:
        """Return the terms that Chumoku shows, those that are defined and those with a note."""
        return [
            term
            for term in self.known.terms
            if term.shown or term.definition is not None or term.notes
        ]

    def words_now(self, mark: Highlight) -> str:
        """Return the words that a highlight's place holds now."""
        return self.known.revision.text[mark.start : mark.end]

    def status(self, point: WatchPoint) -> str:
        """Name the status of a watch point."""
        return self.say(f"export.status_{point.status}")

    def where(self, point: WatchPoint) -> str:
        """Say where the question of a watch point stands, as far as it stands anywhere."""
        if point.end <= point.start:
            return one_line(point.heading)
        mark = self.places.mark(point.start, self.say)
        # A list may be introduced by a whole sentence: the heading above says it shorter.
        heading = self.places.heading(point.start) or one_line(point.heading)
        return " ".join(part for part in (heading, mark) if part)

    def horizon(self, point: WatchPoint) -> str:
        """Say by when the text expects an answer, or nothing."""
        if not point.horizon:
            return ""
        value = period_for_people(point.horizon, self.language)
        return self.say("export.colon", label=self.say("export.horizon"), value=value)

    def step(self, change: StatusChange) -> str:
        """Tell one step of a watch point's history."""
        step = self.say(
            "export.step",
            before=self.say(f"export.status_{change.before}"),
            after=self.say(f"export.status_{change.after}"),
        )
        when = moment_for_people(change.at, self.language)
        why = one_line(change.why)
        return f"{when} {step}" + (f" ({why})" if why else "")

    def _fact(self, name: str, value: str) -> Fact:
        return Fact(self.say(f"export.{name}"), one_line(value))


def one_line(text: str) -> str:
    """Write ``text`` on one line, without control characters."""
    return "".join(sign if _is_inline(sign) else " " for sign in text).strip()


def web_address(url: str) -> str:
    """Return ``url`` if it is an absolute web address without anything odd in it, else ''."""
    plain = url.startswith(("http://", "https://")) and not set(url) & set(" <>\"'\\`\n\r\t")
    return url if plain else ""


def _is_inline(sign: str) -> bool:
    return sign >= " " and not "\x7f" <= sign <= "\x9f" and sign not in "\u2028\u2029"
