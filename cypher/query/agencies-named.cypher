// Which of the bodies of $ids there are: whether documents name them, and whether any is of their place.
MATCH (agency:Agency) WHERE agency.id IN $ids
RETURN agency.id AS id, EXISTS { (agency)<-[:NAMES]-(:Document) } AS named,
       EXISTS { (agency)-[:`IN`]->(:Place)<-[:`IN`]-(:Document) } AS ofPlace ORDER BY id
