// Who issued each document.
UNWIND $rows AS row
MATCH (agency:Agency {id: row.agency}) MATCH (document:Document {id: row.document})
CREATE (agency)-[link:ISSUED]->(document)
SET link = row.properties
