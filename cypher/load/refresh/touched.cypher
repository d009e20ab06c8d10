// What each document of $ids names now: after a load it may be named by nobody any more.
UNWIND $ids AS id
MATCH (:Document {id: id})-[:NAMES|IMPLEMENTS|BASED_ON|MENTIONS]->(named)
RETURN labels(named)[0] AS label, named.id AS id
UNION
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:SIGNED]-(person:Person)
RETURN "Person" AS label, person.id AS id
