// Who became whom, from which day, by which document and as to what: where both bodies are known.
UNWIND $rows AS row
MATCH (old:Agency {id: row.from}) MATCH (new:Agency {id: row.to})
MERGE (old)-[link:SUCCEEDED_BY {owner: "registry"}]->(new)
SET link.on = date(row.on), link.by = row.by, link.kind = row.kind, link.partial = row.partial, link.subject = row.subject,
    link.dayVaries = row.dayVaries, link.basis = row.basis, link.standing = "registry"
