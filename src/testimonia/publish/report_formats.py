"""A report as Markdown and as a page of HTML that needs nothing else; whatever comes from documents is escaped."""

import html
import re
from collections.abc import Iterator

from testimonia.publish.report import ActorReport, Footnote
from testimonia.text.names import script_of

NOTHING_LEFT = "Nothing is said of this actor by those whose word is taken."
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~^])")
_RIGHT_TO_LEFT = ("Arab", "Hebr", "Syrc", "Thaa")
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 Georgia, 'Times New Roman', serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, .lens { font-family: system-ui, sans-serif; line-height: 1.25; }
sup a { text-decoration: none; padding: 0 .15em; }
:target { outline: 2px solid; outline-offset: 2px; }
ol.notes { font-size: .9rem; } q { quotes: '“' '”'; }
@media print { body { max-width: none; margin: 0; } }
"""


def report_as_markdown(report: ActorReport) -> str:
    """Write a report as Markdown with footnotes.

    Args:
        report: The report.

    Returns:
        Markdown (with the footnotes of Pandoc and GitHub).
    """
    parts, notes = [f"# {_plain(report.title)}", f"*{_plain(_subtitle(report))}*"], list[Footnote]()
    if not report.chapters:
        parts.append(NOTHING_LEFT)
    for chapter in report.chapters:
        parts.append(f"## {chapter.heading}")
        for sentence in chapter.sentences:
            marks = "".join(f"[^{len(notes) + at}]" for at in range(1, len(sentence.notes) + 1))
            notes += sentence.notes
            parts.append(f"{_plain(sentence.text)}{marks}")
    parts += [f"[^{number}]: “{_plain(note.quotation)}” — {_plain(_source(note))}" for number, note in enumerate(notes, 1)]
    return "\n\n".join(parts) + "\n"


def report_as_html(report: ActorReport) -> str:
    """Write a report as one page of HTML.

    Args:
        report: The report.

    Returns:
        A page without scripts that loads nothing, reads by keyboard and prints.
    """
    notes: list[Footnote] = []
    body: list[str] = []
    if not report.chapters:
        body.append(f"<p>{html.escape(NOTHING_LEFT)}</p>")
    for chapter in report.chapters:
        body.append(f"<h2>{html.escape(chapter.heading)}</h2>")
        for sentence in chapter.sentences:
            marks = " ".join(_mark(len(notes) + at) for at in range(1, len(sentence.notes) + 1))
            notes += sentence.notes
            body.append(f"<p>{html.escape(sentence.text)} {marks}</p>")
    title = html.escape(report.title)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    listed = "\n".join(_notes(notes))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>{head}<style>{_STYLE}</style></head>\n<body>\n<main>\n<h1>{title}</h1>\n'
        f'<p class="lens">{html.escape(_subtitle(report))}</p>\n'
        + "\n".join(body)
        + f'\n</main>\n<section aria-label="Notes"><h2>Notes</h2>\n<ol class="notes">\n{listed}\n</ol></section>\n</body>\n</html>\n'
    )


def _subtitle(report: ActorReport) -> str:
    return f"{report.kind.replace('_', ' ')}; whose word is taken: {report.lens}. Every sentence rests on the words in its notes."


def _mark(number: int) -> str:
    return f'<sup><a id="use-{number}" href="#note-{number}" aria-label="note {number}">{number}</a></sup>'


def _notes(notes: list[Footnote]) -> Iterator[str]:
    for number, note in enumerate(notes, 1):
        direction = "rtl" if script_of(note.quotation) in _RIGHT_TO_LEFT else "ltr"
        quoted = f'<q dir="{direction}">{html.escape(note.quotation)}</q>'
        back = f'<a href="#use-{number}" aria-label="back to the text">↩</a>'
        yield f'<li id="note-{number}">{quoted} — {html.escape(_source(note))} {back}</li>'


def _source(note: Footnote) -> str:
    """The chain of voices, outermost first, the document and its date."""
    date = f", {note.published}" if note.published else ""
    return f"{' → '.join(note.chain) or 'voice not named'} ({note.stance}); {note.document}{date}; {note.id}"


def _plain(text: str) -> str:
    """Text that Markdown takes for nothing but text; a line break inside would end the footnote."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
