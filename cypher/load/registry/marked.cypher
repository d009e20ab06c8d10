// From which registry the bodies of each place of $places were written; none where they never were.
MATCH (place:Place) WHERE place.id IN $places
RETURN place.id AS place, place.registry AS sha256 ORDER BY place
