// Reporting lines whose sender the text does not name: they stay with their document.
UNWIND $documents AS rows MATCH (document:Document {id: rows.owner})
UNWIND range(0, size(rows.standing) - 1) AS i
MATCH (receiver:Agency {id: rows.to[i]})
CREATE (document)-[:REPORTS_TO {owner: rows.owner, document: rows.owner, via: rows.via[i], recurs: rows.recurs[i], deadline: rows.deadline[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [start IN rows.start[i] | rows.source], section: rows.section[i], start: rows.start[i], end: rows.end[i], words: rows.words[i]}]->(receiver)
