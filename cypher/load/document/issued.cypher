// Who issued each document.
UNWIND $documents AS rows MATCH (document:Document {id: rows.owner})
UNWIND range(0, size(rows.standing) - 1) AS i
MATCH (agency:Agency {id: rows.agency[i]})
CREATE (agency)-[:ISSUED {owner: rows.owner,
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [start IN rows.start[i] | rows.source], section: rows.section[i], start: rows.start[i], end: rows.end[i], words: rows.words[i]}]->(document)
