// Every body that leads a task of each document of $ids; a task that nobody leads has one row without a body.
UNWIND $ids AS id
MATCH (:Document {id: id})-[:ASSIGNS]->(task:Task)<-[part:LEADS]-(agency:Agency)
RETURN id AS document, task.id AS task, task.ordinal AS ordinal, task.source AS source, agency.id AS agency, agency.name AS name, part.basis AS basis,
       agency.collective AS collective, agency.membersKnown AS membersKnown, toString(agency.until) AS until, agency.dayVaries AS dayVaries, agency.endBasis AS endBasis,
       agency.mayHaveCaucus AS mayHaveCaucus
UNION
UNWIND $ids AS id
MATCH (:Document {id: id})-[:ASSIGNS]->(task:Task)
WHERE NOT EXISTS { (task)<-[:LEADS]-(:Agency) }
RETURN id AS document, task.id AS task, task.ordinal AS ordinal, task.source AS source, null AS agency, null AS name, null AS basis,
       null AS collective, null AS membersKnown, null AS until, null AS dayVaries, null AS endBasis, null AS mayHaveCaucus
