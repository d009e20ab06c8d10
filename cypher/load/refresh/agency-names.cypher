// How texts name the bodies of $ids that the registry does not know.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})<-[link:NAMES]-(document:Document)
WHERE agency.registered = false
RETURN id, link.name AS name, document.id AS document
ORDER BY id, document
