// Other held texts that claim the ids of $ids, under which ids and names they are held.
UNWIND $ids AS id
MATCH (document:Document {claims: id})-[:READ_FROM]->(source:Source) WHERE document.held = true AND document.id <> id
RETURN id AS claimed, document.id AS id, source.sha256 AS sha256, source.name AS name ORDER BY claimed, id
