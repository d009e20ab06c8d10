// Groups that bodies named in the text belong to by their kind ("UBND huyện …" to the districts' committees).
UNWIND $rows AS row
MATCH (member:Agency {id: row.member}) MATCH (group:Agency {id: row.group})
MERGE (member)-[link:MEMBER_OF {owner: "registry"}]->(group)
SET link.from = date(row.from), link.until = date(row.until), link.onlyWhereNamed = row.onlyWhereNamed, link.basis = row.basis, link.standing = "registry"
