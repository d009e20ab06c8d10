// Through whom reports go: one edge from the body that passes them on, for each line that names one.
UNWIND $rows AS row
MATCH (channel:Agency {id: row.via}) MATCH (receiver:Agency {id: row.to})
CREATE (channel)-[line:PASSES_ON]->(receiver)
SET line = row.properties
