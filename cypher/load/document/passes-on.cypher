// Through whom reports go: one edge from the body that passes them on, for each line that names one.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
MATCH (channel:Agency {id: rows.via[i]}) MATCH (receiver:Agency {id: rows.to[i]})
CREATE (channel)-[:PASSES_ON {owner: rows.owner, document: rows.owner, from: rows.from[i], recurs: rows.recurs[i], deadline: rows.deadline[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [start IN rows.start[i] | rows.source], section: rows.section[i], start: rows.start[i], end: rows.end[i], words: rows.words[i]}]->(receiver)
