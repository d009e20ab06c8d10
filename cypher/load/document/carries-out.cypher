// Which cited documents a task's own words order to be carried out.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
WITH *, rows.at[i] AS first, rows.at[i + 1] AS next
MATCH (task:Task {id: rows.task[i]}) MATCH (cited:Document {id: rows.cited[i]})
CREATE (task)-[:CARRIES_OUT {owner: rows.owner,
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [place IN range(first + 1, next) | rows.source], section: rows.section[first..next], start: rows.start[first..next], end: rows.end[first..next], words: rows.words[first..next]}]->(cited)
