// IMPLEMENTS between two documents, as the text of $owner says.
UNWIND $rows AS row
MATCH (citing:Document {id: row.from}) MATCH (cited:Document {id: row.to})
CREATE (citing)-[link:IMPLEMENTS]->(cited)
SET link = row.properties
