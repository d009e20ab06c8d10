// Where the text names each body.
MATCH (document:Document {id: $id})
UNWIND $rows AS row
MATCH (agency:Agency {id: row.agency})
CREATE (document)-[link:NAMES]->(agency)
SET link = row.properties
