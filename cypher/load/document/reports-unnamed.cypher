// Reporting lines whose sender the text does not name: they stay with their document.
UNWIND $rows AS row
MATCH (document:Document {id: row.document}) MATCH (receiver:Agency {id: row.to})
CREATE (document)-[link:REPORTS_TO]->(receiver)
SET link = row.properties
