"""Build one rich annotated summary, in Japanese or English, for the tests of the exports."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Literal

from reader.model.annotated import AnnotatedSummary
from reader.model.annotations import Anchor, Highlight, HighlightColor, Note, NoteTarget, Summary
from reader.model.article import Article, ArticleState, Revision
from reader.model.blocks import Block, BlockKind, Span
from reader.model.known import KnownArticle
from reader.model.passage import Passage
from reader.model.terms import ArticleTerm
from reader.model.watching import StatusChange, WatchPoint

Lang = Literal["ja", "en"]
EXPORTED = "2026-02-03T04:05:06Z"

# A line is its kind, its level, what stands before it in the text, and its words.
Line = tuple[BlockKind, int, str, str]

JAPANESE: tuple[Line, ...] = (
    ("title", 0, "", "𠮷野川の堤防、来春に着工へ「住民と決める」"),
    ("aside", 0, "", "シェアする🔗 Ｘ　ＬＩＮＥ"),
    (
        "paragraph",
        0,
        "",
        "𠮷野県は10日、𠮷野川の堤防を高くする工事を来年4月に始めると発表しました🌊。",
    ),
    ("heading", 2, "■", "「百年に一度」への備え"),
    (
        "paragraph",
        0,
        "",
        "越水対策とは、水が堤防を越えても崩れないようにする工事を指すとされています。",
    ),
    (
        "paragraph",
        0,
        "",
        "ＡＢＣ建設（仮称）は、費用を１２０億円と見積もり*ました*。<b>増える</b>恐れもあります。",
    ),
    ("quotation", 0, "> ", "「住民の声を聞いて決める」"),
    ("heading", 2, "【", "今後の注目ポイント"),
    ("list_item", 1, "・", "工事の費用を、国と県が、どの割合で負担するのか"),
    ("list_item", 1, "・", "住民の声で、計画がどう変わるのか"),
    ("list_item", 2, "  - ", "立ち退きの対象になる家は何軒か"),
    ("caption", 0, "", "堤防の上を走る子どもたち👩‍👧‍👦"),
    ("reference", 0, "", "出典: 県の公式サイト"),
)
ENGLISH: tuple[Line, ...] = (
    ("title", 0, "", "Work on the Yoshino 𠮷野 levee to begin in spring"),
    ("aside", 0, "", "Share this 🔗"),
    ("paragraph", 0, "", "The county said on the 10th that it will raise the levee from April 🌊."),
    ("heading", 2, "## ", "Ready for a “once in a century” flood"),
    ("paragraph", 0, "", "Overflow works are, it is said, works that keep a levee from failing."),
    ("paragraph", 0, "", "Ａｂｃ Builders put the cost at *120 million* <b>and</b> it may rise."),
    ("quotation", 0, "> ", "“We decide together with the people who live here.”"),
    ("heading", 2, "## ", "What to watch"),
    ("list_item", 1, "- ", "Who pays for which part of the works?"),
    ("list_item", 1, "- ", "How will the plan change after the hearings?"),
    ("list_item", 2, "  - ", "How many houses have to go?"),
    ("caption", 0, "", "Children run along the levee 👩‍👧‍👦"),
    ("reference", 0, "", "Source: the county’s own site"),
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The passages of one language that the annotations are on, and what is said of them."""

    ruby: tuple[str, str]
    link: str
    early: str
    late: str
    across: tuple[str, str]
    doubtful: tuple[str, str]
    lost: str
    definition: str
    term: str
    event: str


WORDS: dict[Lang, _Words] = {
    "ja": _Words(
        ruby=("越水", "えっすい"),
        link="公式サイト",
        early="𠮷野川の堤防を高くする工事",
        late="高くする工事を来年4月に始める",
        across=("住民の声を聞いて決める", "今後の注目"),
        doubtful=("費用を百億円と見積もり", "費用を１２０億円と見積もり"),
        lost="知事は会見を開かない方針です*",
        definition="水が堤防を越えても崩れないようにする工事を指すとされています",
        term="越水対策",
        event="12月初旬",
    ),
    "en": _Words(
        ruby=("levee", "LEV-ee"),
        link="own site",
        early="it will raise the levee",
        late="the levee from April 🌊",
        across=("people who live here.", "What to"),
        doubtful=("put the cost at 100 million", "put the cost at *120 million*"),
        lost="The governor will not meet the press *",
        definition="works that keep a levee from failing",
        term="Overflow works",
        event="early December",
    ),
}

