// Bodies of these kinds in every place, with how many documents name each and how many are of its place.
MATCH (agency:Agency) WHERE agency.type IN $types
RETURN agency.id AS id, agency.name AS name, COUNT { (agency)<-[:NAMES]-(:Document) } AS named,
       COUNT { (agency)-[:`IN`]->(:Place)<-[:`IN`]-(:Document) } AS ofPlace ORDER BY id
