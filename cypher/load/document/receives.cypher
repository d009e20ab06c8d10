// To whom each document is sent ("Nơi nhận").
UNWIND $rows AS row
MATCH (document:Document {id: row.document}) MATCH (agency:Agency {id: row.agency})
CREATE (agency)-[link:RECEIVES]->(document)
SET link = row.properties
