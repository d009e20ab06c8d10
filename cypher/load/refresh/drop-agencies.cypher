// Takes away the bodies of $ids that no text names and the registry does not know.
UNWIND $ids AS id
MATCH (agency:Agency {id: id})
WHERE agency.registered = false AND NOT EXISTS { (agency)<-[:NAMES]-(:Document) }
DETACH DELETE agency
