// The province that each document is of.
UNWIND $rows AS row
MATCH (document:Document {id: row.document}) MATCH (place:Place {id: row.place})
CREATE (document)-[:`IN`]->(place)
