// The provinces, old and new, and the country itself.
UNWIND $rows AS row
MERGE (place:Place {id: row.id})
SET place.name = row.name, place.kind = row.kind, place.from = date(row.from), place.until = date(row.until)
