// Which documents of $ids are ordered to be carried out by a task of another document that is held.
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:CARRIES_OUT]-(:Task)<-[:ASSIGNS]-(other:Document)
WHERE other.held = true AND other.id <> id
RETURN DISTINCT id AS document ORDER BY document
