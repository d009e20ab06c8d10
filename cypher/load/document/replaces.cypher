// REPLACES between two documents, as the text of the owner says.
UNWIND $documents AS rows UNWIND range(0, size(rows.standing) - 1) AS i
MATCH (citing:Document {id: rows.from[i]}) MATCH (cited:Document {id: rows.to[i]})
CREATE (citing)-[:REPLACES {owner: rows.owner, direct: rows.direct[i], statedBy: rows.statedBy[i], note: rows.note[i],
    citedOn: rows.citedOn[i], citedIssuer: rows.citedIssuer[i], citedSymbol: rows.citedSymbol[i],
    standing: rows.standing[i], confidence: rows.confidence[i],
    source: [start IN rows.start[i] | rows.source], section: rows.section[i], start: rows.start[i], end: rows.end[i], words: rows.words[i]}]->(cited)
