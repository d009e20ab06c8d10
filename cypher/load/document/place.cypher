// The province that the document is of.
MATCH (document:Document {id: $id}) MATCH (place:Place {id: $place})
CREATE (document)-[:`IN`]->(place)
