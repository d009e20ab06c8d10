// Takes away the documents of $ids that are neither held nor cited nor known to the registry.
UNWIND $ids AS id
MATCH (document:Document {id: id})
WHERE document.held = false AND document.registered = false AND NOT EXISTS { (document)<-[:IMPLEMENTS|BASED_ON|MENTIONS]-(:Document) }
DETACH DELETE document
