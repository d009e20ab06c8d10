// Who reports to whom, one edge for each statement of the text.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
MATCH (sender:Agency {id: rows.from[i]}) MATCH (receiver:Agency {id: rows.to[i]})
CREATE (sender)-[:REPORTS_TO {owner: rows.owner, document: rows.owner, via: rows.via[i], recurs: rows.recurs[i], deadline: rows.deadline[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [start IN rows.start[i] | rows.source], section: rows.section[i], start: rows.start[i], end: rows.end[i], words: rows.words[i]}]->(receiver)
