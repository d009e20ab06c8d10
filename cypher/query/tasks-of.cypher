// The tasks of a document in text order.
MATCH (:Document {id: $id})-[:ASSIGNS]->(task:Task)
RETURN task.id AS id ORDER BY task.ordinal LIMIT $limit
