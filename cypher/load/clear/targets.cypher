// Takes away the targets of each document of $ids.
UNWIND $ids AS id
MATCH (:Document {id: id})-[:SETS]->(target:Target) DETACH DELETE target
