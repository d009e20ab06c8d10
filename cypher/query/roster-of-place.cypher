// How often each body of a place is told something, by role.
MATCH (:Place {id: $place})<-[:`IN`]-(agency:Agency)
RETURN agency.id AS id, agency.name AS name,
       COUNT { (agency)-[:LEADS]->(:Task) } AS leads, COUNT { (agency)-[:COOPERATES]->(:Task) } AS cooperates, COUNT { (agency)-[:DIRECTED]->(:Task) } AS directed,
       COUNT { (agency)-[:REPORTS_TO]->(:Agency) } AS reports, COUNT { (agency)-[:RECEIVES]->(:Document) } AS receives
ORDER BY id
