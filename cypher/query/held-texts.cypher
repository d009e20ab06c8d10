// The words of the texts of $ids that are held.
MATCH (document:Document)-[:READ_FROM]->(source:Source)
WHERE document.id IN $ids AND source.text IS NOT NULL
RETURN document.id AS document, source.name AS source, source.text AS text ORDER BY document, source
