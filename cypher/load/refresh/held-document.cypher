// From which text a document that is held was read, under which name.
MATCH (document:Document {id: $id})-[:READ_FROM]->(source:Source)
RETURN source.sha256 AS sha256, source.name AS name, source.review AS review ORDER BY sha256
