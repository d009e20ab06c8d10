// The documents that are known by citation alone.
MATCH (document:Document) WHERE document.held = false AND document.registered = false
RETURN document.id AS id ORDER BY id
