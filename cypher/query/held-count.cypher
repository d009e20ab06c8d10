// How many documents have their texts held.
MATCH (document:Document) WHERE document.held = true
RETURN count(document) AS count
