// How many recorded changes there are.
MATCH (change:Change)
RETURN count(change) AS count
