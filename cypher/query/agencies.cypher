// What is told of each body of $ids in a list.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})
OPTIONAL MATCH (agency)-[:`IN`]->(place:Place)
RETURN agency.id AS id, agency.name AS name, agency.type AS type, agency.collective AS collective, agency.membersKnown AS membersKnown,
       toString(agency.from) AS from, toString(agency.until) AS until, place.id AS place, place.name AS placeName
ORDER BY id
