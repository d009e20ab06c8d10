// The name of each body that only texts know.
UNWIND $rows AS row
MATCH (agency:Agency {id: row.id}) SET agency.name = row.name, agency.folded = row.folded
