// Changes of what the store holds: who made each, when, through what, and to which document.
UNWIND $rows AS row
CREATE (:Change {id: row.id, at: row.at, by: row.by, through: row.through, what: row.what, document: row.document, name: row.name, detail: row.detail})
