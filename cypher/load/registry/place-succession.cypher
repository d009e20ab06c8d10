// What became of provinces that are no more.
UNWIND $rows AS row
MATCH (old:Place {id: row.from}) MATCH (new:Place {id: row.to})
MERGE (old)-[link:SUCCEEDED_BY]->(new)
SET link.on = date(row.on), link.by = row.by, link.kind = row.kind, link.partial = row.partial, link.subject = row.subject,
    link.dayVaries = row.dayVaries, link.basis = row.basis, link.standing = "registry"
