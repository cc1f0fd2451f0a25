"""The style sheet of an exported page: light, dark and on paper, from the program's theme."""

from __future__ import annotations

from reader.model.annotations import HIGHLIGHT_COLORS, HighlightColor
from reader.presentation.theme import DARK, LIGHT, SANS_FAMILIES, SERIF_FAMILIES, Theme

_ROLES = ("paper", "card", "line", "text", "muted", "accent")

# Colours alone tell a colour-blind reader nothing: each has an underline of its own.
UNDERLINES: dict[HighlightColor, str] = {
    "yellow": "solid 2px",
    "red": "double 2px",
    "green": "dashed 2px",
    "blue": "dotted 2px",
    "purple": "wavy 1px",
    "magenta": "solid 4px",
    "orange": "dashed 4px",
    "gray": "dotted 4px",
}

_PAGE = """
*{box-sizing:border-box}
html{color-scheme:light dark;background:var(--paper);color:var(--text)}
body{margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:44rem;
font:1rem/1.85 SANS,sans-serif;overflow-wrap:anywhere;line-break:strict}
h1,h2,h3,.title{font-family:SERIF,serif;font-weight:600;line-height:1.45;text-wrap:balance;
word-break:auto-phrase}
h1{font-size:1.9rem;margin:0 0 1rem}
h2{font-size:1.25rem;margin:2.8rem 0 .9rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3,h4,h5,h6{font-size:1.06rem;margin:1.9rem 0 .5rem}
p{margin:.75em 0}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
blockquote{margin:.5rem 0;padding:0 0 0 1rem;border-left:3px solid var(--line)}
code,pre{font-family:ui-monospace,monospace;font-size:.92em}
pre{overflow-x:auto}
.layer{float:right;font:.75rem/2 SANS,sans-serif;color:var(--muted)}
.citation{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0;
font-size:.88rem;color:var(--muted)}
.citation dd{margin:0;color:var(--text)}
.where,.about,.reading,footer{font-size:.82rem;color:var(--muted)}
.where a,.about a{color:inherit}
ol.entries,ul.questions{list-style:none;margin:0;padding:0}
ol.entries>li,ul.questions>li{margin:0 0 1.3rem}
hr{border:0;border-top:1px solid var(--line);margin:.8rem 0}
p.about,ul.about{margin:.2rem 0}
.question{font-weight:500}
aside{margin:.5rem 0 .5rem 1rem;padding:.5rem .9rem;background:var(--card);
border:1px solid var(--line);border-radius:.4rem}
aside>:first-child{margin-top:0}
aside>:last-child{margin-bottom:0}
aside .label{font-size:.75rem;color:var(--muted);margin:0}
.status{font-size:.78rem;border:1px solid currentColor;border-radius:1em;padding:0 .6em;
color:var(--muted);white-space:nowrap}
.open .status,.developing .status{color:var(--accent)}
.dropped .question{text-decoration:line-through}
.box{margin-right:.5em}
dl.terms dt{margin-top:.7rem}
dl.terms dd{margin:.1rem 0 .1rem 1rem}
dfn{font-style:normal;font-weight:600}
#text [data-n]{position:relative}
#text p[data-n]::before,#text li[data-n]::before{content:attr(data-n);position:absolute;
right:calc(100% + 1.6rem);font-size:.7rem;color:var(--muted);white-space:nowrap}
#text li[data-n]::before{right:calc(100% + 2.9rem)}
#text blockquote [data-n]::before{right:calc(100% + 2.8rem)}
#text ul{padding-left:1.3rem}
#text li.deeper{list-style:none}
#text .title{font-size:1.35rem}
#text .caption,#text .faint,#text .row{font-size:.85rem;color:var(--muted)}
mark{color:inherit;text-decoration-line:underline;text-underline-offset:.25em;
text-decoration-skip-ink:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}
mark.doubtful{background:none;outline:1px dashed currentColor}
a.to{text-decoration:none}
a.to::after{content:attr(data-n);font-size:.65rem;vertical-align:super;padding:0 .15em}
:target{scroll-margin-top:1rem;outline:2px solid var(--accent);outline-offset:.2rem}
footer{margin-top:3rem}
@media (max-width:60rem){#text p[data-n]::before,#text li[data-n]::before{position:static;
margin-right:.5em}}
@page{size:A4;margin:20mm 22mm 22mm}
@media print{html{background:none}body{max-width:none;padding:0;font-size:10.5pt}
h2,h3,h4{break-after:avoid}aside,ol.entries>li,ul.questions>li{break-inside:avoid}
p,li{orphans:2;widows:2}a{color:inherit}a.to,.back{display:none}
#text p[data-n]::before,#text li[data-n]::before{position:static;margin-right:.5em}}
"""


def style_sheet() -> str:
    """Return the sheet; dark by the reader's system, light on paper."""
    page = _PAGE.strip().replace("SANS", _families(SANS_FAMILIES))
    page = page.replace("SERIF", _families(SERIF_FAMILIES))
    marks = "\n".join(_mark(color) for color in HIGHLIGHT_COLORS)
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}"
    return f":root{{{_variables(LIGHT)}}}\n{dark}\n{page}\n{marks}\n"


def _families(names: tuple[str, ...]) -> str:
    return ",".join(f'"{name}"' for name in names)


def _variables(theme: Theme) -> str:
    colours = {role: theme[role] for role in _ROLES}
    for color in HIGHLIGHT_COLORS:
        colours[f"mark-{color}"] = theme[f"mark.{color}"]
        colours[f"line-{color}"] = theme[f"line.{color}"]
    return ";".join(f"--{role}:{colour}" for role, colour in colours.items())


def _mark(color: HighlightColor) -> str:
    style, width = UNDERLINES[color].split()
    return (
        f".c-{color}{{background:var(--mark-{color});text-decoration-color:var(--line-{color});"
        f"text-decoration-style:{style};text-decoration-thickness:{width}}}"
    )
