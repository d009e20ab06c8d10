// What the bodies of $ids are that only texts know.
UNWIND $ids AS id
MATCH (agency:Agency {id: id}) WHERE agency.registered = false
RETURN id, agency.name AS name, agency.type AS type, agency.collective AS collective, agency.membersKnown AS membersKnown, agency.folded AS folded ORDER BY id
