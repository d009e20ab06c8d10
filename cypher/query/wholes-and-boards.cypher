// What each body of $ids is part of, and the boards and caucuses that act for it.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})-[link:PART_OF]->(other:Agency)
RETURN id AS agency, other.id AS other, link.kind AS kind
UNION
UNWIND $ids AS id
MATCH (agency:Agency {id: id})<-[link:PART_OF]-(other:Agency)
WHERE link.kind IN ["board", "caucus"]
RETURN id AS agency, other.id AS other, link.kind AS kind
