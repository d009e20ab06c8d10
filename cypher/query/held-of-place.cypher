// The documents of a place whose texts are held.
MATCH (:Place {id: $place})<-[:`IN`]-(document:Document) WHERE document.held = true
RETURN document.id AS id ORDER BY id
