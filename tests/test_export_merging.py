from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import yaml
from exports.reading import front_matter, parts
from exports.sample import annotated_summary
from hypothesis import given
from hypothesis import strategies as st

from reader.export import markdown_file, registry
from reader.export.merging import Merged, merge, owner
from reader.model.watching import StatusChange

if TYPE_CHECKING:
    from reader.model.annotated import AnnotatedSummary
    from reader.model.known import KnownArticle

WRITTEN = markdown_file.write(annotated_summary())


def changed(**fields: object) -> str:
    """Write the sample with other values in place of some of its own."""
    rich = annotated_summary()
    return markdown_file.write(replace(rich, known=replace(rich.known, **fields)))  # type: ignore[arg-type]


def known() -> KnownArticle:
    return annotated_summary().known


def answered() -> str:
    """Write the sample with its second watch point answered, and one more highlight."""
    points = known().watch_points
    step = StatusChange("2026-02-01T00:00:00Z", "developing", "answered", "決まった")
    newer = replace(points[1], status="answered", history=(step,))
    marks = known().highlights
    extra = replace(marks[1], id="h9new", start=marks[1].start + 1, text="新しい引用")
    return changed(watch_points=(points[0], newer, *points[2:]), highlights=(*marks, extra))


def test_nothing_new_changes_nothing() -> None:
    merged = merge(WRITTEN, WRITTEN)
    assert merged.text == WRITTEN
    assert merged == Merged(WRITTEN)


def test_what_nobody_touched_becomes_as_if_written_afresh() -> None:
    merged = merge(WRITTEN, answered())
    assert merged.text == answered()
    assert merged.rewritten == ("watch-w2",)
    assert merged.added == ("highlight-h9new",)


def test_the_reader_s_own_lines_stay_where_they_are() -> None:
    mine = WRITTEN.replace(
        "<!-- chumoku:begin id=highlight-h2late",
        "私の考え: 本当に?\n\n<!-- chumoku:begin id=highlight-h2late",
    )
    mine = (
        mine.replace("<!-- chumoku:file", "## 私の節\n- 続き\n\n<!-- chumoku:file") + "\n末尾にも。"
    )
    merged = merge(mine, answered())
    expected = answered().replace(
        "<!-- chumoku:begin id=highlight-h2late",
        "私の考え: 本当に?\n\n<!-- chumoku:begin id=highlight-h2late",
    )
    expected = expected.replace("<!-- chumoku:file", "## 私の節\n- 続き\n\n<!-- chumoku:file")
    assert merged.text == expected + "\n末尾にも。"


def test_an_edited_part_is_left_and_reported_every_time() -> None:
    mine = WRITTEN.replace("- [ ] 住民の声で、", "- [x] 住民の声で(解決!)、")
    merged = merge(mine, answered())
    assert "- [x] 住民の声で(解決!)、計画がどう変わるのか" in merged.text
    (edit,) = merged.kept_edits
    assert edit.id == "watch-w2"
    assert "解決!" in edit.yours
    assert "決着" in edit.fresh
    assert merged.added == ("highlight-h9new",)
    again = merge(merged.text, answered())
    assert again.text == merged.text
    assert [one.id for one in again.kept_edits] == ["watch-w2"]


def test_an_edit_that_says_the_same_as_we_do_is_no_edit() -> None:
    body = parts(answered())["watch-w2"]
    mine = WRITTEN.replace(parts(WRITTEN)["watch-w2"], body)
    merged = merge(mine, answered())
    assert merged.kept_edits == ()
    assert merged.text == answered()


def test_white_space_that_an_editor_tidies_is_no_edit() -> None:
    mine = re.sub(r"\n\n(?=<!-- chumoku:end)", "\n", WRITTEN).replace("\n>\n", "\n> \n")
    assert merge(mine, answered()).text == answered()


def test_windows_line_ends_are_kept_and_are_no_edit() -> None:
    merged = merge(WRITTEN.replace("\n", "\r\n"), answered())
    assert merged.kept_edits == ()
    assert merged.text == answered().replace("\n", "\r\n")


