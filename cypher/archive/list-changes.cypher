// The recorded changes, the oldest first.
MATCH (change:Change)
RETURN change.id AS id ORDER BY change.at, change.id