_HOSTILE = "<!-- chumoku:end -->\n- 二つ目\n\n---\ntitle: x"
NOTE = {
    "ja": f"費用の**分担**は、前回も揉めた。\n- 一つ目{_HOSTILE}",
    "en": f"They **quarrelled** over it before.\n- one{_HOSTILE}",
}
SUMMARY = {
    "ja": "# 要するに\n堤防を高くする。<script>alert(1)</script>\n\n> [!danger] だが\n> 費用は未定",
    "en": "# In short\nThe levee rises. <script>alert(1)</script>\n\n> [!danger] But\n> who pays?",
}


def annotated_summary(language: Lang = "ja") -> AnnotatedSummary:
    """Build the summary with everything in it that an export can show."""
    lines = JAPANESE if language == "ja" else ENGLISH
    words = WORDS[language]
    revision = _revision(lines, words)
    text = revision.text
    article = Article(
        id="7k2m9q00000000aa",
        number=3,
        title=lines[0][3],
        author="山田𠮷男" if language == "ja" else "Y. “Lucky” Yamada",
        publisher="𠮷野新聞" if language == "ja" else "The 𠮷野 Times",
        source="example.org",
        url="https://example.org/news?id=1&lang=ja",
        published="",
        event_date="2025-12",
        event_date_text=words.event,
        language=language,
        added="2026-01-10T09:00:00Z",
        origin="/news/levee.txt",
    )
    known = KnownArticle(
        article=article,
        revision=revision,
        state=ArticleState("read", tags=("治水", "2026", "to read")),
        understood=True,
        terms=_terms(text, words, language),
        watch_points=_watch_points(text, lines, language),
        key_sentences=(_passage(text, lines[2][3]), _passage(text, lines[4][3])),
        highlights=_highlights(text, words, language),
        notes=(_note("article", article.id, "n1", "…\n\n[[x]] `<b>` <b>!</b> #tag"),),
        summary=Summary(SUMMARY[language], "2026-01-11T10:00:00Z"),
    )
    return AnnotatedSummary(known, EXPORTED, language)


def bare_summary(language: Lang = "ja") -> AnnotatedSummary:
    """Build the summary of an article that the reader has not written a word about."""
    rich = annotated_summary(language)
    known = replace(rich.known, highlights=(), notes=(), summary=Summary(), state=ArticleState())
    points = tuple(
        replace(point, status="open", notes=(), history=(), tags=())
        for point in known.watch_points
        if point.origin != "reader"
    )
    return replace(rich, known=replace(known, watch_points=points))


def highlight_on(
    text: str, start: int, end: int, *, mark_id: str, color: HighlightColor
) -> Highlight:
    """Build a highlight on a range of the text."""
    anchor = Anchor(
        text[start:end], text[max(0, start - 32) : start], text[end : end + 32], start, end
    )
    return Highlight(
        id=mark_id,
        text=text[start:end],
        start=start,
        end=end,
        color=color,
        state="anchored",
        note="",
        tags=(),
        created="2026-01-11T09:00:00Z",
        anchor=anchor,
        made_on=1,
    )


def _revision(lines: tuple[Line, ...], words: _Words) -> Revision:
    text, blocks = "", []
    for kind, level, before, line in lines:
        text += ("\n" if text else "") + before
        start = len(text)
        text += line
        spans = []
        for told, span in (
            (words.ruby[0], Span(0, 0, "ruby", words.ruby[1])),
            (words.link, Span(0, 0, "link", "https://example.org/?a=1&b=2")),
            (words.definition, Span(0, 0, "strong")),
        ):
            at = line.find(told)
            if at >= 0 and kind in {"paragraph", "reference"}:
                spans.append(span._replace(start=start + at, end=start + at + len(told)))
        blocks.append(Block(kind, start, len(text), level, tuple(spans)))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Revision(5, digest, text, tuple(blocks), "2026-01-10T09:00:00Z")


