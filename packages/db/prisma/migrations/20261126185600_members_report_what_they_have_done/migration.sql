-- members report what they have done

-- What somebody owns they own by a seat: which seats they have is known as they enter.
CREATE OR REPLACE FUNCTION enter(token_hash text, is_write boolean) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who account;
  granted jsonb;
  reads uuid[];
  writes uuid[];
  seated uuid[];
  context uuid[];
  seats uuid[];
BEGIN
  SELECT account.* INTO who FROM session JOIN account ON account.id = session.account_id
   WHERE session.token_hash = enter.token_hash AND session.expires_at > now() AND session.last_used_at > now() - interval '4 hours';
  IF NOT is_write THEN
    SET LOCAL transaction_read_only = on;
  END IF;
  IF who.id IS NULL THEN
    RETURN NULL;
  END IF;

  SELECT COALESCE(jsonb_agg(jsonb_build_object('id', role.id, 'kind', role.kind, 'municipalityId', COALESCE(role.municipality_id, body.home_municipality_id),
                  'seatId', seat.id, 'bodyId', body.id) ORDER BY role.created_at, role.id), '[]'),
         array_agg(role.municipality_id) FILTER (WHERE role.kind IN ('leader', 'coordinator')),
         array_agg(role.municipality_id) FILTER (WHERE role.kind = 'coordinator'),
         array_agg(body.id) FILTER (WHERE role.kind = 'member'),
         array_agg(body.home_municipality_id) FILTER (WHERE role.kind = 'member'),
         array_agg(seat.id) FILTER (WHERE role.kind = 'member')
    INTO granted, reads, writes, seated, context, seats
    FROM role_grant AS role
    LEFT JOIN seat ON seat.id = role.seat_id
    LEFT JOIN body ON body.id = seat.body_id
   WHERE role.account_id = who.id AND role.ended_at IS NULL
     AND (role.seat_id IS NULL
       OR (valid_at(seat.valid_from, seat.valid_to, today_in_oslo()) AND valid_at(body.valid_from, body.valid_to, today_in_oslo())));

  PERFORM set_config('samrad.account', who.id::text, true),
          set_config('samrad.operates', CASE WHEN granted @> '[{"kind": "operator"}]' THEN 'on' ELSE '' END, true),
          note_ids('reads', reads), note_ids('writes', writes), note_ids('context', context), note_ids('seats', seats),
          note_ids('sees', joint_things(reads) || seated), note_ids('mends', joint_things(writes)),
          note_ids('shared', (SELECT array_agg(owner_id) FROM sharing_agreement WHERE ended_at IS NULL AND reader_id = ANY (reads || context)));
  RETURN jsonb_build_object('id', who.id, 'name', who.name, 'roles', granted,
    'mends', to_jsonb(viewer_ids('mends')), 'sees', to_jsonb(viewer_ids('sees')));
END $$;

CREATE FUNCTION viewer_owns_point(point uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM party WHERE fact_id = point AND seat_id = ANY (viewer_ids('seats')));
END $$;
CREATE POLICY owners_update ON action_point FOR UPDATE TO samrad_signed_in USING (viewer_owns_point(id));
-- They say what became of it; what it is stays as it was agreed.
CREATE FUNCTION refuse_rewriting_point() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('role', true) = 'samrad_signed_in' AND NOT viewer_mends_body(OLD.body_id)
     AND NOT (OLD.state = 'open' AND NEW.state = 'done'
       AND (NEW.id, NEW.body_id, NEW.agenda_item_id, NEW.text, NEW.due_on) IS NOT DISTINCT FROM (OLD.id, OLD.body_id, OLD.agenda_item_id, OLD.text, OLD.due_on)) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER owners_report BEFORE UPDATE ON action_point FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_point();
-- The version of its fact counts their word too.
CREATE POLICY owners_update ON fact FOR UPDATE TO samrad_signed_in USING (action_point_id IS NOT NULL AND viewer_owns_point(action_point_id));

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
       -- Who keeps a body where an issue is up keeps it there, whoever’s it is.
       OR (begin_act.noun = 'Issue' AND viewer_mends_issue(object))
       -- Who sits in a body, or leads its municipality, raises issues there.
       OR (begin_act.kind = 'create' AND begin_act.noun = 'Issue'
         AND (municipality = ANY (viewer_ids('reads')) OR EXISTS (SELECT FROM body WHERE body.home_municipality_id = municipality AND body.id = ANY (viewer_ids('sees')))))
       -- Who owns an action point by their seat says that it is done.
       OR (begin_act.kind = 'report_point' AND begin_act.noun = 'Body'
         AND EXISTS (SELECT FROM body JOIN seat ON seat.body_id = body.id WHERE body.id = object AND body.home_municipality_id = municipality AND seat.id = ANY (viewer_ids('seats'))))
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
