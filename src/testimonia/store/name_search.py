"""Find names while they are being typed, and quotations by their words.

Names are numbered in the order of how much is told of their bearers (`page_index`), so the first rows of the index are the best ones and
no more are read than are shown.
"""

import json
import re
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, text

from testimonia.model.kinds import EntityKind
from testimonia.store.folding import fold
from testimonia.store.page_records import ClaimHit, NameHit
from testimonia.store.searching import Wanted, match_expression, wanted

PART = 3
"""Letters from which any part of a name is looked for; fewer stand in nearly every name."""
_SHOWN_TWICE = 4
"""Names read for each one shown, since an entity has several names that begin alike."""
_DOCUMENTS_READ, _AT_ONCE = 200, 20
"""Documents whose quotations are looked through at most, and at once."""
_WORD = re.compile(r"\w+")
_NAMES = """
SELECT n.entity, n.kind, n.name, e.name AS canonical, p.number FROM {index} AS f
CROSS JOIN page_names AS n ON n.seq = f.rowid CROSS JOIN entities AS e ON e.id = n.entity
CROSS JOIN page_entities AS p ON p.entity = n.entity
WHERE f.{index} MATCH :expression AND (:any OR n.kind IN (SELECT value FROM json_each(:kinds))) ORDER BY f.rowid LIMIT :limit
"""
_HOLDING = "SELECT rowid FROM text_index WHERE text_index MATCH :expression AND rowid > :after ORDER BY rowid LIMIT :limit"
# Of quotations in plain letters the engine itself says quickly which may hold the words; all others have to be folded.
_MAY_HOLD = """(length(CAST({0}.evidence AS BLOB)) > length({0}.evidence) OR instr({0}.evidence, char(92) || 'u') OR NOT EXISTS (
    SELECT 1 FROM json_each(:words) AS w WHERE instr(lower({0}.evidence), w.value) = 0
))"""
_QUOTED = f"""
SELECT d.seq, 'claim' AS kind, c.id, c.predicate AS what, c.document, c.start, c.evidence
FROM json_each(:ids) AS i CROSS JOIN documents AS d ON d.seq = i.value CROSS JOIN claims AS c ON c.document = d.id
WHERE {_MAY_HOLD.format("c")}
UNION ALL
SELECT d.seq, 'report', r.id, r.type, r.document, r.start, r.evidence
FROM json_each(:ids) AS i CROSS JOIN documents AS d ON d.seq = i.value CROSS JOIN reports AS r ON r.document = d.id
WHERE {_MAY_HOLD.format("r")}
ORDER BY 1, 6, 3
"""


def suggest(connection: Connection, typed: str, *, kinds: Collection[EntityKind], limit: int) -> tuple[NameHit, ...]:
    """Find names that hold what is being typed.

    Args:
        connection: An open connection.
        typed: The beginning of a name, of a word in it, or a part of it.
        kinds: Only entities of these kinds; empty for all.
        limit: The most entities to give.

    Returns:
        One name an entity, the best first.
    """
    found: dict[str, NameHit] = {}
    for index, expression in _ways(typed):
        if len(found) >= limit:
            break
        asked = {"expression": expression, "any": not kinds, "kinds": json.dumps(sorted(kinds)), "limit": limit * _SHOWN_TWICE}
        for row in connection.execute(text(_NAMES.format(index=index)), asked):
            if len(found) < limit:
                found.setdefault(row.entity, NameHit(row.entity, row.kind, row.name, row.canonical, row.number))
    return tuple(found.values())


def search_claims(connection: Connection, query: str, *, limit: int) -> tuple[ClaimHit, ...]:
    """Find quotations that hold all words.

    Args:
        connection: An open connection.
        query: What `searching.wanted` reads.
        limit: The most to give.

    Returns:
        Claims and reports in order of capture and text.
    """
    parts, hits = wanted(query), list[ClaimHit]()
    patterns = [_pattern(part) for part in parts]
    words = json.dumps([word for part in parts for word in part.words])
    for ids in _documents_holding(connection, parts) if parts else ():
        for row in connection.execute(text(_QUOTED), {"ids": json.dumps(ids), "words": words}):
            quotes = [one["quote"] for one in json.loads(row.evidence)]
            folded = fold(" … ".join(quotes))
            if all(pattern.search(folded) for pattern in patterns):
                hits.append(ClaimHit(row.id, row.kind, row.what, row.document, quotes[0]))
                if len(hits) >= limit:
                    return tuple(hits)
    return tuple(hits)


def _ways(typed: str) -> Iterator[tuple[str, str]]:
    """Give the ways in which a name may hold what is typed: at its beginning, at those of its words, anywhere."""
    folded = fold(typed).strip()
    words = _WORD.findall(folded)
    if words:
        yield "page_name_words", f'^"{" ".join(words)}"*'
        yield "page_name_words", " AND ".join(f'"{word}"*' for word in words)
    if len(folded) >= PART:
        yield "page_name_parts", '"' + folded.replace('"', '""') + '"'


def _pattern(part: Wanted) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, part.words)) + ("" if part.beginning else r"(?!\w)"))


def _documents_holding(connection: Connection, parts: tuple[Wanted, ...]) -> Iterator[Sequence[int]]:
    """Go through the documents that hold all words, some at once."""
    expression, after = match_expression(parts), 0
    for _ in range(_DOCUMENTS_READ // _AT_ONCE):
        ids = connection.execute(text(_HOLDING), {"expression": expression, "after": after, "limit": _AT_ONCE}).scalars().all()
        if not ids:
            return
        yield ids
        after = ids[-1]
