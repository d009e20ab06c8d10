// To whom the document is sent ("Nơi nhận").
MATCH (document:Document {id: $id})
UNWIND $rows AS row
MATCH (agency:Agency {id: row.agency})
CREATE (agency)-[link:RECEIVES]->(document)
SET link = row.properties
