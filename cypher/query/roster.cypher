// How often each body is told something, by role; those of one place where $place is not null.
MATCH (agency:Agency)
OPTIONAL MATCH (agency)-[:IN]->(place:Place)
WITH agency, place WHERE $place IS NULL OR place.id = $place
RETURN agency.id AS id, agency.name AS name, place.id AS place,
       COUNT { (agency)-[:LEADS]->(:Task) } AS leads, COUNT { (agency)-[:COOPERATES]->(:Task) } AS cooperates, COUNT { (agency)-[:DIRECTED]->(:Task) } AS directed,
       COUNT { (agency)-[:REPORTS_TO]->(:Agency) } AS reports, COUNT { (agency)-[:RECEIVES]->(:Document) } AS receives
ORDER BY id
