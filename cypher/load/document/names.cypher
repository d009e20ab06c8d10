// Where each text names each body.
UNWIND $rows AS row
MATCH (document:Document {id: row.document}) MATCH (agency:Agency {id: row.agency})
CREATE (document)-[link:NAMES]->(agency)
SET link = row.properties
