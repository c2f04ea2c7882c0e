-- no organisation goes on with its own work

-- Rows that say so say nothing; a fact takes its row with it.
DELETE FROM fact WHERE id IN (SELECT id FROM organisation_succession WHERE predecessor_id = successor_id);
ALTER TABLE organisation_succession ADD CONSTRAINT organisation_succession_not_by_itself CHECK (predecessor_id <> successor_id);
