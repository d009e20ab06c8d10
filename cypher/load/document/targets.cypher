// The measurable aims that each document sets.
UNWIND $rows AS row
MATCH (document:Document {id: row.properties.documentId})
CREATE (target:Target)
SET target = row.properties, target.by = date(row.by)
CREATE (document)-[:SETS {order: row.properties.ordinal}]->(target)
