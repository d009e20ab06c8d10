// Bodies that the text names: made where they are not known yet, with the days between which their kind stands.
UNWIND $rows AS row
MERGE (agency:Agency {id: row.id})
ON CREATE SET agency.registered = false, agency.name = row.name, agency.type = row.type, agency.collective = row.collective,
    agency.membersKnown = row.membersKnown, agency.folded = row.folded
SET agency.from = date(row.from), agency.until = date(row.until), agency.dayVaries = row.dayVaries, agency.endBasis = row.endBasis, agency.mayHaveCaucus = row.mayHaveCaucus
