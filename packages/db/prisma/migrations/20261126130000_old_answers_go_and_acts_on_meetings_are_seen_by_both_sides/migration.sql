-- old answers go and acts on meetings are seen by both sides

-- Who lets people in throws away what nobody asks for again.
GRANT SELECT (created_at), DELETE ON kept_answer TO samrad_porter;
CREATE POLICY porter ON kept_answer TO samrad_porter USING (true);

-- A meeting of a joint body is kept by all who keep the body.
DROP POLICY keepers_read ON act;
CREATE POLICY keepers_read ON act FOR SELECT TO samrad_signed_in
  USING (hash IS NOT NULL AND (
    municipality_id = ANY (viewer_ids('reads'))
    OR object_id = ANY (viewer_ids('mends'))
    OR (noun = 'Meeting' AND EXISTS (SELECT FROM meeting WHERE meeting.id = object_id AND meeting.body_id = ANY (viewer_ids('mends'))))
    OR (municipality_id IS NULL AND viewer_operates())));

-- What the history calls things: a meeting by its day, a role by whose it is, an agreement by whom it is with.
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
  UNION ALL SELECT id, name, NULL, NULL FROM account
  UNION ALL SELECT id, held_on::text, NULL, NULL FROM meeting
  UNION ALL SELECT role.id, account.name, NULL, NULL FROM role_grant AS role JOIN account ON account.id = role.account_id
  UNION ALL SELECT id, note, NULL, NULL FROM invitation WHERE note IS NOT NULL
  UNION ALL SELECT agreement.id, reader.name, reader.valid_from, NULL FROM sharing_agreement AS agreement JOIN municipality_version AS reader ON reader.municipality_id = agreement.reader_id
  UNION ALL SELECT id, name, NULL, NULL FROM api_key;
