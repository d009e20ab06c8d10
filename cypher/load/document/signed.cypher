// Who signed each document, in which position, on whose behalf.
UNWIND $documents AS rows MATCH (document:Document {id: rows.owner})
UNWIND range(0, size(rows.standing) - 1) AS i
WITH *, rows.at[i] AS first, rows.at[i + 1] AS next
MERGE (person:Person {id: rows.person[i]}) SET person.name = rows.name[i]
CREATE (person)-[:SIGNED {owner: rows.owner, position: rows.position[i], onBehalfOf: rows.onBehalfOf[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [place IN range(first + 1, next) | rows.source], section: rows.section[first..next], start: rows.start[first..next], end: rows.end[first..next], words: rows.words[first..next]}]->(document)
