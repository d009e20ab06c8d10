// Reporting lines whose sender the text does not name: they stay with their document.
MATCH (document:Document {id: $id})
UNWIND $rows AS row
MATCH (receiver:Agency {id: row.to})
CREATE (document)-[link:REPORTS_TO]->(receiver)
SET link = row.properties
