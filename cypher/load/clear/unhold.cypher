// The texts of the documents of $ids are no longer held under these ids.
UNWIND $ids AS id
MATCH (document:Document {id: id})
SET document.held = false, document.claims = null, document.conflict = false, document.diagnostics = []
