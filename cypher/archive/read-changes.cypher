// Recorded changes as the log has them.
UNWIND $ids AS id
MATCH (change:Change {id: id})
RETURN change.id AS id, change.at AS at, change.by AS by, change.through AS through, change.what AS what, change.document AS document, change.name AS name, change.detail AS detail
ORDER BY at, id
