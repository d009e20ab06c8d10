// Bodies of these kinds in every place: whether documents name them, and whether any is of their place.
MATCH (agency:Agency) WHERE agency.type IN $types
RETURN agency.id AS id, EXISTS { (agency)<-[:NAMES]-(:Document) } AS named,
       EXISTS { (agency)-[:`IN`]->(:Place)<-[:`IN`]-(:Document) } AS ofPlace ORDER BY id
