"""The annotations of an article as W3C Web Annotations in JSON-LD, with its text beside them.

https://www.w3.org/TR/annotation-model/: positions are code points of the text, end
exclusive. What that model has no words for stands under ``chumoku:`` keys, so that adding
the file to another library restores everything.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.model.annotations import CONTEXT
from reader.presentation.article_json import block_of

if TYPE_CHECKING:
    from reader.model.annotated import AnnotatedSummary
    from reader.model.annotations import Anchor, Highlight, Note
    from reader.model.known import KnownArticle
    from reader.model.passage import Passage
    from reader.model.terms import ArticleTerm
    from reader.model.watching import WatchPoint

Json = dict[str, object]

CONTEXTS = ["http://www.w3.org/ns/anno.jsonld", {"chumoku": "urn:chumoku:"}]
FORM = 1
"""Version of the chumoku: keys; a reader of this file refuses a higher one."""


def collection(summary: AnnotatedSummary) -> Json:
    """Return the collection of all annotations of an article, its text included."""
    known = summary.known
    items = _Items(known, summary.exported).all()
    article = known.article
    return {
        "@context": CONTEXTS,
        "id": f"urn:chumoku:annotations:{article.id}",
        "type": "AnnotationCollection",
        "label": article.title,
        "generated": summary.exported,
        "generator": {"id": "urn:chumoku:software", "type": "Software", "name": "Chumoku"},
        "total": len(items),
        "first": {
            "id": f"urn:chumoku:annotations:{article.id}:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
        "chumoku:form": FORM,
        "chumoku:article": _article(known),
    }


def script_text(data: Json) -> str:
    """Write JSON that may stand in a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _article(known: KnownArticle) -> Json:
    article, revision, state = known.article, known.revision, known.state
    return {
        "id": article.id,
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "event_date": article.event_date,
        "event_date_text": article.event_date_text,
        "language": article.language,
        "added": article.added,
        "corrected": list(article.corrected),
        "tags": list(state.tags),
        "sha256": revision.sha256,
        "revision_added": revision.added,
        "text": revision.text,
        "blocks": [block_of(block) for block in revision.blocks],
    }


