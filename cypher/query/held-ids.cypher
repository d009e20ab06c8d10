// Every document whose text is held.
MATCH (document:Document) WHERE document.held = true
RETURN document.id AS id ORDER BY id
