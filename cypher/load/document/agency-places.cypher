// The province of each body that has one.
UNWIND $rows AS row
MATCH (agency:Agency {id: row.agency}) MATCH (place:Place {id: row.place})
MERGE (agency)-[:`IN`]->(place)
