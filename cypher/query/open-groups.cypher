// Groups of a body's place whose members cannot be known, with the number of parts that they have by $asOf (null: ever): they may concern the body.
MATCH (:Agency {id: $id})-[:`IN`]->(:Place)<-[:`IN`]-(group:Agency {collective: true})
WHERE group.membersKnown = false AND group.id <> $id
MATCH (group)-[part:LEADS|COOPERATES|DIRECTED]->(:Task)<-[:ASSIGNS]-(document:Document)
WHERE $asOf IS NULL OR coalesce(toString(document.issuedOn), toString(document.notBefore), "") <= $asOf
RETURN group.id AS group, count(part) AS count ORDER BY count DESC, group
