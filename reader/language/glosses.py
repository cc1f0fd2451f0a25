"""Definitions beside the word: 「X」と呼ぶ, いわゆるX, X(…こと), X=…=, and lists of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.defined_words import (
    Definition,
    describes,
    goes_with,
    is_term_word,
    noun_before,
)
from reader.language.tables import defining as table

if TYPE_CHECKING:
    from reader.language.article import Article, Sentence

_CALLED = re.compile(table.CALLED)
_IS_CALLED = re.compile(table.IS_CALLED)
_KIND = re.compile(table.KIND)
_GLOSSES = (re.compile(table.GLOSS), re.compile(table.EQUALS))
_NO_GLOSS = re.compile(table.NO_GLOSS)
_DESCRIBES = re.compile(table.DESCRIBES)
_SO_CALLED = re.compile(table.SO_CALLED)
_CALLED_FIRST = re.compile(table.CALLED_FIRST)
_KIND_THEN = re.compile(table.KIND_THEN)
_CALLED_AFTER = re.compile(table.CALLED_AFTER)
_EQUALS_TO_THE_END = re.compile(table.EQUALS_TO_THE_END)
_INTRODUCED = re.compile(table.INTRODUCED)
_INTRODUCED_MEANS = re.compile(table.INTRODUCED_MEANS)
_POINTS_BACK = re.compile(table.POINTS_BACK)
_THAT_IS = (re.compile(table.THAT_IS), re.compile(table.THAT_IS_ANY))
_GLOSSARY = re.compile(table.GLOSSARY)
_ENTRY = re.compile(table.ENTRY)
_REFERS_BACK = re.compile("^(?:こう(?!い)|これ|それ|この|その|そう)")
_TOPICS = re.compile("[はがも]、")
_LEAST = 8
_LEAST_REFERRING = 14
_LONGEST = 80


def called(text: str, sentence: Sentence) -> Definition | None:
    """Find …する仕組みを「X」と呼ぶ and …する行為は「X」と呼ばれる."""
    match = _CALLED.search(text, sentence.start, sentence.end) or _IS_CALLED.search(
        text, sentence.start, sentence.end
    )
    if match is None:
        return None
    said = text[sentence.start : match.start()]
    refers = bool(_REFERS_BACK.match(said))
    if not _KIND.search(said) or len(said) < (_LEAST_REFERRING if refers else _LEAST):
        return None
    return _of_group(sentence, match, (sentence.start, match.start()))


def so_called(text: str, sentence: Sentence) -> Definition | None:
    """Find …する、いわゆる「X」: what comes before is what it means."""
    match = _SO_CALLED.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    start = sentence.start
    for topic in _TOPICS.finditer(text, start, match.start()):
        start = topic.end()
    before = [word for word in sentence.words_before(match.start()) if word.start >= start]
    if match.start() - start < _LEAST or not before or before[-1].kind not in _ATTRIBUTIVE:
        return None
    return _of_group(sentence, match, (start, match.start()))


_ATTRIBUTIVE = frozenset(("verb", "adjective", "auxiliary"))


def called_first(text: str, sentence: Sentence) -> Definition | None:
    """Find 「X」と呼ばれる、…する会社が."""
    match = _CALLED_FIRST.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    start = match.end()
    for kind in _KIND_THEN.finditer(text, start, min(sentence.end, start + _LONGEST)):
        if kind.end() - start >= _LEAST and describes(sentence, start, kind.end()):
            group = "term" if match["term"] else "bare"
            return _of_group(sentence, match, (start, kind.end()), group)
    return None


def called_after(text: str, sentence: Sentence) -> Definition | None:
    """Find …を組み込んだXと呼ばれる型: what X is stands before it."""
    match = _CALLED_AFTER.search(text, sentence.start, sentence.end)
    term = noun_before(text, sentence, match.start()) if match is not None else None
    if term is None:
        return None
    end = term[0] - (text[term[0] - 1] in "「『")
    start = sentence.start
    for topic in _TOPICS.finditer(text, start, end):
        start = topic.end()
    before = [word for word in sentence.words_before(end) if word.start >= start]
    if end - start < _LEAST or not before or before[-1].kind not in _ATTRIBUTIVE:
        return None
    return Definition(term, (start, end), (sentence.start, sentence.end))


def equals(text: str, sentence: Sentence) -> Definition | None:
    """Find a note that gives a word and what it is: X=…する現象."""
    match = _EQUALS_TO_THE_END.search(text[sentence.start : sentence.end])
    if match is None or not is_term_word(match["term"]):
        return None
    start, end = (sentence.start + place for place in match.span("said"))
    while text[end - 1] in "。 ":
        end -= 1
    if not describes(sentence, start, end):
        return None
    term = (sentence.start + match.start("term"), sentence.start + match.end("term"))
    return Definition(term, (start, end), (sentence.start, sentence.end))


def _of_group(
    sentence: Sentence, match: re.Match[str], passage: tuple[int, int], group: str = "term"
) -> Definition | None:
    if not is_term_word(match[group]):
        return None
    return Definition(match.span(group), passage, (sentence.start, sentence.end))


def gloss(text: str, sentence: Sentence) -> Definition | None:
    """Find X(…すること) and X=…する状態=: a description right after the word."""
    for pattern in _GLOSSES:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            start, end = match.span(1)
            if _NO_GLOSS.search(match[1]) or not (
                _DESCRIBES.search(match[1]) or describes(sentence, start, end)
            ):
                continue
            term = noun_before(text, sentence, match.start())
            if term is not None and not goes_with(sentence, *term):
                return Definition(term, (start, end), (sentence.start, sentence.end))
    return None


def that_is(text: str, sentence: Sentence) -> Definition | None:
    """Find X、つまり…する考え方."""
    for pattern in _THAT_IS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            term = noun_before(text, sentence, match.start())
            if term is not None and describes(sentence, *match.span("said")):
                return Definition(term, match.span("said"), (sentence.start, sentence.end))
    return None


def after_introduction(text: str, before: Sentence | None, sentence: Sentence) -> Definition | None:
    """Find …を指す after a sentence that says 「X」という言葉がある, or asks Xとは何か."""
    if before is None or before.block != sentence.block:
        return None
    means = _INTRODUCED_MEANS.search(text, sentence.start, sentence.end)
    word = _INTRODUCED.search(text, before.start, before.end) if means else None
    if word is None or means is None:
        return None
    group = "term" if word["term"] else "asked"
    refers = _POINTS_BACK.match(text, sentence.start, sentence.end)
    start = refers.end() if refers else sentence.start
    end = means.end("kind") if means["kind"] else means.start()
    if not is_term_word(word[group]) or end - start < _LEAST or text.find("は", start, end) >= 0:
        return None
    return Definition(word.span(group), (start, end), (sentence.start, sentence.end))


def entries(article: Article) -> list[Definition]:
    """Return the entries X:… of lists of words, which stand under a heading that says so."""
    found = []
    over = ""
    at = 0
    for sentence in article.sentences:
        while at <= sentence.block:
            block = article.blocks[at]
            if block.kind == "heading":
                over = article.folded[block.start : block.end]
            at += 1
        if not _GLOSSARY.search(over) or sentence.end - sentence.start > _LONGEST:
            continue
        match = _ENTRY.search(article.folded[sentence.start : sentence.end])
        if match is not None and is_term_word(match["term"]) and _is_whole(article, sentence):
            start = sentence.start
            term = (start + match.start("term"), start + match.end("term"))
            said = (start + match.start("said"), start + len(match[0].rstrip("。 ")))
            found.append(Definition(term, said, (sentence.start, sentence.end)))
    return found


def _is_whole(article: Article, sentence: Sentence) -> bool:
    return article.blocks[sentence.block].start == sentence.start
