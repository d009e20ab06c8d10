// Which body is part of which: a board acts for the whole between its sessions, a caucus is the Party's in it.
UNWIND $rows AS row
MATCH (part:Agency {id: row.part}) MATCH (whole:Agency {id: row.whole})
MERGE (part)-[link:PART_OF {owner: "registry"}]->(whole)
SET link.basis = row.basis, link.kind = row.kind, link.standing = "registry"
