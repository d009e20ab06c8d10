// Other held texts that claim the id $id: they stand under it with "~" and their hash.
MATCH (document:Document) WHERE document.id STARTS WITH $id + "~" AND document.held = true
RETURN document.id AS id ORDER BY id
