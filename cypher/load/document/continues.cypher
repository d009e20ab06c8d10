// CONTINUES between two documents, as the text of the owner says.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
WITH *, rows.at[i] AS first, rows.at[i + 1] AS next
MATCH (citing:Document {id: rows.from[i]}) MATCH (cited:Document {id: rows.to[i]})
CREATE (citing)-[:CONTINUES {owner: rows.owner, direct: rows.direct[i], statedBy: rows.statedBy[i], note: rows.note[i],
    citedOn: rows.citedOn[i], citedIssuer: rows.citedIssuer[i], citedSymbol: rows.citedSymbol[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [place IN range(first + 1, next) | rows.source], section: rows.section[first..next], start: rows.start[first..next], end: rows.end[first..next], words: rows.words[first..next]}]->(cited)
