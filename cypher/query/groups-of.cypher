// The groups that each body of $ids belongs to.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})-[link:MEMBER_OF]->(group:Agency)
RETURN id AS member, group.id AS group, link.document AS document, toString(link.from) AS from, toString(link.until) AS until,
       link.onlyWhereNamed AS onlyWhereNamed, link.basis AS basis
ORDER BY member, group, document
