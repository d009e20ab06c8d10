// From which registry the bodies of each place of $places were written; a place that is not there has none.
UNWIND $places AS id
OPTIONAL MATCH (place:Place {id: id})
RETURN id AS place, place.registry AS sha256
