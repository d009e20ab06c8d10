// Every task of each document of $ids with every body that leads it; a task that nobody leads has one row without a body.
UNWIND $ids AS id
MATCH (document:Document {id: id})-[:ASSIGNS]->(task:Task)
OPTIONAL MATCH (task)<-[part:LEADS]-(agency:Agency)
RETURN id AS document, task.id AS task, task.ordinal AS ordinal, task.source AS source, agency.id AS agency, agency.name AS name, part.basis AS basis,
       agency.collective AS collective, agency.membersKnown AS membersKnown, toString(agency.until) AS until, agency.dayVaries AS dayVaries, agency.endBasis AS endBasis,
       agency.mayHaveCaucus AS mayHaveCaucus
ORDER BY document, ordinal, agency
