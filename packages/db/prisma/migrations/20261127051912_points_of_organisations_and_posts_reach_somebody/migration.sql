-- points of organisations and posts reach somebody

-- They own it by their seat, as who sits for the organisation in the body that agreed on it, as who keeps the body that was asked,
-- or as coordinators, whose posts are theirs.
CREATE OR REPLACE FUNCTION viewer_owns_point(point uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM party LEFT JOIN body ON body.id = party.body_id
                  WHERE fact_id = point
                    AND (seat_id = ANY (viewer_ids('seats')) OR viewer_mends(home_municipality_id, body.id)
                      OR EXISTS (SELECT FROM seat JOIN action_point ON action_point.body_id = seat.body_id
                                  WHERE action_point.id = point AND seat.id = ANY (viewer_ids('seats')) AND seat.organisation_id = party.organisation_id)
                      OR EXISTS (SELECT FROM coordinator_post AS post WHERE post.id = party.post_id AND post.home_municipality_id = ANY (viewer_ids('writes')))));
END $$;

-- Who reports what they have done changes nothing of what was agreed.
CREATE OR REPLACE FUNCTION refuse_rewriting_point() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('role', true) = 'samrad_signed_in' AND NOT viewer_mends_body(OLD.body_id)
     AND NOT (OLD.state = 'open' AND NEW.state = 'done'
       AND (NEW.id, NEW.body_id, NEW.agenda_item_id, NEW.kind, NEW.text, NEW.due_on, NEW.agreed_owners, NEW.agreed_due_on)
           IS NOT DISTINCT FROM (OLD.id, OLD.body_id, OLD.agenda_item_id, OLD.kind, OLD.text, OLD.due_on, OLD.agreed_owners, OLD.agreed_due_on)) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
