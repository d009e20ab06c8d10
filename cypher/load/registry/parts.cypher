// Which body is part of which; a standing board acts for the whole between its sessions.
UNWIND $rows AS row
MATCH (part:Agency {id: row.part}) MATCH (whole:Agency {id: row.whole})
MERGE (part)-[link:PART_OF {owner: "registry"}]->(whole)
SET link.basis = row.basis, link.board = row.board, link.standing = "registry"
