// Takes away the tasks of each document of $ids with everybody's part in them.
UNWIND $ids AS id
MATCH (:Document {id: id})-[:ASSIGNS]->(task:Task) DETACH DELETE task
