// What the registry says of two documents; without its former word.
UNWIND $rows AS row
MATCH (later:Document {id: row.from}) MATCH (earlier:Document {id: row.to})
MERGE (later)-[link:AMENDS {owner: "registry"}]->(earlier)
SET link.direct = true, link.standing = "registry", link.note = row.note, link.source = [], link.section = [], link.start = [], link.end = [], link.words = []
