// A restore has begun: until it ends, what the store holds is not whole.
MERGE (mark:_Restore {id: "restore"}) SET mark.of = $of
