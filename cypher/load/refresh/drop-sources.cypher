// Takes away the texts of $hashes that no document is read from any more.
MATCH (source:Source) WHERE source.sha256 IN $hashes AND NOT EXISTS { (source)<-[:READ_FROM]-(:Document) }
DETACH DELETE source
