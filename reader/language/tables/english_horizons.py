"""Dates as English texts name them, from which the horizon of a watch point is read."""

from __future__ import annotations

MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WHEN = r"(?:by|before|until|till|in|on|at|from|during|through|within|after|for|due|this|next|around|come|since)"
FULL = rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{_MONTH})(?: (?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?,? (?P<year>(?:19|20)\d\d)\b"
ISO = r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"
SLASHED = r"\b(?P<year>(?:19|20)\d\d)[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})\b"
YEAR = rf"\b{_WHEN} (?:(?:the )?(?P<part>end|beginning|start|middle|first half|second half|early|late|mid|spring|summer|autumn|fall)[ -]?(?:of |in )?)?(?P<year>20\d\d)\b(?![-–/]\d)"
DAY_MONTH = rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})|(?P<named>{_MONTH}) (?P<after>\d{{1,2}})(?:st|nd|rd|th)?)\b(?!\d)(?!,? (?:19|20)\d\d)"
BARE_MONTH = rf"\b(?:in|by|before|until|till|this|next|early|late|mid|end of|from|come|through|during)[ -](?:(?:early|late|mid)[ -])?(?P<month>{_MONTH})\b(?! \d)(?!,? (?:19|20)\d\d)(?P<named>)(?P<day>)(?P<after>)"
THIS_YEAR = r"\b(?P<which>this|next|later this|the end of (?:the|this)|year['’]s|before (?:the )?) ?(?:year|year['’]s end)\b|\byear[- ]end\b"
SEASON = r"\b(?P<which>this|next|in the|by the|in|by) (?P<season>spring|summer|autumn|fall)\b(?! (?:of|19|20))"
THIS_MONTH = r"\b(?P<which>later this|this|next|the end of (?:the|this)) month\b"
HAPPENED = (
    r"\b(?:since|last|ago|in the past|previous(?:ly)?|earlier this)\b[^.]{0,12}$"
    r"|\b(?:(?!expected|scheduled|planned|needed|supposed|postponed|delayed)[a-z]{3,}ed|was|were|had|held|met"
    r"|began|took|won|came|went|left|gave|made|said|told|found|lost|fell|rose)\b[^,.;:]{0,40}$"
)
"""What stands before a date that is past, or that something else happened on."""