def _highlights(text: str, words: _Words, language: Lang) -> tuple[Highlight, ...]:
    def on(passage: str, mark_id: str, color: HighlightColor) -> Highlight:
        start = text.index(passage)
        return highlight_on(text, start, start + len(passage), mark_id=mark_id, color=color)

    first, last = (text.index(passage) for passage in words.across)
    across = highlight_on(
        text, first, last + len(words.across[1]), mark_id="h3across", color="purple"
    )
    was, now = words.doubtful
    doubtful = on(now, "h4doubt", "orange")
    gone = Anchor(words.lost, "", "", 40, 40 + len(words.lost))
    return (
        replace(on(words.early, "h1early", "yellow"), note=NOTE[language], tags=("to do", "治水")),
        on(words.late, "h2late", "blue"),
        across,
        replace(doubtful, text=was, state="doubtful", anchor=doubtful.anchor._replace(exact=was)),
        replace(
            on(words.early, "h5lost", "gray"),
            text=words.lost,
            start=0,
            end=0,
            state="lost",
            note="?",
            anchor=gone,
        ),
    )


def _watch_points(text: str, lines: tuple[Line, ...], language: Lang) -> tuple[WatchPoint, ...]:
    heading = lines[7][3]
    points = []
    for number, (_, _, _, words) in enumerate(lines[8:11], 1):
        start = text.index(words)
        points.append(
            WatchPoint(
                id=f"w{number}",
                article_id="7k2m9q00000000aa",
                text=words,
                start=start,
                end=start + len(words),
                origin="list",
                heading=heading,
                status="open",
            )
        )
    points[0] = replace(
        points[0],
        status="answered",
        horizon="2026-03/2026-05",
        tags=("money",),
        notes=(_note("watch_point", "w1", "n2", "3対7になった。\n```\n# 未定"),),
        history=(
            StatusChange("2026-01-12T00:00:00Z", "open", "developing", "会議が*開かれた*"),
            StatusChange("2026-01-20T00:00:00Z", "developing", "answered", ""),
        ),
    )
    points[1] = replace(points[1], status="developing")
    points[2] = replace(points[2], status="dropped")
    mine = "知事は次も出るのか <!-- ?" if language == "ja" else "Will she run again? <!-- ?"
    asked = replace(points[1], id="w4", text=mine, start=0, end=0, heading="", status="open")
    return (*points, replace(asked, origin="reader"))


def _terms(text: str, words: _Words, language: Lang) -> tuple[ArticleTerm, ...]:
    start = text.index(words.term)
    river = "𠮷野" if language == "en" else "𠮷野川"
    at = text.index(river)
    plain = ArticleTerm(
        id="t2",
        text="「百年に一度」" if language == "ja" else "“once in a century”",
        category="concept",
        reading="",
        aliases=(),
        occurrences=(),
        weight=0.4,
        shown=True,
    )
    return (
        ArticleTerm(
            id="t1",
            text=words.term,
            category="concept",
            reading="えっすいたいさく" if language == "ja" else "",
            aliases=("越水*対策*", "対策"),
            occurrences=((start, start + len(words.term)),),
            weight=1.0,
            shown=True,
            definition=_passage(text, words.definition),
            receipt=None,
            notes=(_note("term", "t1", "n3", "前の記事では「越流」だった。"),),
        ),
        plain,
        replace(plain, id="t3", text=river, category="place", occurrences=((at, at + len(river)),)),
        replace(plain, id="t4", text="県", shown=False),
    )


def _passage(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(words, start, start + len(words))


def _note(target: NoteTarget, target_id: str, note_id: str, text: str) -> Note:
    return Note(note_id, target, target_id, text, "2026-01-11T09:00:00Z", "2026-01-11T09:30:00Z")
