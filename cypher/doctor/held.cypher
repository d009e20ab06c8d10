// The held documents with what was made of each: the text it was read from, its tasks, targets, citations, and tasks without words.
MATCH (document:Document) WHERE document.held = true
OPTIONAL MATCH (document)-[:READ_FROM]->(source:Source)
RETURN document.id AS id, document.name AS name, document.conflict AS conflict, source.sha256 AS sha256,
    COUNT { MATCH (document)-[:ASSIGNS]->(:Task) } AS tasks, COUNT { MATCH (document)-[:SETS]->(:Target) } AS targets,
    COUNT { MATCH (document)-[:ASSIGNS]->(task:Task) WHERE task.text IS NULL } AS wordless ORDER BY id, sha256
