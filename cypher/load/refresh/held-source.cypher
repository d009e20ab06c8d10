// Which held documents were read from the texts with these hashes.
UNWIND $hashes AS sha256
MATCH (source:Source {sha256: sha256})<-[:READ_FROM]-(document:Document)
RETURN sha256, document.id AS id ORDER BY sha256, id
