// The document itself, as its own text and its review say.
MERGE (document:Document {id: $id})
SET document = $properties, document.issuedOn = date($issuedOn), document.notBefore = date($notBefore),
    document.periodFrom = date($periodFrom), document.periodTo = date($periodTo)
