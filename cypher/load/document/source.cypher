// The text that the facts of a document were read from, with every name that it came under.
MATCH (document:Document {id: $id})
MERGE (source:Source {sha256: $properties.sha256})
SET source.names = coalesce(source.names, []) + [name IN $names WHERE NOT name IN coalesce(source.names, [])]
SET source += $properties
CREATE (document)-[:READ_FROM]->(source)
