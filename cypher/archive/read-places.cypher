// Of which places the registry's bodies were written.
MATCH (place:Place) WHERE place.registry IS NOT NULL
RETURN place.id AS id, place.registry AS registry ORDER BY id
