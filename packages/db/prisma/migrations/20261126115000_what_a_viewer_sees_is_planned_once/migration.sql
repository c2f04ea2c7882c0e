-- what a viewer sees is planned once

-- As plain SQL these were written out at each of some hundred places in the plan of a body, which took most of its time.
CREATE OR REPLACE FUNCTION viewer_ids(name text) RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN COALESCE(string_to_array(NULLIF(current_setting('samrad.' || name, true), ''), ',')::uuid[], '{}');
END $$;

CREATE OR REPLACE FUNCTION viewer_sees(visibility visibility, home uuid, thing uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN visibility = 'public'
    OR (visibility = 'neighbours' AND home = ANY (viewer_ids('shared')))
    OR home = ANY (viewer_ids('reads'))
    OR thing = ANY (viewer_ids('sees'));
END $$;
