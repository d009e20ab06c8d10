// What questions look up besides ids.
CREATE INDEX document_number IF NOT EXISTS FOR (n:Document) ON (n.number);
CREATE INDEX agency_type IF NOT EXISTS FOR (n:Agency) ON (n.type);
CREATE INDEX document_claims IF NOT EXISTS FOR (n:Document) ON (n.claims);
CREATE INDEX task_due_to IF NOT EXISTS FOR (n:Task) ON (n.dueTo);
CREATE INDEX task_due_day IF NOT EXISTS FOR (n:Task) ON (n.dueDay);
