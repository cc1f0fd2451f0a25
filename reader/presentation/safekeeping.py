"""How a backup is told: as lines for people, and as values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.safekeeping import Backup, Held, Look
    from reader.presentation.messages import Messages

_THINGS = ("articles", "notes", "highlights", "summaries")


def backup_line(backup: Backup, say: Messages) -> str:
    """Write a backup on one line: its name, why it was made, its size."""
    return f"{backup.name}  {say(f'safety.kind.{backup.kind}')}  {size_of(backup)}"


def size_of(backup: Backup) -> str:
    """Write how large a backup is."""
    megabytes = backup.bytes / 1_000_000
    return f"{megabytes:.1f} MB" if megabytes >= 1 else f"{max(backup.bytes // 1000, 1)} KB"


def look_lines(look: Look, say: Messages) -> list[str]:
    """Write what a backup holds, what restoring it would change, and what is wrong with it."""
    backup, contents = look.backup, look.contents
    kind = say(f"safety.kind.{backup.kind}")
    if contents is None:
        lines = [say("safety.look.unread", name=backup.name, size=size_of(backup))]
        return [*lines, *_state(look, say)]
    lines = []
    if contents.made:
        lines.append(say("safety.look.made", made=time_for_people(contents.made), kind=kind))
    lines.append(
        say("safety.look.file", name=backup.name, size=size_of(backup), version=contents.version)
    )
    counts = {name: getattr(contents, name) for name in _THINGS}
    lines.append(say("safety.look.holds", **counts))
    if contents.newest_note:
        at = time_for_people(contents.newest_note_at)
        lines.append(say("safety.look.newest", at=at, words=contents.newest_note))
    return [*lines, "", *_state(look, say), *_difference(look, say)]


def time_for_people(written: str) -> str:
    """Write a moment as the clock of this machine shows it; a mere date stays one."""
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment.tzinfo else written


def backup_values(backup: Backup) -> dict[str, object]:
    """Return a backup for JSON."""
    return {"name": backup.name, **asdict(backup), "path": str(backup.path)}


def look_values(look: Look) -> dict[str, object]:
    """Return a backup that was looked into for JSON."""
    return {
        "backup": backup_values(look.backup),
        "contents": asdict(look.contents) if look.contents else None,
        "difference": asdict(look.difference) if look.difference else None,
        "problems": list(look.problems),
        "usable": look.usable,
    }


def _state(look: Look, say: Messages) -> Iterator[str]:
    first = look.problems[0] if look.problems else say("safety.look.newer")
    if not look.usable:
        yield say("safety.look.unusable", first=first)
    elif look.problems:
        yield say("safety.look.problems", count=len(look.problems), first=first)
    else:
        yield say("safety.look.good")


def _difference(look: Look, say: Messages) -> Iterator[str]:
    if look.difference is None:
        yield say("safety.look.unknown")
        return
    lost, back = look.difference.lost, look.difference.back
    yield ""
    if not lost and not back:
        yield say("safety.look.same")
    for key, held in (("lost", lost), ("back", back)):
        if held:
            yield say(f"safety.look.{key}")
            yield from (f"  {line}" for line in _held(held, say))


def _held(held: Held, say: Messages) -> Iterator[str]:
    for name in _THINGS:
        some = getattr(held, name)
        if not some.count:
            continue
        what = say(f"safety.some.{name}", count=some.count)
        named = [say("safety.some.quoted", words=words) for words in some.examples]
        if some.count > len(named):
            named.append(say("safety.some.more"))
        between = "" if say.language == "ja" else ", "
        yield say("safety.some.named", what=what, examples=between.join(named))