def test_what_the_reader_took_out_stays_out() -> None:
    part = re.search(r"<!-- chumoku:begin id=terms .*?chumoku:end -->\n\n", WRITTEN, re.DOTALL)
    assert part is not None
    mine = WRITTEN.replace(part.group(), "")
    merged = merge(mine, answered())
    assert "terms" not in parts(merged.text)
    assert merged.left_out == ("terms",)
    again = merge(merged.text, WRITTEN)
    assert "terms" not in parts(again.text)


def test_what_left_the_library_moves_to_a_section_of_its_own() -> None:
    fewer = changed(highlights=known().highlights[1:], notes=())
    merged = merge(WRITTEN, fewer)
    order = list(parts(merged.text))
    assert order.index("gone") < order.index("highlight-h1early")
    assert order.index("highlight-h1early") < order.index("note-n1")
    assert "## ライブラリから外れたもの" in merged.text
    assert "費用の**分担**は、前回も揉めた。" in merged.text
    assert set(merged.moved) == {"highlight-h1early", "note-n1"}
    assert merged.dropped == ("notes",)
    assert merge(merged.text, fewer).text == merged.text
    back = merge(merged.text, WRITTEN)
    assert back.text == WRITTEN


def test_a_highlight_that_is_lost_moves_to_those_that_are() -> None:
    marks = known().highlights
    lost = replace(marks[1], state="lost", start=0, end=0)
    fresh = changed(highlights=(marks[0], lost, *marks[2:]))
    merged = merge(WRITTEN, fresh)
    assert merged.text == fresh
    assert merged.moved == ("highlight-h2late",)


def test_an_edited_part_that_left_the_library_stays_in_its_place() -> None:
    mine = WRITTEN.replace("> 高くする工事を来年4月に始める", "> 高くする工事(私の補足)")
    merged = merge(mine, changed(highlights=known().highlights[:1]))
    assert "高くする工事(私の補足)" in merged.text
    assert [(edit.id, edit.fresh) for edit in merged.kept_edits] == [("highlight-h2late", "")]


def test_a_new_part_comes_after_the_reader_s_remark_and_before_a_section_of_theirs() -> None:
    end = "\n\n<!-- chumoku:begin id=lost"
    mine = WRITTEN.replace(end, "\n\n覚え書き。\n\n## 私の節\n\n考え。" + end)
    marks = known().highlights
    extra = replace(marks[2], id="h9new", start=marks[2].start + 1)
    merged = merge(mine, changed(highlights=(*marks, extra))).text
    at = [
        merged.index(words)
        for words in ("覚え書き。", "id=highlight-h9new", "## 私の節", "id=lost")
    ]
    assert at == sorted(at)


def test_keys_that_the_reader_added_or_changed_are_kept() -> None:
    mine = WRITTEN.replace("aliases: []\n", "aliases:\n  - 堤防の件\nrating: 5\n# mine\n", 1)
    mine = mine.replace('source: "example.org"', "source: example.org", 1)
    rich = annotated_summary()
    article = replace(rich.known.article, source="県の公式サイト", url="")
    merged = merge(mine, changed(article=article))
    read = front_matter(merged.text)
    assert read["aliases"] == ["堤防の件"]
    assert read["rating"] == 5
    assert "# mine\n" in merged.text
    assert read["source"] == "県の公式サイト"
    assert "url" not in read
    assert [edit.id for edit in merged.kept_edits] == ["front:aliases"]
    again = merge(merged.text, WRITTEN)
    assert front_matter(again.text)["aliases"] == ["堤防の件"]
    assert front_matter(again.text)["url"] == rich.known.article.url


def test_front_matter_as_obsidian_writes_it_is_no_edit() -> None:
    read = front_matter(WRITTEN)
    rewritten = yaml.safe_dump(read, allow_unicode=True, sort_keys=False, width=1000)
    mine = re.sub(r"\A---\n.*?\n---\n", f"---\n{rewritten}---\n", WRITTEN, flags=re.DOTALL)
    merged = merge(mine, answered())
    assert merged.kept_edits == ()
    assert merged.text == answered()


