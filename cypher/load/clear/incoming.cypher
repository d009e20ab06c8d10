// Takes away who issued, signed and received the document.
MATCH ()-[link:ISSUED|SIGNED|RECEIVES]->(:Document {id: $id})
DELETE link
