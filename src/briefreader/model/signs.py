"""Our signs as ASCII, each as wide as it was, for terminals and ears that have nothing else."""

_SIGNS = {
    "▌": ">",
    "▶": ">",
    "▸": ">",
    "→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "●": "@",
    "○": "o",
    "◦": "-",
    "▪": "+",
    "•": "*",
    "·": ".",
    "✓": "+",
    "…": "~",
    "–": "-",
    "—": "-",
    "‑": "-",
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "×": "x",
    "\u00a0": " ",
    "🔎": "/ ",
}
_LINES = {**dict.fromkeys("─━▁▔▂", "-"), **dict.fromkeys("│┃▎▏▕▐", "|"), **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼", "+")}
_BARS = {**dict.fromkeys("▃▄▅▆▇█", "#"), **dict.fromkeys("░▒▓", ":")}
ASCII = str.maketrans({**_SIGNS, **_LINES, **_BARS})
"""Letters stay as they are: they are the article's, and not for us to spell."""
