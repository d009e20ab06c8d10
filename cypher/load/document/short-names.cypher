// Names that the text declares to be short for others: they hold inside this text.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
WITH *, rows.at[i] AS first, rows.at[i + 1] AS next
MATCH (meant:Agency {id: rows.member[i]}) MATCH (short:Agency {id: rows.group[i]})
CREATE (meant)-[:MEMBER_OF {owner: rows.owner, document: rows.owner, basis: rows.basis[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [place IN range(first + 1, next) | rows.source], section: rows.section[first..next], start: rows.start[first..next], end: rows.end[first..next], words: rows.words[first..next]}]->(short)
