// The measurable aims that the document sets.
MATCH (document:Document {id: $id})
UNWIND $rows AS row
CREATE (target:Target)
SET target = row.properties, target.by = date(row.by)
CREATE (document)-[:SETS {order: row.properties.ordinal}]->(target)
