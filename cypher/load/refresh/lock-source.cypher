// Takes the text with this hash for the rest of the transaction: whoever else would change it waits, and then sees what was done.
MATCH (source:Source {sha256: $sha256}) SET source.name = source.name
