"""The chips of a term: aliases that can be parted, terms that are met together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.gui.chips import Chip

if TYPE_CHECKING:
    from reader.presentation.messages import Messages
    from reader.presentation.term_page import TermPage


def alias_chips(page: TermPage, say: Messages) -> list[Chip]:
    """Return the other forms of a term, what was merged into it, and what was parted from it."""
    chips = [
        Chip("remove_alias", form, f"{form}  ×", say("glossary.alias.remove", form=form))
        for form in page.aliases
    ]
    chips += [
        Chip("part", one.id, f"{one.form}  ⇤", say("glossary.alias.part", form=one.form))
        for one in page.merged
    ]
    chips += [
        Chip("restore_alias", form, form, say("glossary.alias.restore", form=form), gone=True)
        for form in page.removed
    ]
    return chips


def together_chips(page: TermPage) -> list[Chip]:
    """Return the terms that stand in the same articles."""
    return [
        Chip("open", one.id, one.form, one.form, category=one.category) for one in page.together
    ]
