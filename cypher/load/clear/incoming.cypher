// Takes away who issued, signed and received each document of $ids.
UNWIND $ids AS id
MATCH ()-[link:ISSUED|SIGNED|RECEIVES]->(:Document {id: id})
DELETE link
