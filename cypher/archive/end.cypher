// The restore has ended: the store is whole.
MATCH (mark:_Restore) DETACH DELETE mark
