// Where each text names each body.
UNWIND $documents AS rows MATCH (document:Document {id: rows.owner})
UNWIND range(0, size(rows.standing) - 1) AS i
WITH *, rows.at[i] AS first, rows.at[i + 1] AS next
MATCH (agency:Agency {id: rows.agency[i]})
CREATE (document)-[:NAMES {owner: rows.owner, name: rows.name[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [place IN range(first + 1, next) | rows.source], section: rows.section[first..next], start: rows.start[first..next], end: rows.end[first..next], words: rows.words[first..next]}]->(agency)
