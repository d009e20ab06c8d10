// How many documents are held.
MATCH (d:Document {held: true}) RETURN count(d) AS held
