// Takes away at most $limit nodes of ours, with their edges. What else a shared database holds stays.
MATCH (node) WHERE labels(node)[0] IN $labels
WITH node LIMIT $limit
DETACH DELETE node
