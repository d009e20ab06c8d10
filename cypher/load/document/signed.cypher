// Who signed it, in which position, on whose behalf.
MATCH (document:Document {id: $id})
UNWIND $rows AS row
MERGE (person:Person {id: row.id}) SET person.name = row.name
CREATE (person)-[link:SIGNED]->(document)
SET link = row.properties
