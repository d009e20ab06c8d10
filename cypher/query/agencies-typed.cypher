// Bodies of these kinds in every place, with how many documents name each.
MATCH (agency:Agency) WHERE agency.type IN $types
RETURN agency.id AS id, agency.name AS name, COUNT { (agency)<-[:NAMES]-(:Document) } AS named ORDER BY id
