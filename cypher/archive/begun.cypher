// From what a restore was begun that has not ended.
MATCH (mark:_Restore) RETURN mark.of AS of
