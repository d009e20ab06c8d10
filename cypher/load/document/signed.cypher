// Who signed each document, in which position, on whose behalf.
UNWIND $documents AS rows MATCH (document:Document {id: rows.owner})
UNWIND range(0, size(rows.standing) - 1) AS i
MERGE (person:Person {id: rows.person[i]}) SET person.name = rows.name[i]
CREATE (person)-[:SIGNED {owner: rows.owner, position: rows.position[i], onBehalfOf: rows.onBehalfOf[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [start IN rows.start[i] | rows.source], section: rows.section[i], start: rows.start[i], end: rows.end[i], words: rows.words[i]}]->(document)
