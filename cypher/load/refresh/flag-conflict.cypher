// Other texts claim the ids of $ids too.
UNWIND $ids AS id
MATCH (document:Document {id: id}) SET document.conflict = true
