// Whom each body of $ids had succeeded by $asOf: one hop.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})<-[link:SUCCEEDED_BY]-(former:Agency)
WHERE toString(link.on) <= $asOf
RETURN former.id AS from, agency.id AS to, toString(link.on) AS on, link.by AS by, link.kind AS kind, link.partial AS partial, link.subject AS subject,
       link.dayVaries AS dayVaries, link.basis AS source, toString(former.until) AS until
ORDER BY to, from
