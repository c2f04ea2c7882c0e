-- acts that are undone leave nobody behind; documents count their versions

-- AlterTable
ALTER TABLE "source_document" ADD COLUMN     "dead_since" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- ==== What Prisma cannot say ====

-- Whether anybody would go along with a seat that is removed: who holds it, gets access by it, is invited to it, or is
-- named by it anywhere.
CREATE OR REPLACE FUNCTION seats_in_use(seats uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM party WHERE seat_id = ANY (seats))
            OR EXISTS (SELECT FROM seat_holder WHERE seat_id = ANY (seats))
            OR EXISTS (SELECT FROM role_grant WHERE seat_id = ANY (seats) AND ended_at IS NULL)
            OR EXISTS (SELECT FROM invitation WHERE seat_id = ANY (seats) AND accepted_at IS NULL AND withdrawn_at IS NULL) $$;

-- A role that went along with a seat comes back with it, as the audit says it was.
CREATE FUNCTION give_role_back(removed uuid, role uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO role_grant
    SELECT was.* FROM act_change AS change, jsonb_populate_record(NULL::role_grant, change.before) AS was
     WHERE change.act_id = removed AND change.row_id = role AND change.table_name = 'role_grant' AND change.after IS NULL
       AND viewer_mends_seat(was.seat_id);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not yours to give' USING ERRCODE = '42501';
  END IF;
END $$;
REVOKE ALL ON FUNCTION give_role_back FROM PUBLIC;
GRANT EXECUTE ON FUNCTION give_role_back TO samrad_signed_in;

-- In which order rows come into being, so that the policies of each find whose it is; they go the other way.
CREATE OR REPLACE FUNCTION rank_of(change act_change) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN change.table_name IN ('area', 'organisation', 'scheme', 'coordinator_post', 'body', 'arena', 'source_document', 'meeting_round') THEN 0
    WHEN change.table_name IN ('seat_holder', 'meeting', 'mandate_clause', 'role_grant') THEN 3
    WHEN change.table_name IN ('party', 'source_reference') THEN 5
    WHEN change.table_name <> 'fact' THEN 2
    WHEN COALESCE(change.before, change.after) ->> 'seat_holder_id' IS NOT NULL OR COALESCE(change.before, change.after) ->> 'meeting_id' IS NOT NULL THEN 4
    ELSE 1 END;

-- Whether the act under way has touched rows that another did not: by cascade, for instance. No viewer sees an act
-- before it is sealed.
CREATE FUNCTION act_touches_more_than(undone uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM act_change WHERE act_id = current_setting('samrad.act')::uuid
                        AND row_id NOT IN (SELECT row_id FROM act_change WHERE act_id = undone)) $$;
REVOKE ALL ON FUNCTION act_touches_more_than FROM PUBLIC;
GRANT EXECUTE ON FUNCTION act_touches_more_than TO samrad_signed_in;

-- Reverses an act, row by row, within the act under way. What it changed and has been changed since is left alone, and
-- so is everything else then.
CREATE OR REPLACE FUNCTION undo_act(undone uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  change act_change;
  present jsonb;
  changed jsonb;
  columns text;
  written int;
BEGIN
  -- Names of persons are not in the audit: who was removed cannot come back.
  IF EXISTS (SELECT FROM act_change AS gone WHERE act_id = undone AND table_name = 'seat_holder' AND (gone.after IS NULL OR gone.before = gone.after)) THEN
    RAISE EXCEPTION 'names_not_kept';
  END IF;
  -- Who was moved to a seat leaves it before it goes; what was added goes, what was removed comes back, what was changed
  -- is changed back.
  FOR change IN
    SELECT * FROM act_change WHERE act_id = undone
     ORDER BY CASE WHEN table_name IN ('seat_holder', 'party') AND before ->> 'seat_id' <> after ->> 'seat_id' THEN -1 WHEN before IS NULL THEN 0 WHEN after IS NULL THEN 1 ELSE 2 END,
              CASE WHEN before IS NULL THEN -rank_of(act_change) - CASE WHEN table_name IN ('seat_holder', 'meeting') THEN 2 ELSE 0 END ELSE rank_of(act_change) END,
              -- Who acts for somebody goes behind them.
              before IS NULL AND after ->> 'by_party_id' IS NULL, position DESC
  LOOP
    -- A role that came with a seat goes with it, and so does an invitation that is spent.
    CONTINUE WHEN change.table_name = 'role_grant' AND change.before IS NULL AND EXISTS (
      SELECT FROM act_change WHERE act_id = undone AND table_name = 'seat' AND before IS NULL AND row_id = (change.after ->> 'seat_id')::uuid);
    CONTINUE WHEN change.table_name = 'invitation' AND change.after IS NULL;
    IF change.table_name = 'role_grant' AND change.after IS NULL THEN
      PERFORM give_role_back(undone, change.row_id);
      CONTINUE;
    END IF;
    SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
     WHERE attrelid = change.table_name::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
       AND COALESCE(change.before, change.after) ? attname AND attname <> 'version'
       AND change.before -> attname IS DISTINCT FROM change.after -> attname;
    SELECT jsonb_object_agg(key, value) INTO changed FROM jsonb_each(change.after - 'version')
     WHERE change.before IS NULL OR change.before -> key IS DISTINCT FROM value;
    EXECUTE format('SELECT to_jsonb(present) FROM %I AS present WHERE id = $1 FOR UPDATE', change.table_name) INTO present USING change.row_id;
    -- It went along with something it hung on.
    CONTINUE WHEN change.before IS NULL AND present IS NULL;
    IF (change.after IS NULL) <> (present IS NULL) OR NOT has_values(present - 'version', COALESCE(changed, '{}')) THEN
      RAISE EXCEPTION 'act_is_last: changed since';
    ELSIF change.before IS NULL THEN
      EXECUTE format('DELETE FROM %I WHERE id = $1', change.table_name) USING change.row_id;
    ELSIF change.after IS NULL THEN
      EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)', change.table_name, columns) USING change.before;
    ELSIF columns IS NULL THEN
      CONTINUE;
    ELSE
      EXECUTE format('UPDATE %1$I SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $2)) WHERE id = $1', change.table_name, columns) USING change.row_id, change.before;
    END IF;
    -- A row policy that hides a row from a write says nothing.
    GET DIAGNOSTICS written = ROW_COUNT;
    IF written <> 1 THEN
      RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
    END IF;
    UPDATE fact SET version = version + 1 WHERE id = change.row_id;
  END LOOP;
  -- Who saw the thing before it was undone saw another version.
  UPDATE fact SET version = version + 1 WHERE id = (SELECT object_id FROM act WHERE act.id = undone);
  -- What others have added to a thing does not go with it.
  IF act_touches_more_than(undone) THEN
    RAISE EXCEPTION 'act_is_last: others refer to it';
  END IF;
END $$;

-- Undoes an act if nothing has come after it that stands in the way; says whether it did.
CREATE FUNCTION could_undo_act(undone uuid) RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM undo_act(undone);
  RETURN true;
EXCEPTION WHEN raise_exception THEN
  RETURN false;
END $$;
REVOKE ALL ON FUNCTION could_undo_act FROM PUBLIC;
GRANT EXECUTE ON FUNCTION could_undo_act TO samrad_signed_in;

-- Whether any body stands on a level, also one that the viewer does not see.
CREATE FUNCTION levels_in_use(levels uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM body_level WHERE level_id = ANY (levels)) $$;
REVOKE ALL ON FUNCTION levels_in_use FROM PUBLIC;
GRANT EXECUTE ON FUNCTION levels_in_use TO samrad_signed_in;

-- A level that is called otherwise from a day on is a new row: the bodies that stood on the old one stand on the new one,
-- also those of others that take part.
CREATE FUNCTION follow_level(before uuid, after uuid, on_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  standing record;
  moved uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM scheme_level AS old JOIN scheme_level AS new ON new.scheme_id = old.scheme_id
                  WHERE old.id = before AND new.id = after AND viewer_mends_scheme(old.scheme_id)) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  UPDATE body_level SET level_id = after WHERE level_id = before AND valid_from >= on_day;
  FOR standing IN SELECT body_level.*, language FROM body_level JOIN fact ON fact.id = body_level.id
                   WHERE level_id = before AND valid_at(valid_from, valid_to, on_day) LOOP
    moved := gen_random_uuid();
    UPDATE body_level SET valid_to = on_day, to_is = 'day' WHERE id = standing.id;
    INSERT INTO fact (id, language, body_id) VALUES (moved, standing.language, standing.body_id);
    INSERT INTO body_level (id, body_id, level_id, valid_from, from_is, valid_to, to_is)
      VALUES (moved, standing.body_id, after, on_day, 'day', standing.valid_to, standing.to_is);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION follow_level FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_level TO samrad_signed_in;

-- ==== What no viewer may do, whatever the API asks ====

-- An act is noted in the register of somebody whose register the viewer may write in.
CREATE OR REPLACE FUNCTION begin_act(id uuid, kind text, municipality uuid, noun text, object uuid, undoes uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF COALESCE(current_setting('samrad.act', true), '') <> '' THEN
    RAISE EXCEPTION 'an act is under way';
  END IF;
  IF viewer_account() IS NULL OR NOT COALESCE(
       viewer_operates()
       OR municipality = ANY (viewer_ids('writes'))
       OR (municipality IS NULL AND viewer_ids('writes') <> '{}')
       OR EXISTS (SELECT FROM (SELECT body.id, home_municipality_id FROM body UNION ALL SELECT scheme.id, home_municipality_id FROM scheme
                    UNION ALL SELECT post.id, home_municipality_id FROM coordinator_post AS post UNION ALL SELECT arena.id, home_municipality_id FROM arena) AS thing
                   WHERE home_municipality_id = municipality AND thing.id = ANY (viewer_ids('mends')))
       OR (begin_act.kind = 'accept' AND EXISTS (SELECT FROM invitation LEFT JOIN seat ON seat.id = seat_id LEFT JOIN body ON body.id = body_id
                                                WHERE invitation.id = object AND accepted_at IS NULL AND withdrawn_at IS NULL
                                                  AND municipality IS NOT DISTINCT FROM COALESCE(invitation.municipality_id, body.home_municipality_id))), false)
     OR (begin_act.kind = 'create' AND EXISTS (SELECT FROM fact WHERE fact.id = object)) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  -- The rows of one act hold together when it ends, in whatever order they are written.
  SET CONSTRAINTS ALL DEFERRED;
  INSERT INTO act (id, kind, account_id, municipality_id, noun, object_id, undoes_id)
    VALUES (begin_act.id, begin_act.kind, viewer_account(), municipality, begin_act.noun, object, undoes);
  PERFORM set_config('samrad.act', begin_act.id::text, true), set_config('samrad.change', '0', true),
          set_config('samrad.brought_in', CASE WHEN begin_act.kind = 'create' THEN object::text ELSE '' END, true);
END $$;

-- A fact takes what it is with it: a thing itself, and who takes part, are the home's to remove.
CREATE POLICY home_deletes ON fact AS RESTRICTIVE FOR DELETE TO samrad_signed_in USING (
  (NOT EXISTS (SELECT FROM body WHERE body.id = fact.id) AND NOT EXISTS (SELECT FROM body_participation AS line WHERE line.id = fact.id)
   OR EXISTS (SELECT FROM body WHERE body.id = fact.body_id AND home_municipality_id = ANY (viewer_ids('writes'))))
  AND (NOT EXISTS (SELECT FROM scheme WHERE scheme.id = fact.id) AND NOT EXISTS (SELECT FROM scheme_participation AS line WHERE line.id = fact.id)
   OR EXISTS (SELECT FROM scheme WHERE scheme.id = fact.scheme_id AND home_municipality_id = ANY (viewer_ids('writes'))))
  AND (NOT EXISTS (SELECT FROM coordinator_post AS post WHERE post.id = fact.id) AND NOT EXISTS (SELECT FROM post_participation AS line WHERE line.id = fact.id)
   OR EXISTS (SELECT FROM coordinator_post AS post WHERE post.id = fact.post_id AND home_municipality_id = ANY (viewer_ids('writes'))))
  AND (NOT EXISTS (SELECT FROM arena WHERE arena.id = fact.id) AND NOT EXISTS (SELECT FROM arena_participation AS line WHERE line.id = fact.id)
   OR EXISTS (SELECT FROM arena WHERE arena.id = fact.arena_id AND home_municipality_id = ANY (viewer_ids('writes')))));


-- Whose a fact is, it is for good.
REVOKE UPDATE ON fact FROM samrad_signed_in;
GRANT UPDATE (version, language) ON fact TO samrad_signed_in;

-- A document that is cited is read with what cites it: one's own may be cited, and what belongs to nobody.
CREATE FUNCTION viewer_cites(document uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM source_document WHERE id = document
                  AND (home_municipality_id IS NULL OR home_municipality_id = ANY (viewer_ids('writes'))));
END $$;
CREATE POLICY seen_is_cited ON source_reference AS RESTRICTIVE FOR INSERT TO samrad_signed_in
  WITH CHECK (viewer_cites(document_id));
CREATE POLICY seen_is_cited_still ON source_reference AS RESTRICTIVE FOR UPDATE TO samrad_signed_in
  USING (true) WITH CHECK (viewer_cites(document_id));

-- A role that has ended is given again by an invitation, or by undoing that it ended.
CREATE FUNCTION refuse_giving_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM act WHERE act.id::text = current_setting('samrad.act', true) AND undoes_id IS NOT NULL) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_giving_back BEFORE UPDATE ON role_grant FOR EACH ROW
  WHEN (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL) EXECUTE FUNCTION refuse_giving_back();

-- Every write to a document is a new version of it, also one that undoes another.
CREATE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER counts_version BEFORE UPDATE ON source_document FOR EACH ROW EXECUTE FUNCTION count_version();


-- What is called what and where it is, for telling what was done. Seen like the rows behind it.
CREATE OR REPLACE VIEW named_thing WITH (security_invoker = true) AS
  SELECT body_id AS id, name, version.valid_from, slug FROM body_version AS version JOIN body ON body.id = body_id
  UNION ALL SELECT area_id, name, version.valid_from, slug FROM area_version AS version JOIN area ON area.id = area_id
  UNION ALL SELECT organisation_id, name, version.valid_from, slug FROM organisation_version AS version JOIN organisation ON organisation.id = organisation_id
  UNION ALL SELECT scheme_id, name, version.valid_from, slug FROM scheme_version AS version JOIN scheme ON scheme.id = scheme_id
  UNION ALL SELECT post_id, title, version.valid_from, slug FROM post_version AS version JOIN coordinator_post AS post ON post.id = post_id
  UNION ALL SELECT arena_id, title, version.valid_from, slug FROM arena_version AS version JOIN arena ON arena.id = arena_id
  UNION ALL SELECT municipality_id, name, valid_from, NULL FROM municipality_version
  UNION ALL SELECT id, name, valid_from, NULL FROM scheme_level
  UNION ALL SELECT id, role_title, valid_from, NULL FROM seat
  UNION ALL SELECT id, title, published_on, slug FROM source_document
  UNION ALL SELECT id, name, NULL, NULL FROM account;

-- A sealed act takes nothing more in.
CREATE FUNCTION refuse_sealed_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM act WHERE act.id = NEW.act_id AND hash IS NOT NULL) THEN
    RAISE EXCEPTION 'the act is sealed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_sealed_act BEFORE INSERT ON act_change FOR EACH ROW EXECUTE FUNCTION refuse_sealed_act();
