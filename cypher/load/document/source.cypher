// The text that the facts of a document were read from; words that are kept already stay.
MATCH (document:Document {id: $id})
MERGE (source:Source {sha256: $properties.sha256})
SET source += $properties
CREATE (document)-[:READ_FROM]->(source)
