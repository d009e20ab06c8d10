// Whether the store holds anything that a restored one would meet: texts and held documents.
MATCH (source:Source)
RETURN count(source) AS sources
