// How often each body is told something, by role; those of one place where $place is not null.
MATCH (agency:Agency)
WHERE $place IS NULL OR EXISTS { MATCH (agency)-[:`IN`]->(place:Place) WHERE place.id = $place }
RETURN agency.id AS id, agency.name AS name,
       COUNT { (agency)-[:LEADS]->(:Task) } AS leads, COUNT { (agency)-[:COOPERATES]->(:Task) } AS cooperates, COUNT { (agency)-[:DIRECTED]->(:Task) } AS directed,
       COUNT { (agency)-[:REPORTS_TO]->(:Agency) } AS reports, COUNT { (agency)-[:RECEIVES]->(:Document) } AS receives
ORDER BY id
