// The bodies that each group of $ids has as members by a registry.
UNWIND $ids AS id
MATCH (group:Agency {id: id})<-[link:MEMBER_OF {owner: "registry"}]-(member:Agency)
RETURN id AS group, member.id AS member, member.name AS name, member.mayHaveCaucus AS mayHaveCaucus, toString(link.from) AS from,
       toString(link.until) AS until, link.onlyWhereNamed AS onlyWhereNamed
ORDER BY group, member
