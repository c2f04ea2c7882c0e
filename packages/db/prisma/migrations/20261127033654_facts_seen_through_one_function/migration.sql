-- facts seen through one function

-- Facts follow what they are about: each has an owner, and is read by who reads its owners. To be called again whenever facts get an owner.
-- An owner that is asked for in a policy is planned for every fact that a query joins; in a function it is planned when it is first met, once in a
-- connection, and asked for row by row. The open door reads all that a municipality has at once: there only what facts seldom have is in the function.
-- The desk reads one thing with all that is known of it, twenty facts in one query: there all but what most facts have is.
-- The function's cost keeps the planner from asking it about all facts there are.
CREATE OR REPLACE PROCEDURE let_facts_follow_owners() LANGUAGE plpgsql AS $$
DECLARE
  often text[] := ARRAY['area_id', 'body_id', 'organisation_id'];
  seldom text[] := ARRAY['agenda_item_id', 'action_point_id', 'attendance_id', 'issue_id'];
  owners text;
  unseen text;
  door record;
BEGIN
  CREATE TEMPORARY TABLE fact_owner ON COMMIT DROP AS
  SELECT attname AS name, confrelid::regclass AS thing,
         format('(%1$I IS NULL OR EXISTS (SELECT FROM %2$s AS owner WHERE owner.id = fact.%1$I))', attname, confrelid::regclass) AS is_seen
    FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
   WHERE contype = 'f' AND conrelid = 'fact'::regclass;
  SELECT string_agg(name, ', ') INTO owners FROM fact_owner WHERE name NOT LIKE 'other\_%';
  ALTER TABLE fact DROP CONSTRAINT fact_has_an_owner;
  EXECUTE format('ALTER TABLE fact ADD CONSTRAINT fact_has_an_owner CHECK (num_nonnulls(%s) >= 1)', owners);

  -- Everybody sees that there are municipalities.
  DELETE FROM fact_owner WHERE name = 'municipality_id';
  SELECT string_agg(format('IF thing.%1$I IS NOT NULL AND NOT EXISTS (SELECT FROM %2$s AS owner WHERE owner.id = thing.%1$I) THEN RETURN false; END IF;', name, thing), ' ')
    INTO unseen FROM fact_owner;
  EXECUTE format('CREATE OR REPLACE FUNCTION viewer_sees_owner(thing fact) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE COST 10000 AS $body$ BEGIN %s RETURN true; END $body$', unseen);
  DROP POLICY IF EXISTS reads_with_owner ON fact;
  DROP POLICY IF EXISTS desk_reads_with_owner ON fact;
  FOR door IN
    SELECT policy, roles, string_agg(is_seen, ' AND ') FILTER (WHERE name = ANY (planned)) AS seen,
           string_agg(format('%I IS NULL', name), ' AND ') FILTER (WHERE name <> ALL (planned)) AS none_else
      FROM (VALUES ('reads_with_owner', 'samrad_public, samrad_neighbour', (SELECT array_agg(name) FROM fact_owner WHERE name <> ALL (seldom))),
                   ('desk_reads_with_owner', 'samrad_signed_in', often)) AS each (policy, roles, planned), fact_owner
     GROUP BY policy, roles
  LOOP
    EXECUTE format('CREATE POLICY %I ON fact FOR SELECT TO %s USING (%s AND ((%s) OR viewer_sees_owner(fact)))', door.policy, door.roles, door.seen, door.none_else);
  END LOOP;
  DROP TABLE fact_owner;
END $$;
CALL let_facts_follow_owners();
