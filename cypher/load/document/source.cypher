// The texts that the facts of documents were read from, each with every name that it came under.
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
MERGE (source:Source {sha256: row.properties.sha256})
SET source.names = coalesce(source.names, []) + [name IN row.names WHERE NOT name IN coalesce(source.names, [])]
SET source += row.properties
CREATE (document)-[:READ_FROM]->(source)
