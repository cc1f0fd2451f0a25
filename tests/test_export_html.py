from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from exports.reading import Json, read_page
from exports.sample import annotated_summary, bare_summary, highlight_on
from hypothesis import given
from hypothesis import strategies as st

from reader.export import html_page, registry
from reader.model.annotations import HIGHLIGHT_COLORS, Summary

if TYPE_CHECKING:
    from reader.model.annotated import AnnotatedSummary

HOSTILE = "</script><script>alert(1)</script><img src=http://x/y onerror=alert(1)>\"'&<!--\u2028"


def hostile_summary() -> AnnotatedSummary:
    """Build a summary with hostile words in every place that takes words."""
    rich = annotated_summary()
    known = rich.known
    text = known.revision.text.replace("と発表しました", HOSTILE, 1)
    return replace(
        rich,
        known=replace(
            known,
            article=replace(
                known.article,
                title=HOSTILE,
                author=HOSTILE,
                source=HOSTILE,
                url=f'https://x/"{HOSTILE}',
                event_date_text=HOSTILE,
            ),
            revision=replace(known.revision, text=text),
            summary=Summary(HOSTILE),
            highlights=tuple(
                replace(mark, note=HOSTILE, text=HOSTILE, tags=(HOSTILE,))
                for mark in known.highlights
            ),
            watch_points=tuple(
                replace(point, text=HOSTILE, heading=HOSTILE, horizon=HOSTILE, tags=(HOSTILE,))
                for point in known.watch_points
            ),
            terms=tuple(
                replace(term, text=HOSTILE, reading=HOSTILE, aliases=(HOSTILE,))
                for term in known.terms
            ),
            notes=tuple(note._replace(text=HOSTILE) for note in known.notes),
        ),
    )


def items_of(page: str) -> list[Json]:
    first = cast("Json", read_page(page).annotations["first"])
    return cast("list[Json]", first["items"])


