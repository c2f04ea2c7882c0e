-- open matters follow a seat

-- Who had a seat that is called or tied otherwise has the new one, and so it is with what is open: action points, issues that were raised,
-- and where its post goes. What is to be later stays where it is until then.
CREATE OR REPLACE FUNCTION follow_seat(before uuid, after uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_mends_seat(before) OR NOT viewer_mends_seat(after) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  INSERT INTO role_grant (id, account_id, kind, seat_id)
    SELECT gen_random_uuid(), account_id, kind, after FROM role_grant WHERE seat_id = before AND ended_at IS NULL
    ON CONFLICT DO NOTHING;
  INSERT INTO seat_address (id, seat_id, email, is_substitute, refused_at)
    SELECT gen_random_uuid(), after, email, is_substitute, refused_at FROM seat_address WHERE seat_id = before
    ON CONFLICT DO NOTHING;
  IF (SELECT valid_from FROM seat WHERE id = after) <= today_in_oslo() THEN
    UPDATE party SET seat_id = after
     WHERE seat_id = before AND (EXISTS (SELECT FROM action_point WHERE action_point.id = fact_id AND state = 'open')
                              OR EXISTS (SELECT FROM issue WHERE issue.id = fact_id AND state = 'open'));
  END IF;
END $$;
