// Who reports to whom, one edge for each statement of the text.
UNWIND $rows AS row
MATCH (sender:Agency {id: row.from}) MATCH (receiver:Agency {id: row.to})
CREATE (sender)-[link:REPORTS_TO]->(receiver)
SET link = row.properties
