// What is told of each body of $ids in a list.
MATCH (agency:Agency) WHERE agency.id IN $ids
RETURN agency.id AS id, agency.name AS name, agency.type AS type, agency.collective AS collective, agency.membersKnown AS membersKnown,
       toString(agency.from) AS from, toString(agency.until) AS until,
       head([(agency)-[:`IN`]->(place:Place) | place.id]) AS place, head([(agency)-[:`IN`]->(place:Place) | place.name]) AS placeName
ORDER BY id
