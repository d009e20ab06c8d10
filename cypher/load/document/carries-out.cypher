// Which cited documents a task's own words order to be carried out.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
MATCH (task:Task {id: rows.task[i]}) MATCH (cited:Document {id: rows.cited[i]})
CREATE (task)-[:CARRIES_OUT {owner: rows.owner,
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [start IN rows.start[i] | rows.source], section: rows.section[i], start: rows.start[i], end: rows.end[i], words: rows.words[i]}]->(cited)
