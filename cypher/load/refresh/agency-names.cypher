// How texts name the bodies of $ids that the registry does not know, and how these stand now.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})<-[link:NAMES]-(:Document)
WHERE agency.registered = false
RETURN DISTINCT id, link.name AS name, agency.name AS now, agency.folded AS folded
ORDER BY id, name
