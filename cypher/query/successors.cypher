// Who had succeeded each body of $ids by $asOf: one hop.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})-[link:SUCCEEDED_BY]->(successor:Agency)
WHERE toString(link.on) <= $asOf
RETURN agency.id AS from, successor.id AS to, toString(link.on) AS on, link.by AS by, link.kind AS kind, link.partial AS partial, link.subject AS subject,
       link.dayVaries AS dayVaries, link.basis AS source, toString(agency.until) AS until
ORDER BY from, to
