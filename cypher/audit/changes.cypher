// The changes that were made since a point in time, the latest first.
MATCH (change:Change) WHERE change.at >= $since
RETURN change.id AS id, change.at AS at, change.by AS by, change.through AS through, change.what AS what, change.document AS document, change.name AS name, change.detail AS detail
ORDER BY at DESC, id DESC LIMIT $first
