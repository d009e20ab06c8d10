// To whom each document of $ids is sent, and who issued it.
UNWIND $ids AS id
MATCH (document:Document {id: id})<-[link:RECEIVES|ISSUED]-(agency:Agency)
RETURN id AS document, type(link) AS relation, agency.id AS agency, agency.name AS name, agency.collective AS collective,
       agency.membersKnown AS membersKnown, link.words AS words
ORDER BY document, relation, agency
