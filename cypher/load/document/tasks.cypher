// The tasks that the document gives, in text order.
MATCH (document:Document {id: $id})
UNWIND $rows AS row
CREATE (task:Task)
SET task = row.properties, task.dueFrom = date(row.dueFrom), task.dueTo = date(row.dueTo)
CREATE (document)-[:ASSIGNS {order: row.properties.ordinal}]->(task)