def test_keys_that_the_reader_took_out_stay_out() -> None:
    mine = re.sub(r"^sha256: .*\n", "", WRITTEN, flags=re.MULTILINE)
    merged = merge(mine, answered())
    assert "sha256" not in front_matter(merged.text)
    assert merged.left_out == ("front:sha256",)
    bare = re.sub(r"\A---\n.*?\n---\n", "", WRITTEN, flags=re.DOTALL)
    again = merge(bare, answered())
    assert not again.text.startswith("---")
    assert owner(again.text.encode()) == "7k2m9q00000000aa"


def test_a_marker_without_its_end_is_the_reader_s_own_text() -> None:
    mine = WRITTEN.replace("<!-- chumoku:end -->", "", 1)
    merged = merge(mine, answered())
    assert "# 𠮷野川の堤防" in merged.text
    assert [edit.id for edit in merged.kept_edits] == ["head"]
    assert merged.text.count("# 𠮷野川の堤防") == 1


def test_a_part_that_was_copied_is_brought_up_to_date_once() -> None:
    part = re.search(r"<!-- chumoku:begin id=watch-w2 .*?chumoku:end -->\n", WRITTEN, re.DOTALL)
    assert part is not None
    merged = merge(WRITTEN + "\n" + part.group(), answered())
    assert merged.text.endswith(part.group())
    assert merged.text.startswith(answered().rstrip("\n"))


def test_without_its_last_line_nothing_of_the_reader_s_is_lost() -> None:
    mine = re.sub(r"<!-- chumoku:file .*\n", "", WRITTEN).replace("- [ ] 住民", "- [x] 住民")
    mine = mine.replace('tags: ["治水", "n2026", "to-read"]', 'tags: ["私の"]')
    merged = merge(mine, answered())
    assert "- [x] 住民" in merged.text
    assert front_matter(merged.text)["tags"] == ["私の"]
    assert merge(merged.text, answered()).text == merged.text


def test_whose_file_it_is() -> None:
    form = registry.get("markdown")
    assert form.owner(WRITTEN.encode()) == "7k2m9q00000000aa"
    assert form.owner(("\ufeff" + WRITTEN.replace("\n", "\r\n")).encode()) == "7k2m9q00000000aa"
    for foreign in (b"", b"# notes\nchumoku_id: x\n", b"---\ntitle: x\n---\n", b"\xff\xfe\x00\x01"):
        assert not form.is_ours(foreign)


LINES = st.sampled_from(
    ["", "私の考え", "# 見出し", "> 引用", "---", "<!-- chumoku:end -->", "- [ ] やること", "𠮷🌊"]
)


@given(data=st.data())
def test_no_line_that_the_reader_wrote_is_ever_lost(data: st.DataObject) -> None:
    lines = WRITTEN.split("\n")
    start = lines.index("---", 1) + 1
    written: list[str] = []
    for number in range(data.draw(st.integers(1, 6))):
        line = f"{data.draw(LINES)}({number})"
        lines.insert(data.draw(st.integers(start, len(lines))), line)
        written.append(line)
    for _ in range(data.draw(st.integers(0, 2))):
        at = data.draw(st.integers(start, len(lines) - 1))
        if lines[at] not in written:
            del lines[at]
    fresh = data.draw(st.sampled_from([WRITTEN, answered(), markdown_file.write(other())]))
    merged = merge("\n".join(lines), fresh)
    order = [line for line in merged.text.split("\n") if line in written]
    assert sorted(order) == sorted(written)
    again = merge(merged.text, fresh)
    assert again.text == merged.text


def other() -> AnnotatedSummary:
    """Build the sample as it is after most of it has gone."""
    rich = annotated_summary()
    return replace(
        rich,
        known=replace(
            rich.known,
            highlights=rich.known.highlights[1:2],
            watch_points=rich.known.watch_points[2:],
            notes=(),
            key_sentences=(),
        ),
    )
