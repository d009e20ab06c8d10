// Which cited documents a task's own words order to be carried out.
UNWIND $rows AS row
MATCH (task:Task {id: row.task}) MATCH (document:Document {id: row.document})
CREATE (task)-[link:CARRIES_OUT]->(document)
SET link = row.properties
