// The tasks that each document gives, in text order.
UNWIND $rows AS row
MATCH (document:Document {id: row.properties.documentId})
CREATE (task:Task)
SET task = row.properties, task.dueFrom = date(row.dueFrom), task.dueTo = date(row.dueTo)
CREATE (document)-[:ASSIGNS {order: row.properties.ordinal}]->(task)
