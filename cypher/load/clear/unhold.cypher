// The document's text is no longer held under this id.
MATCH (document:Document {id: $id})
SET document.held = false, document.claims = null, document.conflict = false, document.diagnostics = []
