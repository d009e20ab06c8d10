// From which text each document of $ids that is held was read, under which name.
UNWIND $ids AS id
MATCH (document:Document {id: id})-[:READ_FROM]->(source:Source)
RETURN id, source.sha256 AS sha256, source.name AS name, source.review AS review ORDER BY id, sha256
