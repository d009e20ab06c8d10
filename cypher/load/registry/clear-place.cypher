// Takes away what an older registry said of the bodies of one place.
MATCH (:Place {id: $place})<-[:`IN`]-(:Agency)-[link:MEMBER_OF|PART_OF|SUCCEEDED_BY {owner: "registry"}]->(:Agency)
DELETE link
