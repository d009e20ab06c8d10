// How many documents are held with their words.
MATCH (document:Document)-[:READ_FROM]->(source:Source) WHERE source.text IS NOT NULL
RETURN count(DISTINCT document) AS count
