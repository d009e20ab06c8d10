// Takes away the tasks of a document with everybody's part in them.
MATCH (:Document {id: $id})-[:ASSIGNS]->(task:Task) DETACH DELETE task
