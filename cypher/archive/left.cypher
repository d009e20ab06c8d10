// How many nodes of ours are left.
MATCH (node) WHERE labels(node)[0] IN $labels
RETURN count(node) AS count
