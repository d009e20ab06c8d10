// Through whom reports go: one edge from the body that passes them on, for each line that names one.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
WITH *, rows.at[i] AS first, rows.at[i + 1] AS next
MATCH (channel:Agency {id: rows.via[i]}) MATCH (receiver:Agency {id: rows.to[i]})
CREATE (channel)-[:PASSES_ON {owner: rows.owner, document: rows.owner, from: rows.from[i], recurs: rows.recurs[i], deadline: rows.deadline[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [place IN range(first + 1, next) | rows.source], section: rows.section[first..next], start: rows.start[first..next], end: rows.end[first..next], words: rows.words[first..next]}]->(receiver)
