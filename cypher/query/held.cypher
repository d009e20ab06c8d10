// The documents whose texts are held.
MATCH (document:Document) WHERE document.held = true
RETURN document.id AS id, document.name AS name, document.conflict AS conflict, document.diagnostics AS diagnostics ORDER BY id LIMIT $limit
