"""The front matter of a Markdown file: what its author says of the article, in YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.model.document import Facts
from reader.sources.dates import dates_in, read_date
from reader.sources.references import host_in

if TYPE_CHECKING:
    from collections.abc import Mapping

_FENCED = re.compile(
    r"\s*---[ \t]*\n(?P<inside>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_LONGEST = 32_768
_NAMES = {
    "id": "id",
    "title": "title タイトル 題名 題 見出し 表題",
    "author": "author authors byline creator 著者 筆者 執筆者 記者 作者",
    "publisher": "publisher outlet site 発行元 発行者 発行 媒体 掲載元 配信元",
    "source": "source 出典 情報源 ソース 引用元",
    "url": "url link permalink canonical リンク アドレス 元記事",
    "date": "date published pubdate publish_date published_at 日付 公開日 公開日時 掲載日 発行日"
    " 配信日 日時",
    "event_date": "event_date event-date event 出来事の日 出来事 事象日 イベント日 発生日",
    "language": "lang language 言語",
    "tags": "tags tag keywords categories タグ キーワード 分類",
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}
_LINE = re.compile(r"(?P<name>[\w-]{1,40})\s*[:：]\s*(?P<value>\S.*)")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL", "none", "None"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What was declared, and the text below it.

    ``broken`` holds the lines of a front matter that is no YAML: they stay in the text.
    """

    facts: Facts
    body: str
    broken: tuple[str, ...] = ()


def split_front_matter(source: str) -> FrontMatter | None:
    """Part the front matter from the text, or return None where there is none.

    ``source`` has uniform line ends. Only a block with a key that is known is taken for one:
    anything else between two rules is text.
    """
    match = _FENCED.match(source) if source.lstrip().startswith("---") else None
    if match is None or len(match["inside"]) > _LONGEST:
        return None
    body = source[match.end() :]
    declared = _read(match["inside"])
    if declared is not None:
        values = _known(declared)
        return FrontMatter(_facts(values), body) if values else None
    lines = tuple(line for line in match[0].split("\n") if line.strip())
    named = [found for found in map(_LINE.fullmatch, lines) if found]
    values = _known({found["name"]: found["value"].strip(" []\"'") for found in named})
    return FrontMatter(_facts(values), body, lines) if values else None


def title_in(line: str) -> tuple[int, int] | None:
    """Return the range of the title in a line of a broken front matter, if it has one."""
    match = _LINE.fullmatch(line)
    if match is None or _FIELDS.get(match["name"].lower()) != "title":
        return None
    value = match["value"].rstrip()
    inset = 1 if len(value) > 2 and value[0] == value[-1] and value[0] in "\"'" else 0
    return match.start("value") + inset, match.start("value") + len(value) - inset


def with_front_matter(facts: Facts, declared: Facts) -> Facts:
    """Return the facts with what was declared in place of what was guessed."""
    told = {
        name: getattr(declared, name)
        for name in Facts.__dataclass_fields__
        if getattr(declared, name)
    }
    merged = replace(facts, **told)
    if declared.event_date and not declared.event_date_text:
        merged = replace(merged, event_date_text="")
    return merged if merged.source else replace(merged, source=merged.publisher)


def _read(inside: str) -> Mapping[object, object] | None:
    """Return the mapping that YAML reads, every value as it was written; None if it is none."""
    import yaml

    class AsWritten(yaml.SafeLoader):
        """Reads 2025-12 and 007 as they stand: YAML would make a number or a date of them."""

        yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    try:
        found = yaml.load(inside, Loader=AsWritten)  # noqa: S506 - it is a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _known(declared: Mapping[object, object]) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, value in declared.items():
        field = _FIELDS.get(str(name).strip().lower())
        if field is not None:
            values.setdefault(field, value)
    return values


def _facts(values: Mapping[str, object]) -> Facts:
    event = _one(values.get("event_date"))
    source, url = _one(values.get("source")), _one(values.get("url"))
    if source.startswith(("http://", "https://")):
        source = host_in(source) or source
    return Facts(
        title=_one(values.get("title")),
        author=_one(values.get("author")),
        publisher=_one(values.get("publisher")),
        source=source,
        url=url if url.startswith(("http://", "https://")) else "",
        published=read_date(_one(values.get("date"))),
        event_date=read_date(event).partition("T")[0],
        event_date_text=_date_words(event),
        language=_one(values.get("language")).lower().replace("_", "-"),
        declared_id=_one(values.get("id")),
        tags=_many(values.get("tags")),
    )


def _date_words(event: str) -> str:
    """Return the words of a date that says more than its numbers (2025年12月初旬)."""
    return event if re.search("[^\\d\\s:.TZ/+-]", event) and next(dates_in(event), None) else ""


def _one(value: object) -> str:
    """Return a value on one line; several authors are joined."""
    if isinstance(value, list):
        return "、".join(part for part in map(_one, value[:20]) if part)
    if not isinstance(value, str) or value.strip() in _NOTHING:
        return ""
    return " ".join(value.split())[:500]


def _many(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        parts = [part.strip() for part in re.split(r"[,、，;\n]", value)]
    elif isinstance(value, list):
        parts = [_one(part) for part in value]
    else:
        parts = []
    bare = (part.lstrip("#＃").strip() for part in parts[:100])
    return tuple(dict.fromkeys(part for part in bare if part and part not in _NOTHING))
