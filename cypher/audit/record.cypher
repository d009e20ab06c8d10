// One change of what the store holds: who made it, when, through what, and to which document.
CREATE (:Change {id: $id, at: $at, by: $by, through: $through, what: $what, document: $document, name: $name, detail: $detail})
