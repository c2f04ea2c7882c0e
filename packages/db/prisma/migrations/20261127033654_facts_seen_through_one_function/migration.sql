-- facts seen through one function

-- CreateIndex
CREATE INDEX "party_by_party_id_idx" ON "party"("by_party_id");

-- ==== What Prisma cannot say ====

-- Facts follow what they are about: each has an owner, and is read by who reads its owners. To be called again whenever facts get an owner.
-- An owner that is asked for in the policy is planned for every fact that a query joins; in a function it is planned when it is first met, once in a
-- connection. Its cost keeps the planner from asking it about all facts there are. A condition with a query in it is run as a statement, so it stands
-- behind one without.
CREATE OR REPLACE PROCEDURE let_facts_follow_owners() LANGUAGE plpgsql AS $$
DECLARE
  owners text;
  unseen text;
BEGIN
  SELECT string_agg(attname, ', ') FILTER (WHERE attname NOT LIKE 'other\_%'),
         string_agg(format('IF thing.%1$I IS NOT NULL THEN IF NOT EXISTS (SELECT FROM %2$s AS owner WHERE owner.id = thing.%1$I) THEN RETURN false; END IF; END IF;', attname, confrelid::regclass), ' ')
           FILTER (WHERE attname <> 'municipality_id')
    INTO owners, unseen
    FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
   WHERE contype = 'f' AND conrelid = 'fact'::regclass;
  ALTER TABLE fact DROP CONSTRAINT fact_has_an_owner;
  EXECUTE format('ALTER TABLE fact ADD CONSTRAINT fact_has_an_owner CHECK (num_nonnulls(%s) >= 1)', owners);
  DROP POLICY reads_with_owner ON fact;
  EXECUTE format('CREATE OR REPLACE FUNCTION viewer_sees_owner(thing fact) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE COST 10000 AS $body$ BEGIN %s RETURN true; END $body$', unseen);
  CREATE POLICY reads_with_owner ON fact FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in USING (viewer_sees_owner(fact));
END $$;
CALL let_facts_follow_owners();
