// The texts that the facts of documents were read from; words that are kept already stay.
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
MERGE (source:Source {sha256: row.properties.sha256})
SET source += row.properties
CREATE (document)-[:READ_FROM]->(source)
