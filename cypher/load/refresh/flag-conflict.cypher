// Another text claims this id too.
MATCH (document:Document {id: $id}) SET document.conflict = true
