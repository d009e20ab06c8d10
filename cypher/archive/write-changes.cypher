// Recorded changes of another store, each once.
UNWIND $rows AS row
MERGE (change:Change {id: row.id})
SET change.at = row.at, change.by = row.by, change.through = row.through, change.what = row.what, change.document = row.document, change.name = row.name, change.detail = row.detail
