// What questions look up besides ids.
CREATE INDEX document_number IF NOT EXISTS FOR (n:Document) ON (n.number);
CREATE INDEX agency_type IF NOT EXISTS FOR (n:Agency) ON (n.type);
CREATE INDEX document_claims IF NOT EXISTS FOR (n:Document) ON (n.claims);
CREATE INDEX task_due_to IF NOT EXISTS FOR (n:Task) ON (n.dueTo);
CREATE INDEX task_due_day IF NOT EXISTS FOR (n:Task) ON (n.dueDay);
CREATE INDEX change_at IF NOT EXISTS FOR (n:Change) ON (n.at);
CREATE INDEX source_name IF NOT EXISTS FOR (n:Source) ON (n.name);
