// Who signed each document, in which position, on whose behalf.
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
MERGE (person:Person {id: row.id}) SET person.name = row.name
CREATE (person)-[link:SIGNED]->(document)
SET link = row.properties
