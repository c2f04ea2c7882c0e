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
