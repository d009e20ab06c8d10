// Reporting lines whose sender the text does not name: they stay with their document.
UNWIND $documents AS rows MATCH (document:Document {id: rows.owner})
UNWIND range(0, size(rows.standing) - 1) AS i
WITH *, rows.at[i] AS first, rows.at[i + 1] AS next
MATCH (receiver:Agency {id: rows.to[i]})
CREATE (document)-[:REPORTS_TO {owner: rows.owner, document: rows.owner, via: rows.via[i], recurs: rows.recurs[i], deadline: rows.deadline[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [place IN range(first + 1, next) | rows.source], section: rows.section[first..next], start: rows.start[first..next], end: rows.end[first..next], words: rows.words[first..next]}]->(receiver)
