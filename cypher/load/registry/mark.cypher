// Remembers which registry the bodies of a place were written from.
MATCH (place:Place {id: $place}) SET place.registry = $sha256
