// Which documents of $ids state any reporting line.
UNWIND $ids AS id
MATCH (:Document {id: id})-[:NAMES]->(:Agency)-[line:REPORTS_TO]->(:Agency)
WHERE line.document = id
RETURN DISTINCT id AS document
UNION
UNWIND $ids AS id
MATCH (:Document {id: id})-[:REPORTS_TO]->(:Agency)
RETURN DISTINCT id AS document
