// Takes the texts with these hashes for the rest of the transaction: whoever else would change them waits, and then sees what was done.
UNWIND $hashes AS sha256
MATCH (source:Source {sha256: sha256}) SET source.name = source.name
