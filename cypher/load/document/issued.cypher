// Who issued the document.
MATCH (agency:Agency {id: $agency}) MATCH (document:Document {id: $id})
CREATE (agency)-[link:ISSUED]->(document)
SET link = $properties
