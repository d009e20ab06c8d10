// What bodies are that only texts know: where these differ, what came first.
UNWIND $rows AS row
MATCH (agency:Agency {id: row.id}) WHERE agency.registered = false
SET agency.name = row.name, agency.type = row.type, agency.collective = row.collective, agency.membersKnown = row.membersKnown, agency.folded = row.folded
