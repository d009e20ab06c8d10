// Every part that each body of $ids has in a task.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})-[part:LEADS|COOPERATES|DIRECTED]->(task:Task)<-[:ASSIGNS]-(document:Document)
RETURN id AS agency, type(part) AS role, part.basis AS basis, part.inherited AS inherited, part.scope AS scope,
       part.namesMassOrganisations AS namesMassOrganisations, task.id AS task, task.ordinal AS ordinal, task.headings AS headings,
       toString(task.dueTo) AS dueTo, document.id AS document, toString(coalesce(document.issuedOn, document.notBefore)) AS on
ORDER BY agency, document, ordinal, role