class _Items:
    """The annotations of one article, in the order in which an export shows them."""

    def __init__(self, known: KnownArticle, exported: str) -> None:
        self._known = known
        self._text = known.revision.text
        self._source = f"urn:sha256:{known.revision.sha256}"
        self._exported = exported

    def all(self) -> list[Json]:
        known = self._known
        items = [self._highlight(mark) for mark in known.highlights]
        items += [self._watch_point(point) for point in known.watch_points]
        items += [self._term(term) for term in known.terms]
        items += [
            self._key_sentence(number, sentence)
            for number, sentence in enumerate(known.key_sentences, 1)
        ]
        items += [self._note(note) for note in known.notes]
        if known.summary.text.strip():
            items.append(self._summary())
        return items

    def _highlight(self, mark: Highlight) -> Json:
        bodies = [_words(mark.note, "commenting")] if mark.note.strip() else []
        bodies += [_words(name, "tagging", plain=True) for name in mark.tags]
        target: Json = {"source": self._source, "styleClass": mark.color}
        if mark.state == "lost":
            target["selector"] = [_quote_of(mark.anchor)]
        else:
            target["selector"] = self._selectors(mark.start, mark.end)
        return self._annotation(
            "highlight",
            mark.id,
            "commenting" if bodies else "highlighting",
            target=target,
            body=bodies,
            more={
                "created": mark.created,
                "chumoku:state": mark.state,
                "chumoku:color": mark.color,
                "chumoku:quotation": mark.text,
                "chumoku:made": _made(mark.anchor),
            },
        )

    def _watch_point(self, point: WatchPoint) -> Json:
        bodies = [_words(point.text, "questioning", plain=True)]
        bodies += [body for note in point.notes for body in _note_bodies(note)]
        bodies += [_words(name, "tagging", plain=True) for name in point.tags]
        return self._annotation(
            "watch_point",
            point.id,
            "questioning",
            target=self._target(point.start, point.end),
            body=bodies,
            more={
                "chumoku:origin": point.origin,
                "chumoku:heading": point.heading,
                "chumoku:status": point.status,
                "chumoku:horizon": point.horizon,
                "chumoku:history": [
                    {"at": step.at, "before": step.before, "after": step.after, "why": step.why}
                    for step in point.history
                ],
            },
        )

    def _term(self, term: ArticleTerm) -> Json:
        start, end = term.occurrences[0] if term.occurrences else (0, 0)
        bodies = [_words(term.definition.text, "describing", plain=True)] if term.definition else []
        bodies += [body for note in term.notes for body in _note_bodies(note)]
        return self._annotation(
            "term",
            term.id,
            "describing",
            target=self._target(start, end),
            body=bodies,
            more={
                "chumoku:text": term.text,
                "chumoku:category": term.category,
                "chumoku:reading": term.reading,
                "chumoku:aliases": list(term.aliases),
                "chumoku:occurrences": [list(place) for place in term.occurrences],
                "chumoku:weight": term.weight,
                "chumoku:shown": term.shown,
                "chumoku:definition": _passage(term.definition),
                "chumoku:receipt": _passage(term.receipt),
            },
        )

    def _key_sentence(self, number: int, sentence: Passage) -> Json:
        return self._annotation(
            "key_sentence",
            f"{self._known.article.id}:{number}",
            "highlighting",
            target=self._target(sentence.start, sentence.end),
        )

    def _note(self, note: Note) -> Json:
        return self._annotation(
            "note",
            note.id,
            "commenting",
            target={"source": self._source},
            body=[_words(note.text, "commenting"), *_tag_bodies(note)],
            more={"created": note.created, "modified": note.modified},
        )

    def _summary(self) -> Json:
        return self._annotation(
            "summary",
            self._known.article.id,
            "describing",
            target={"source": self._source},
            body=[_words(self._known.summary.text, "describing")],
            more={"modified": self._known.summary.modified},
        )

    def _annotation(
        self,
        kind: str,
        item_id: str,
        motivation: str,
        *,
        target: Json,
        body: list[Json] | None = None,
        more: Json | None = None,
    ) -> Json:
        annotation: Json = {
            "id": f"urn:chumoku:{kind}:{item_id}",
            "type": "Annotation",
            "motivation": motivation,
            "generated": self._exported,
            "chumoku:kind": kind,
            "chumoku:id": item_id,
        }
        annotation.update({key: value for key, value in (more or {}).items() if value != ""})
        if body:
            annotation["body"] = body
        annotation["target"] = target
        return annotation

    def _target(self, start: int, end: int) -> Json:
        target: Json = {"source": self._source}
        if start < end <= len(self._text):
            target["selector"] = self._selectors(start, end)
        return target

    def _selectors(self, start: int, end: int) -> list[Json]:
        text = self._text
        quote: Json = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        }
        return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _words(text: str, purpose: str, *, plain: bool = False) -> Json:
    body: Json = {"type": "TextualBody", "value": text, "purpose": purpose}
    if not plain:
        body["format"] = "text/markdown"
    return body


def _note_bodies(note: Note) -> list[Json]:
    """Write a note as one of several bodies; its tags say whose they are."""
    told: Json = {
        **_words(note.text, "commenting"),
        "created": note.created,
        "modified": note.modified,
        "chumoku:id": note.id,
    }
    return [told, *({**body, "chumoku:of": note.id} for body in _tag_bodies(note))]


def _tag_bodies(note: Note) -> list[Json]:
    return [_words(name, "tagging", plain=True) for name in note.tags]


def _quote_of(anchor: Anchor) -> Json:
    return {
        "type": "TextQuoteSelector",
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _made(anchor: Anchor) -> Json:
    return {
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
    }


def _passage(passage: Passage | None) -> Json | None:
    if passage is None:
        return None
    return {"text": passage.text, "start": passage.start, "end": passage.end}
