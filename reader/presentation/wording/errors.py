"""What the world did wrong, told to the reader: what happened, what was kept, what to do."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "error.unknown": (
        "うまくいきませんでした({code})。保存済みのものは失われていません。",
        "That did not work ({code}). Nothing that was saved is lost.",
    ),
}
