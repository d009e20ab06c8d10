// From which text a held document was read, and what people decided of it.
MATCH (document:Document {id: $id})-[:READ_FROM]->(source:Source)
WHERE document.held = true
RETURN source.name AS name, source.review AS review ORDER BY name
