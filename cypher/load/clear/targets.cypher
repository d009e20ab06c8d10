// Takes away the targets of a document.
MATCH (:Document {id: $id})-[:SETS]->(target:Target) DETACH DELETE target
