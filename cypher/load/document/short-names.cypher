// Names that the text declares to be short for others: they hold inside this text.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
MATCH (meant:Agency {id: rows.member[i]}) MATCH (short:Agency {id: rows.group[i]})
CREATE (meant)-[:MEMBER_OF {owner: rows.owner, document: rows.owner, basis: rows.basis[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [start IN rows.start[i] | rows.source], section: rows.section[i], start: rows.start[i], end: rows.end[i], words: rows.words[i]}]->(short)
