// Where each fact of a document stands in its text, with what the fact is about.
MATCH (:Document {id: $id})-[link:IMPLEMENTS|BASED_ON|MENTIONS|CONTINUES|REPLACES|AMENDS]->(cited:Document)
WHERE link.owner = $id
RETURN "CITATION" AS kind, cited.id AS id, cited.name AS name, type(link) AS role, null AS task, link.standing AS standing, link.start AS start, link.end AS end
UNION
MATCH (:Document {id: $id})-[link:NAMES]->(agency:Agency)
RETURN "AGENCY" AS kind, agency.id AS id, agency.name AS name, null AS role, null AS task, link.standing AS standing, link.start AS start, link.end AS end
UNION
MATCH (:Document {id: $id})-[:ASSIGNS]->(task:Task)
RETURN "TASK" AS kind, task.id AS id, task.address AS name, null AS role, task.id AS task, task.standing AS standing, [task.start] AS start, [task.end] AS end
UNION
MATCH (:Document {id: $id})-[:ASSIGNS]->(task:Task)<-[link:LEADS|COOPERATES|DIRECTED]-(agency:Agency)
RETURN "PART" AS kind, agency.id AS id, agency.name AS name, type(link) AS role, task.id AS task, link.standing AS standing, link.start AS start, link.end AS end
UNION
MATCH (:Document {id: $id})-[:SETS]->(target:Target)
RETURN "TARGET" AS kind, target.id AS id, target.indicator AS name, null AS role, null AS task, target.standing AS standing, [target.start] AS start, [target.end] AS end
UNION
MATCH (:Document {id: $id})-[:NAMES]->(sender:Agency)-[link:REPORTS_TO]->(receiver:Agency)
WHERE link.document = $id
RETURN "REPORT" AS kind, receiver.id AS id, receiver.name AS name, null AS role, null AS task, link.standing AS standing, link.start AS start, link.end AS end
UNION
MATCH (:Document {id: $id})-[link:REPORTS_TO]->(receiver:Agency)
RETURN "REPORT" AS kind, receiver.id AS id, receiver.name AS name, null AS role, null AS task, link.standing AS standing, link.start AS start, link.end AS end
UNION
MATCH (:Document {id: $id})<-[link:RECEIVES]-(agency:Agency)
RETURN "RECIPIENT" AS kind, agency.id AS id, agency.name AS name, null AS role, null AS task, link.standing AS standing, link.start AS start, link.end AS end
UNION
MATCH (:Document {id: $id})<-[link:SIGNED]-(person:Person)
RETURN "SIGNER" AS kind, person.id AS id, person.name AS name, null AS role, null AS task, link.standing AS standing, link.start AS start, link.end AS end
