// Bodies that the registry knows of one place, whether or not a text names them.
UNWIND $rows AS row
MERGE (agency:Agency {id: row.id})
SET agency.name = row.name, agency.type = row.type, agency.collective = row.collective, agency.membersKnown = row.membersKnown,
    agency.from = date(row.from), agency.until = date(row.until), agency.dayVaries = row.dayVaries, agency.endBasis = row.endBasis, agency.mayHaveCaucus = row.mayHaveCaucus, agency.registered = true,
    agency.folded = row.folded
WITH agency, row
MATCH (place:Place {id: row.place})
MERGE (agency)-[:`IN`]->(place)