@pytest.mark.parametrize(
    "summary",
    [annotated_summary("ja"), annotated_summary("en"), bare_summary(), hostile_summary()],
    ids=["rich", "English", "bare", "hostile"],
)
def test_the_page_is_well_formed_and_asks_the_network_for_nothing(
    summary: AnnotatedSummary,
) -> None:
    written = html_page.write(summary)
    page = read_page(written)
    assert page.faults == []
    assert len(page.ids) == len(set(page.ids))
    assert {kind for kind, _ in page.scripts} == {"application/ld+json"}
    assert sum(1 for tag, _ in page.elements if tag == "script") == 1
    assert not {tag for tag, _ in page.elements} & {"img", "link", "iframe", "object", "base"}
    for tag, attributes in page.elements:
        assert "src" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        address = attributes.get("href", "#")
        assert address.startswith("#") or (tag == "a" and address.startswith("https://"))
        if address.startswith("#"):
            assert address == "#" or address[1:] in page.ids
    policies = [one for one in page.attributes("meta") if "http-equiv" in one]
    assert policies == [
        {
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        }
    ]
    style = written[written.index("<style>") : written.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_words_are_shown_as_letters() -> None:
    words = read_page(html_page.write(hostile_summary())).words
    assert words.count("<script>alert(1)</script>") >= 15


def test_the_article_is_in_the_page_word_for_word() -> None:
    for language in ("ja", "en"):
        summary = annotated_summary("ja" if language == "ja" else "en")
        revision = summary.known.revision
        page = read_page(html_page.write(summary))
        shown = [line for line in page.article.split("\n") if line]
        assert shown == [revision.text[block.start : block.end] for block in revision.blocks]


def test_overlapping_marks_each_cover_their_own_words() -> None:
    summary = annotated_summary()
    marks = {mark.id: mark for mark in summary.known.highlights}
    page = html_page.write(summary)
    for mark_id in ("h1early", "h2late"):
        assert marked_words(page, mark_id) == marks[mark_id].text
    assert marked_words(page, "h3across") == "住民の声を聞いて決める」今後の注目"
    assert marked_words(page, "h5lost") == ""
    assert '<mark class="c-orange doubtful" data-chumoku-id="h4doubt" title="要確認"' in page


def marked_words(page: str, mark_id: str) -> str:
    """Collect the words of the article that stand in the marks of one highlight."""
    words, depth = "", 0
    rest = page[page.index("<article") : page.index("</article>")]
    for piece in rest.split("<")[1:]:
        tag, _, told = piece.partition(">")
        if tag.startswith("mark ") and (depth or f'data-chumoku-id="{mark_id}"' in tag):
            depth += 1
        elif tag == "/mark" and depth:
            depth -= 1
        words += told if depth else ""
    return words


def test_notes_are_asides_that_lead_back_to_their_passage() -> None:
    page = read_page(html_page.write(annotated_summary()))
    asides = {one.get("id") for one in page.attributes("aside")}
    assert {"n-h1early", "n-n1", "n-n2", "n-n3"} <= asides
    links = [one["href"] for one in page.attributes("a")]
    assert {"#h-h1early", "#e-h1early", "#w-w1", "#t-t1", "#p-1"} <= set(links)
    details = [one for one in page.attributes("mark") if "aria-details" in one]
    assert {one["aria-details"] for one in details} == {"n-h1early"}


def test_what_the_article_says_asks_and_the_reader_thinks_is_told_apart() -> None:
    page = read_page(html_page.write(annotated_summary()))
    layers = {one["id"]: one["class"] for one in page.attributes("section")}
    assert layers == {
        "summary": "thinks",
        "key-sentences": "says",
        "highlights": "says",
        "lost": "says",
        "watch-points": "asks",
        "terms": "says",
        "notes": "thinks",
        "text": "says",
    }


def test_an_article_without_a_note_is_still_a_decent_page() -> None:
    page = read_page(html_page.write(bare_summary()))
    sections = [one["id"] for one in page.attributes("section")]
    assert sections == ["key-sentences", "watch-points", "terms", "text"]
    empty = replace(bare_summary().known, terms=(), watch_points=(), key_sentences=())
    page = read_page(html_page.write(replace(bare_summary(), known=empty)))
    assert [one["id"] for one in page.attributes("section")] == ["text"]


def test_without_its_text_the_page_keeps_the_quotations() -> None:
    rich = annotated_summary()
    revision = replace(rich.known.revision, text="", blocks=())
    written = html_page.write(replace(rich, known=replace(rich.known, revision=revision)))
    page = read_page(written)
    assert page.faults == []
    assert "text" not in page.ids
    assert "高くする工事を来年4月に始める" in page.words


@pytest.mark.parametrize("language", ["ja", "en"])
def test_positions_are_code_points_that_give_the_quotation_back(language: str) -> None:
    summary = annotated_summary("ja" if language == "ja" else "en")
    written = html_page.write(summary)
    data = read_page(written).annotations
    article = cast("Json", data["chumoku:article"])
    text = cast("str", article["text"])
    assert text == summary.known.revision.text
    placed = 0
    for item in items_of(written):
        target = cast("Json", item["target"])
        assert target["source"] == f"urn:sha256:{article['sha256']}"
        selectors = cast("list[Json]", target.get("selector", []))
        if len(selectors) == 2:
            quote, position = selectors
            start, end = cast("int", position["start"]), cast("int", position["end"])
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(cast("str", quote["prefix"]))
            assert text[end:].startswith(cast("str", quote["suffix"]))
            placed += 1
    assert placed == 11
    assert data["total"] == len(items_of(written))


def test_annotations_follow_the_model_of_the_w3c() -> None:
    items = items_of(html_page.write(annotated_summary()))
    for item in items:
        assert item["type"] == "Annotation"
        assert str(item["id"]).startswith("urn:")
        assert item["motivation"] in {
            "highlighting",
            "commenting",
            "questioning",
            "describing",
        }
        for body in cast("list[Json]", item.get("body", [])):
            assert body["type"] == "TextualBody"
    lost = next(item for item in items if item["chumoku:id"] == "h5lost")
    (selector,) = cast("list[Json]", cast("Json", lost["target"])["selector"])
    assert selector["exact"] == "知事は会見を開かない方針です*"


def test_everything_needed_to_restore_the_article_is_in_the_page() -> None:
    summary = annotated_summary()
    known = summary.known
    data = read_page(html_page.write(summary)).annotations
    article = cast("Json", data["chumoku:article"])
    assert [
        (block["kind"], block["level"], block["start"], block["end"])
        for block in cast("list[Json]", article["blocks"])
    ] == [(block.kind, block.level, block.start, block.end) for block in known.revision.blocks]
    spans = [span for block in cast("list[Json]", article["blocks"]) for span in as_list(block)]
    assert [tuple(span) for span in spans] == [
        (span.start, span.end, span.kind, span.target)
        for block in known.revision.blocks
        for span in block.spans
    ]
    assert article["sha256"] == known.revision.sha256
    told = json.dumps(data, ensure_ascii=False)
    for words in (known.summary.text, known.notes[0].text, known.highlights[0].note):
        assert json.dumps(words, ensure_ascii=False) in told


def as_list(block: Json) -> list[list[object]]:
    return cast("list[list[object]]", block["spans"])


def test_a_page_knows_its_article_and_whether_it_was_changed_by_hand() -> None:
    form = registry.get("html")
    written = form.write(annotated_summary())
    assert form.owner(written) == "7k2m9q00000000aa"
    assert not form.is_ours(b"<!DOCTYPE html><title>mine</title>")
    assert not form.is_ours(b"\xff\xfe\x00" * 9)
    assert form.merge is not None
    fresh = html_page.write(bare_summary())
    merged = form.merge(written.decode(), fresh)
    assert (merged.text, merged.kept_edits) == (fresh, ())
    assert form.merge(fresh, fresh).rewritten == ()
    mine = written.decode().replace("<p>", "<p>My own words. ", 1)
    merged = form.merge(mine, fresh)
    assert merged.text == mine
    assert [edit.id for edit in merged.kept_edits] == ["page"]
    windows = written.decode().replace("\n", "\r\n")
    assert form.merge(windows, fresh).text == fresh


@given(
    ranges=st.lists(
        st.tuples(st.integers(0, 200), st.integers(1, 90), st.sampled_from(HIGHLIGHT_COLORS)),
        max_size=12,
    )
)
def test_any_highlights_leave_the_page_well_formed_and_the_text_whole(
    ranges: list[tuple[int, int, str]],
) -> None:
    rich = annotated_summary()
    revision = rich.known.revision
    marks = tuple(
        highlight_on(
            revision.text,
            start,
            min(len(revision.text), start + length),
            mark_id=f"m{number}",
            color=next(one for one in HIGHLIGHT_COLORS if one == color),
        )
        for number, (start, length, color) in enumerate(ranges)
    )
    written = html_page.write(replace(rich, known=replace(rich.known, highlights=marks)))
    page = read_page(written)
    assert page.faults == []
    assert len(page.ids) == len(set(page.ids))
    shown = [line for line in page.article.split("\n") if line]
    assert shown == [revision.text[block.start : block.end] for block in revision.blocks]
    blocks = revision.blocks
    for mark in marks:
        inside = "".join(
            revision.text[max(mark.start, block.start) : min(mark.end, block.end)]
            for block in blocks
            if block.start < mark.end and mark.start < block.end
        )
        raw = inside.replace("<", "&lt;").replace(">", "&gt;")
        assert marked_words(written, mark.id).replace("(えっすい)", "") == raw
