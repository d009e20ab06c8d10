// From which text a document that is held was read.
MATCH (document:Document {id: $id})-[:READ_FROM]->(source:Source)
RETURN source.sha256 AS sha256 ORDER BY sha256
