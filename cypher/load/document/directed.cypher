// Which body is directed in which task.
UNWIND $rows AS row
MATCH (agency:Agency {id: row.agency}) MATCH (task:Task {id: row.task})
CREATE (agency)-[link:DIRECTED]->(task)
SET link = row.properties
