"""Write YAML front matter, and bring a file's own up to date without losing the reader's."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

Value = str | int | tuple[str, ...]

FENCE = "---\n"
_KEY = re.compile(r"([^\s#:'\"\[\]{},-][^:\n]*):(?:\s|$)")
_PLAIN = re.compile(r'\w+: (?:"([^"\\]*)"|(\d+))\n')
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class Front:
    """Front matter as raw lines by key, in order; what has no key is kept under ''."""

    groups: list[tuple[str, str]]

    def written(self) -> str:
        """Write it between its fences."""
        return FENCE + "".join(raw for _, raw in self.groups) + FENCE

    def raw(self, key: str) -> str | None:
        """Return the lines of ``key``, or None when it is not there."""
        return next((raw for name, raw in self.groups if name == key), None)


@dataclass(slots=True)
class FrontMerge:
    """What came of bringing front matter up to date, and the hashes to know it by later."""

    front: Front
    hashes: dict[str, str]
    kept: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def front_of(values: dict[str, Value]) -> Front:
    """Write values as front matter: every string quoted, flat keys only."""
    return Front([(key, f"{key}: {_written(value)}\n") for key, value in values.items()])


def quoted(text: str) -> str:
    """Write ``text`` as a double-quoted YAML scalar that holds any text at all."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_UNPRINTABLE.sub(_escaped, plain)}"'


def split(text: str) -> tuple[Front | None, str]:
    """Part the front matter from the rest of a file; None when it has none."""
    if not text.startswith(FENCE):
        return None, text
    end = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, len(FENCE))
    if end is None:
        return None, text
    return _grouped(text[len(FENCE) : end.start()]), text[end.end() :]


def hashes(front: Front) -> dict[str, str]:
    """Hash the value of each key, whatever way an editor has written it."""
    return {key: _hash(raw) for key, raw in front.groups if key}


def merged(yours: Front, fresh: Front, written: dict[str, str]) -> FrontMerge:
    """Bring ``yours`` up to date: values that still have the hash they were ``written`` with.

    A value that the reader changed, and a key of the reader's own, stays; a key that the
    reader took out stays out.
    """
    now, new = hashes(yours), hashes(fresh)
    merge = FrontMerge(Front([]), dict(new))
    for key, raw in yours.groups:
        mine = fresh.raw(key) if key else None
        if mine is None:
            ours = bool(key) and written.get(key) == now[key]  # of ours, and no longer known
            if not ours:
                merge.front.groups.append((key, raw))
        elif now[key] in {written.get(key), new[key]}:
            merge.front.groups.append((key, mine))
        else:
            merge.front.groups.append((key, raw))
            merge.kept.append(key)
    for index, (key, raw) in enumerate(fresh.groups):
        if key in written and key not in now:
            merge.left_out.append(key)
        elif key not in now:
            _insert(merge.front, key, raw, before=[name for name, _ in fresh.groups[:index]])
    for key in (*merge.kept, *merge.left_out):
        merge.hashes[key] = written.get(key, new[key])
    return merge


def _insert(front: Front, key: str, raw: str, *, before: list[str]) -> None:
    names = [name for name, _ in front.groups]
    at = max((names.index(name) + 1 for name in before if name in names), default=0)
    front.groups.insert(at, (key, raw))


def _written(value: Value) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    return f"[{', '.join(quoted(item) for item in value)}]"


def _escaped(match: re.Match[str]) -> str:
    number = ord(match.group())
    if 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    named = {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r"}.get(number)
    if named:
        return named
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def _grouped(body: str) -> Front:
    groups: list[tuple[str, str]] = []
    for line in body.removesuffix("\n").split("\n"):
        match = _KEY.match(line)
        continues = bool(groups) and groups[-1][0] and line.startswith((" ", "\t", "-"))
        if continues and not match:
            groups[-1] = (groups[-1][0], f"{groups[-1][1]}{line}\n")
        else:
            groups.append((match[1].strip() if match else "", f"{line}\n"))
    return Front(groups)


def _hash(raw: str) -> str:
    return hashlib.sha256(_value(raw).encode("utf-8", "replace")).hexdigest()[:8]


def _value(raw: str) -> str:
    """Read what a key's lines say, so that quotes and ways to write a list do not count."""
    if re.search(r"(?:^|\s)#", raw):
        return raw  # a comment would be lost
    ours = _PLAIN.fullmatch(raw)
    if ours:  # as we write it: a parser would take a hundred times as long
        return f"text\n{ours[1] if ours[1] is not None else ours[2]}"
    import yaml

    try:
        read: object = yaml.load(raw, Loader=yaml.BaseLoader)  # noqa: S506 (strings only)
    except (yaml.YAMLError, ValueError, RecursionError):
        return raw
    value = next(iter(read.values())) if isinstance(read, dict) and len(read) == 1 else None
    if isinstance(value, str):
        return f"text\n{value}"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "list\n" + "\n".join(value)
    return raw
