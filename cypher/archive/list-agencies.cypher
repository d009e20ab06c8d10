// The bodies that only texts know.
MATCH (agency:Agency) WHERE agency.registered = false
RETURN agency.id AS id ORDER BY id
