-- who signs in, what they may see and write, and what they did

-- CreateEnum
CREATE TYPE "role_kind" AS ENUM ('member', 'leader', 'coordinator', 'operator');

-- AlterTable
ALTER TABLE "fact" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "verifier" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "role_kind" NOT NULL,
    "municipality_id" UUID,
    "seat_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "kind" "role_kind" NOT NULL,
    "municipality_id" UUID,
    "seat_id" UUID,
    "token_hash" TEXT NOT NULL,
    "note" TEXT,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "accepted_at" TIMESTAMPTZ,
    "accepted_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sharing_agreement" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "sharing_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kept_answer" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_answer_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "act" (
    "id" UUID NOT NULL,
    "position" INTEGER,
    "kind" TEXT NOT NULL,
    "account_id" UUID,
    "municipality_id" UUID,
    "noun" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "undoes_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hash" TEXT,

    CONSTRAINT "act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "act_change" (
    "act_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "act_change_pkey" PRIMARY KEY ("act_id","position")
);

-- CreateTable
CREATE TABLE "act_head" (
    "municipality_id" UUID NOT NULL,
    "count" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "act_head_pkey" PRIMARY KEY ("municipality_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_issuer_subject_key" ON "account"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_secret_hash_key" ON "sign_in"("secret_hash");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_municipality_id_idx" ON "role_grant"("municipality_id");

-- CreateIndex
CREATE INDEX "role_grant_seat_id_idx" ON "role_grant"("seat_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_municipality_id_idx" ON "invitation"("municipality_id");

-- CreateIndex
CREATE INDEX "invitation_seat_id_idx" ON "invitation"("seat_id");

-- CreateIndex
CREATE INDEX "sharing_agreement_owner_id_idx" ON "sharing_agreement"("owner_id");

-- CreateIndex
CREATE INDEX "sharing_agreement_reader_id_idx" ON "sharing_agreement"("reader_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_token_hash_key" ON "api_key"("token_hash");

-- CreateIndex
CREATE INDEX "api_key_municipality_id_idx" ON "api_key"("municipality_id");

-- CreateIndex
CREATE INDEX "act_object_id_idx" ON "act"("object_id");

-- CreateIndex
CREATE INDEX "act_undoes_id_idx" ON "act"("undoes_id");

-- CreateIndex
CREATE UNIQUE INDEX "act_municipality_id_position_key" ON "act"("municipality_id", "position");

-- CreateIndex
CREATE INDEX "act_change_row_id_idx" ON "act_change"("row_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "act" ADD CONSTRAINT "act_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "act"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "act_change" ADD CONSTRAINT "act_change_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ==== What Prisma cannot say ====

-- An identity may come into being before its fact, so that the policies of the fact find whose it is.
ALTER TABLE area ALTER CONSTRAINT area_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ALTER CONSTRAINT organisation_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE scheme ALTER CONSTRAINT scheme_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE coordinator_post ALTER CONSTRAINT coordinator_post_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE body ALTER CONSTRAINT body_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE arena ALTER CONSTRAINT arena_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE meeting ALTER CONSTRAINT meeting_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE seat_holder ALTER CONSTRAINT seat_holder_id_fkey DEFERRABLE INITIALLY DEFERRED;

-- Within one act rows are written in any order: what they refer to is checked when it ends.
DO $$
DECLARE
  reference record;
BEGIN
  FOR reference IN SELECT conrelid::regclass AS of, conname FROM pg_constraint
                    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT condeferrable LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', reference.of, reference.conname);
  END LOOP;
END $$;

-- A member has a seat, a leader or coordinator a municipality, an operator neither.
ALTER TABLE role_grant ADD CONSTRAINT role_grant_is_somewhere CHECK (
  (seat_id IS NOT NULL) = (kind = 'member') AND (municipality_id IS NOT NULL) = (kind IN ('leader', 'coordinator')));
ALTER TABLE invitation ADD CONSTRAINT invitation_is_somewhere CHECK (
  (seat_id IS NOT NULL) = (kind = 'member') AND (municipality_id IS NOT NULL) = (kind IN ('leader', 'coordinator')));
ALTER TABLE sharing_agreement ADD CONSTRAINT sharing_agreement_is_with_another CHECK (owner_id <> reader_id);
CREATE UNIQUE INDEX role_grant_once ON role_grant (account_id, kind, municipality_id, seat_id) NULLS NOT DISTINCT WHERE ended_at IS NULL;
CREATE UNIQUE INDEX sharing_agreement_once ON sharing_agreement (owner_id, reader_id) WHERE ended_at IS NULL;

-- What triggers look at or set beside the row written is not the viewer's to see or write.
ALTER FUNCTION note_hidden_meetings() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION withdraw_with_body() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION refuse_more_visible() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION refuse_circle() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION seat_holder_is_sole() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION seat_quantity_reaches_holders() SECURITY DEFINER SET search_path = public, pg_temp;

-- ==== Who is asking ====
-- A transaction begins with enter(), which finds the viewer by the hash of a token and notes in settings of the
-- transaction what the row policies below go by:
--   account  who it is
--   reads    municipalities of which everything is seen (coordinators and leaders)
--   context  municipalities of which a member sees the register around the body
--   shared   municipalities that share with one of the viewer's
--   sees     single things seen whole: joint ones, and the bodies a member sits in
--   writes   municipalities whose register is kept (coordinators)
--   mends    joint things that are kept together with their home
--   operates whether the viewer runs the installation

CREATE FUNCTION viewer_ids(name text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN COALESCE(string_to_array(NULLIF(current_setting('samrad.' || name, true), ''), ',')::uuid[], '{}');
CREATE FUNCTION viewer_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('samrad.account', true), '')::uuid;
CREATE FUNCTION viewer_operates() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN COALESCE(current_setting('samrad.operates', true), '') = 'on';
CREATE FUNCTION today_in_oslo() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (now() AT TIME ZONE 'Europe/Oslo')::date;

CREATE FUNCTION viewer_sees(visibility visibility, home uuid, thing uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN visibility = 'public'
    OR (visibility = 'neighbours' AND home = ANY (viewer_ids('shared')))
    OR home = ANY (viewer_ids('reads'))
    OR thing = ANY (viewer_ids('sees'));
CREATE FUNCTION viewer_mends(home uuid, thing uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN home = ANY (viewer_ids('writes')) OR thing = ANY (viewer_ids('mends'));

CREATE FUNCTION note_ids(name text, ids uuid[]) RETURNS void LANGUAGE sql
  AS $$ SELECT set_config('samrad.' || name, COALESCE(array_to_string(ids, ','), ''), true) $$;

-- Things that a municipality takes part in today, or did when they ended.
CREATE FUNCTION joint_things(of uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(thing) FROM (
    SELECT body_id AS thing, municipality_id, line.valid_from, line.valid_to, body.valid_to AS ended FROM body_participation AS line JOIN body ON body.id = body_id
    UNION ALL SELECT scheme_id, municipality_id, line.valid_from, line.valid_to, scheme.valid_to FROM scheme_participation AS line JOIN scheme ON scheme.id = scheme_id
    UNION ALL SELECT post_id, municipality_id, line.valid_from, line.valid_to, post.valid_to FROM post_participation AS line JOIN coordinator_post AS post ON post.id = post_id
    UNION ALL SELECT arena_id, municipality_id, line.valid_from, line.valid_to, arena.valid_to FROM arena_participation AS line JOIN arena ON arena.id = arena_id
  ) AS participation
  WHERE municipality_id = ANY (of) AND valid_at(valid_from, valid_to, LEAST(today_in_oslo(), ended - 1))
$$;

CREATE FUNCTION enter(token_hash text, is_write boolean) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who account;
  granted jsonb;
  reads uuid[];
  writes uuid[];
  seated uuid[];
  context uuid[];
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
         array_agg(body.home_municipality_id) FILTER (WHERE role.kind = 'member')
    INTO granted, reads, writes, seated, context
    FROM role_grant AS role
    LEFT JOIN seat ON seat.id = role.seat_id
    LEFT JOIN body ON body.id = seat.body_id
   WHERE role.account_id = who.id AND role.ended_at IS NULL
     AND (role.seat_id IS NULL
       OR (valid_at(seat.valid_from, seat.valid_to, today_in_oslo()) AND valid_at(body.valid_from, body.valid_to, today_in_oslo())));

  PERFORM set_config('samrad.account', who.id::text, true),
          set_config('samrad.operates', CASE WHEN granted @> '[{"kind": "operator"}]' THEN 'on' ELSE '' END, true),
          note_ids('reads', reads), note_ids('writes', writes), note_ids('context', context),
          note_ids('sees', joint_things(reads) || seated), note_ids('mends', joint_things(writes)),
          note_ids('shared', (SELECT array_agg(owner_id) FROM sharing_agreement WHERE ended_at IS NULL AND reader_id = ANY (reads || context)));
  RETURN jsonb_build_object('id', who.id, 'name', who.name, 'roles', granted,
    'mends', to_jsonb(viewer_ids('mends')), 'sees', to_jsonb(viewer_ids('sees')));
END $$;

-- A municipality's own programs, at the open door.
CREATE FUNCTION enter_with_key(token_hash text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of uuid;
BEGIN
  SELECT municipality_id INTO of FROM api_key WHERE api_key.token_hash = enter_with_key.token_hash AND ended_at IS NULL;
  SET LOCAL transaction_read_only = on;
  IF of IS NOT NULL THEN
    PERFORM note_ids('shared', (SELECT array_agg(owner_id) FROM sharing_agreement WHERE ended_at IS NULL AND reader_id = of));
  END IF;
  RETURN of;
END $$;
REVOKE ALL ON FUNCTION enter, enter_with_key, joint_things FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enter TO samrad_signed_in;
GRANT EXECUTE ON FUNCTION enter_with_key TO samrad_neighbour;

-- ==== Who reads what ====
DO $$
DECLARE
  thing text;
BEGIN
  FOREACH thing IN ARRAY ARRAY['area', 'organisation', 'scheme', 'coordinator_post', 'body', 'arena'] LOOP
    EXECUTE format('DROP POLICY public_reads ON %I', thing);
    EXECUTE format('DROP POLICY signed_in_reads ON %I', thing);
    EXECUTE format('CREATE POLICY public_reads ON %I FOR SELECT TO samrad_public USING (visibility = ''public'')', thing);
    EXECUTE format('CREATE POLICY viewer_reads ON %I FOR SELECT TO samrad_neighbour, samrad_signed_in
      USING (viewer_sees(visibility, home_municipality_id, id))', thing);
  END LOOP;
  FOREACH thing IN ARRAY ARRAY['area', 'organisation', 'scheme', 'coordinator_post'] LOOP
    EXECUTE format('CREATE POLICY member_reads ON %I FOR SELECT TO samrad_signed_in USING (home_municipality_id = ANY (viewer_ids(''context'')))', thing);
  END LOOP;
END $$;
-- What belongs to no municipality is for everybody who keeps or runs one.
CREATE POLICY keepers_read ON organisation FOR SELECT TO samrad_signed_in
  USING (home_municipality_id IS NULL AND (viewer_ids('reads') <> '{}' OR viewer_operates()));
DROP POLICY public_reads ON meeting;
DROP POLICY signed_in_reads ON meeting;
CREATE POLICY public_reads ON meeting FOR SELECT TO samrad_public
  USING (visibility = 'public' AND EXISTS (SELECT FROM body WHERE body.id = body_id));
CREATE POLICY viewer_reads ON meeting FOR SELECT TO samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body WHERE body.id = body_id AND viewer_sees(meeting.visibility, body.home_municipality_id, body.id)));
DROP POLICY public_reads ON seat_holder;
DROP POLICY signed_in_reads ON seat_holder;
CREATE POLICY public_reads ON seat_holder FOR SELECT TO samrad_public
  USING (visibility = 'public' AND EXISTS (SELECT FROM seat WHERE seat.id = seat_id));
CREATE POLICY viewer_reads ON seat_holder FOR SELECT TO samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM seat JOIN body ON body.id = seat.body_id
                  WHERE seat.id = seat_id AND viewer_sees(seat_holder.visibility, body.home_municipality_id, body.id)));
-- Documents nobody has cited yet are seen by those who keep them.
CREATE POLICY keepers_read ON source_document FOR SELECT TO samrad_signed_in USING (home_municipality_id = ANY (viewer_ids('reads')));
CREATE POLICY keepers_read ON meeting_round FOR SELECT TO samrad_signed_in USING (home_municipality_id = ANY (viewer_ids('reads')));

-- ==== Who writes what ====
-- The home's coordinators bring a thing into being, publish, end and remove it; those of a joint thing's other
-- municipalities mend what it consists of.
DO $$
DECLARE
  thing text;
BEGIN
  FOREACH thing IN ARRAY ARRAY['area', 'scheme', 'coordinator_post', 'body', 'arena'] LOOP
    EXECUTE format('CREATE POLICY keepers_insert ON %I FOR INSERT TO samrad_signed_in WITH CHECK (home_municipality_id = ANY (viewer_ids(''writes'')))', thing);
    EXECUTE format('CREATE POLICY keepers_update ON %I FOR UPDATE TO samrad_signed_in USING (home_municipality_id = ANY (viewer_ids(''writes'')))', thing);
    EXECUTE format('CREATE POLICY keepers_delete ON %I FOR DELETE TO samrad_signed_in USING (home_municipality_id = ANY (viewer_ids(''writes'')))', thing);
  END LOOP;
END $$;
-- What several municipalities share any of them may enter; the operator mends it.
CREATE POLICY keepers_insert ON organisation FOR INSERT TO samrad_signed_in
  WITH CHECK (home_municipality_id = ANY (viewer_ids('writes')) OR (home_municipality_id IS NULL AND (viewer_ids('writes') <> '{}' OR viewer_operates())));
CREATE POLICY keepers_update ON organisation FOR UPDATE TO samrad_signed_in
  USING (home_municipality_id = ANY (viewer_ids('writes')) OR (home_municipality_id IS NULL AND viewer_operates()));
CREATE POLICY keepers_delete ON organisation FOR DELETE TO samrad_signed_in
  USING (home_municipality_id = ANY (viewer_ids('writes')) OR (home_municipality_id IS NULL AND viewer_operates()));

CREATE FUNCTION viewer_mends_area(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM area WHERE id = thing AND viewer_mends(home_municipality_id, id));
-- Who may bring in a shared organisation may say what it is in the same breath; see created_in_this_act.
CREATE FUNCTION viewer_mends_organisation(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM organisation WHERE id = thing AND (viewer_mends(home_municipality_id, id)
    OR (home_municipality_id IS NULL AND (viewer_operates() OR id::text = current_setting('samrad.brought_in', true)))));
CREATE FUNCTION viewer_mends_scheme(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM scheme WHERE id = thing AND viewer_mends(home_municipality_id, id));
CREATE FUNCTION viewer_mends_post(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM coordinator_post WHERE id = thing AND viewer_mends(home_municipality_id, id));
CREATE FUNCTION viewer_mends_body(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM body WHERE id = thing AND viewer_mends(home_municipality_id, id));
CREATE FUNCTION viewer_mends_arena(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM arena WHERE id = thing AND viewer_mends(home_municipality_id, id));
CREATE FUNCTION viewer_mends_seat(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM seat WHERE id = thing AND viewer_mends_body(body_id));
CREATE FUNCTION viewer_mends_mandate(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM mandate WHERE id = thing AND viewer_mends_body(body_id));
CREATE FUNCTION viewer_mends_fact(thing fact) RETURNS boolean LANGUAGE sql STABLE
  RETURN CASE
    WHEN thing.body_id IS NOT NULL THEN viewer_mends_body(thing.body_id)
    WHEN thing.arena_id IS NOT NULL THEN viewer_mends_arena(thing.arena_id)
    WHEN thing.scheme_id IS NOT NULL THEN viewer_mends_scheme(thing.scheme_id)
    WHEN thing.post_id IS NOT NULL THEN viewer_mends_post(thing.post_id)
    WHEN thing.organisation_id IS NOT NULL THEN viewer_mends_organisation(thing.organisation_id) OR viewer_mends_area(thing.area_id)
    WHEN thing.area_id IS NOT NULL THEN viewer_mends_area(thing.area_id)
    WHEN thing.meeting_id IS NOT NULL THEN EXISTS (SELECT FROM meeting WHERE id = thing.meeting_id AND viewer_mends_body(body_id))
    WHEN thing.seat_holder_id IS NOT NULL THEN EXISTS (SELECT FROM seat_holder WHERE id = thing.seat_holder_id AND viewer_mends_seat(seat_id))
    ELSE false END;

DO $$
DECLARE
  rule text[];
BEGIN
  FOREACH rule SLICE 1 IN ARRAY ARRAY[
    ['area_version', 'viewer_mends_area(area_id)'], ['area_part', 'viewer_mends_area(whole_id)'], ['population_count', 'viewer_mends_area(area_id)'],
    ['organisation_version', 'viewer_mends_organisation(organisation_id)'], ['organisation_parent', 'viewer_mends_organisation(organisation_id)'],
    ['organisation_succession', 'viewer_mends_organisation(predecessor_id)'],
    ['organisation_area', 'viewer_mends_organisation(organisation_id) OR viewer_mends_area(area_id)'],
    ['scheme_version', 'viewer_mends_scheme(scheme_id)'], ['scheme_level', 'viewer_mends_scheme(scheme_id)'], ['scheme_event', 'viewer_mends_scheme(scheme_id)'],
    ['agreement', 'viewer_mends_scheme(scheme_id)'], ['target_group', 'viewer_mends_scheme(scheme_id)'], ['partnership', 'viewer_mends_scheme(scheme_id)'],
    ['post_version', 'viewer_mends_post(post_id)'], ['post_reporting', 'viewer_mends_post(post_id)'], ['portfolio_item', 'viewer_mends_post(post_id)'],
    ['body_version', 'viewer_mends_body(body_id)'], ['body_function', 'viewer_mends_body(body_id)'], ['body_level', 'viewer_mends_body(body_id)'],
    ['body_area', 'viewer_mends_body(body_id)'], ['body_reporting', 'viewer_mends_body(body_id)'], ['body_replacement', 'viewer_mends_body(body_id)'],
    ['mandate', 'viewer_mends_body(body_id)'], ['mandate_clause', 'viewer_mends_mandate(mandate_id)'], ['body_duty', 'viewer_mends_body(body_id)'],
    ['body_cadence', 'viewer_mends_body(body_id)'], ['standing_item', 'viewer_mends_body(body_id)'], ['seat', 'viewer_mends_body(body_id)'],
    ['seat_holder', 'viewer_mends_seat(seat_id)'], ['meeting', 'viewer_mends_body(body_id)'],
    ['arena_version', 'viewer_mends_arena(arena_id)'], ['arena_area', 'viewer_mends_arena(arena_id)'],
    ['arena_participant', 'viewer_mends_arena(arena_id)'], ['arena_responsibility', 'viewer_mends_arena(arena_id)'],
    -- Who takes part is the home's to say.
    ['body_participation', 'EXISTS (SELECT FROM body WHERE id = body_id AND home_municipality_id = ANY (viewer_ids(''writes'')))'],
    ['scheme_participation', 'EXISTS (SELECT FROM scheme WHERE id = scheme_id AND home_municipality_id = ANY (viewer_ids(''writes'')))'],
    ['post_participation', 'EXISTS (SELECT FROM coordinator_post WHERE id = post_id AND home_municipality_id = ANY (viewer_ids(''writes'')))'],
    ['arena_participation', 'EXISTS (SELECT FROM arena WHERE id = arena_id AND home_municipality_id = ANY (viewer_ids(''writes'')))'],
    ['source_document', 'home_municipality_id = ANY (viewer_ids(''writes''))'], ['meeting_round', 'home_municipality_id = ANY (viewer_ids(''writes''))'],
    ['party', 'EXISTS (SELECT FROM fact WHERE fact.id = fact_id AND viewer_mends_fact(fact))'],
    ['source_reference', 'EXISTS (SELECT FROM fact WHERE fact.id = fact_id AND viewer_mends_fact(fact))'],
    ['fact', 'viewer_mends_fact(fact)']
  ] LOOP
    EXECUTE format('CREATE POLICY keepers_insert ON %I FOR INSERT TO samrad_signed_in WITH CHECK (%s)', rule[1], rule[2]);
    EXECUTE format('CREATE POLICY keepers_update ON %I FOR UPDATE TO samrad_signed_in USING (%s)', rule[1], rule[2]);
    EXECUTE format('CREATE POLICY keepers_delete ON %I FOR DELETE TO samrad_signed_in USING (%s)', rule[1], rule[2]);
  END LOOP;
END $$;
GRANT INSERT, UPDATE, DELETE ON area, organisation, scheme, coordinator_post, body, arena, meeting, seat_holder, area_version, area_part, population_count, organisation_version, organisation_parent, organisation_succession, organisation_area, scheme_version, scheme_participation, scheme_level, scheme_event, agreement, target_group, partnership, post_version, post_participation, post_reporting, portfolio_item, body_version, body_participation, body_function, body_level, body_area, body_reporting, body_replacement, mandate, mandate_clause, body_duty, body_cadence, standing_item, seat, arena_version, arena_area, arena_participation, arena_participant, arena_responsibility, party, source_reference, fact, source_document, meeting_round
  TO samrad_signed_in;

-- ==== Roles, invitations, sharing, keys ====
-- Coordinators give roles in their municipality, and seats in its bodies; operators give coordinators and operators.
CREATE FUNCTION viewer_gives(kind role_kind, municipality uuid, seat uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN (kind IN ('leader', 'coordinator') AND municipality = ANY (viewer_ids('writes')))
    OR (kind = 'member' AND viewer_mends_seat(seat))
    OR (kind IN ('coordinator', 'operator') AND viewer_operates());
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE sharing_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE kept_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE act ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_head ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_reads ON role_grant FOR SELECT TO samrad_signed_in USING (account_id = viewer_account());
CREATE POLICY givers_read ON role_grant FOR SELECT TO samrad_signed_in USING (viewer_gives(kind, municipality_id, seat_id));
CREATE POLICY givers_update ON role_grant FOR UPDATE TO samrad_signed_in USING (viewer_gives(kind, municipality_id, seat_id));
CREATE POLICY givers_read ON invitation FOR SELECT TO samrad_signed_in USING (viewer_gives(kind, municipality_id, seat_id));
CREATE POLICY givers_insert ON invitation FOR INSERT TO samrad_signed_in
  WITH CHECK (viewer_gives(kind, municipality_id, seat_id) AND invited_by_id = viewer_account() AND accepted_at IS NULL);
CREATE POLICY givers_update ON invitation FOR UPDATE TO samrad_signed_in USING (viewer_gives(kind, municipality_id, seat_id));
CREATE POLICY keepers_read ON sharing_agreement FOR SELECT TO samrad_signed_in USING (owner_id = ANY (viewer_ids('reads')) OR reader_id = ANY (viewer_ids('reads')));
CREATE POLICY keepers_insert ON sharing_agreement FOR INSERT TO samrad_signed_in WITH CHECK (owner_id = ANY (viewer_ids('writes')));
CREATE POLICY keepers_update ON sharing_agreement FOR UPDATE TO samrad_signed_in USING (owner_id = ANY (viewer_ids('writes')));
CREATE POLICY keepers_read ON api_key FOR SELECT TO samrad_signed_in USING (municipality_id = ANY (viewer_ids('writes')));
CREATE POLICY keepers_insert ON api_key FOR INSERT TO samrad_signed_in WITH CHECK (municipality_id = ANY (viewer_ids('writes')));
CREATE POLICY keepers_update ON api_key FOR UPDATE TO samrad_signed_in USING (municipality_id = ANY (viewer_ids('writes')));
CREATE POLICY own ON kept_answer TO samrad_signed_in USING (account_id = viewer_account());
-- What only the hash of a token is kept for, nobody reads.
GRANT SELECT (id, account_id, kind, municipality_id, seat_id, created_at, ended_at), UPDATE (ended_at) ON role_grant TO samrad_signed_in;
GRANT SELECT (id, kind, municipality_id, seat_id, note, invited_by_id, created_at, expires_at, accepted_at, accepted_by_id, withdrawn_at), INSERT, UPDATE (withdrawn_at) ON invitation TO samrad_signed_in;
GRANT SELECT, INSERT, UPDATE (ended_at) ON sharing_agreement TO samrad_signed_in;
GRANT SELECT (id, municipality_id, name, created_at, ended_at), INSERT, UPDATE (ended_at) ON api_key TO samrad_signed_in;
GRANT SELECT, INSERT, UPDATE, DELETE ON kept_answer TO samrad_signed_in;

-- The porter lets people in and out, and does nothing else.
CREATE POLICY porter ON account TO samrad_porter USING (true);
CREATE POLICY porter ON sign_in TO samrad_porter USING (true);
CREATE POLICY porter ON session TO samrad_porter USING (true);
GRANT USAGE ON SCHEMA public TO samrad_porter;
GRANT SELECT, INSERT, UPDATE ON account TO samrad_porter;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in, session TO samrad_porter;

-- ==== What was done ====
CREATE FUNCTION begin_act(id uuid, kind text, municipality uuid, noun text, object uuid, undoes uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF COALESCE(current_setting('samrad.act', true), '') <> '' THEN
    RAISE EXCEPTION 'an act is under way';
  END IF;
  -- The rows of one act hold together when it ends, in whatever order they are written.
  SET CONSTRAINTS ALL DEFERRED;
  INSERT INTO act (id, kind, account_id, municipality_id, noun, object_id, undoes_id)
    VALUES (begin_act.id, begin_act.kind, viewer_account(), municipality, begin_act.noun, object, undoes);
  PERFORM set_config('samrad.act', begin_act.id::text, true), set_config('samrad.change', '0', true),
          set_config('samrad.brought_in', CASE WHEN begin_act.kind = 'create' THEN object::text ELSE '' END, true);
END $$;

-- Every write of a viewer belongs to an act. Columns named in the trigger's arguments are not kept: secrets, and names of persons.
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  under_way text := current_setting('samrad.act', true);
  nth int;
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'folded_name' - COALESCE(TG_ARGV, '{}') END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'folded_name' - COALESCE(TG_ARGV, '{}') END;
BEGIN
  IF COALESCE(under_way, '') = '' THEN
    IF current_setting('role', true) = 'samrad_signed_in' THEN
      RAISE EXCEPTION 'a write outside an act';
    END IF;
    RETURN NULL;
  END IF;
  -- Counting the version is not a change of its own.
  IF TG_TABLE_NAME = 'fact' AND before - 'version' = after - 'version' THEN
    RETURN NULL;
  END IF;
  -- A name that is not kept may be all that changed.
  IF before = after AND TG_TABLE_NAME <> 'seat_holder' THEN
    RETURN NULL;
  END IF;
  nth := current_setting('samrad.change')::int;
  INSERT INTO act_change (act_id, position, table_name, row_id, before, after)
    VALUES (under_way::uuid, nth, TG_TABLE_NAME, COALESCE(after ->> 'id', before ->> 'id')::uuid, before, after);
  PERFORM set_config('samrad.change', (nth + 1)::text, true);
  RETURN NULL;
END $$;
-- The name sorts behind those of the foreign keys, so that what goes along with a row is noted before the row itself.
DO $$
DECLARE
  thing text;
BEGIN
  FOREACH thing IN ARRAY ARRAY['area', 'organisation', 'scheme', 'coordinator_post', 'arena', 'meeting', 'area_version', 'area_part', 'population_count', 'organisation_version', 'organisation_parent', 'organisation_succession', 'organisation_area', 'scheme_version', 'scheme_participation', 'scheme_level', 'scheme_event', 'agreement', 'target_group', 'partnership', 'post_version', 'post_participation', 'post_reporting', 'portfolio_item', 'body_version', 'body_participation', 'body_function', 'body_level', 'body_area', 'body_reporting', 'body_replacement', 'mandate', 'mandate_clause', 'body_duty', 'body_cadence', 'standing_item', 'seat', 'arena_version', 'arena_area', 'arena_participation', 'arena_participant', 'arena_responsibility', 'party', 'source_reference', 'fact', 'source_document', 'meeting_round', 'sharing_agreement', 'role_grant'] LOOP
    EXECUTE format('CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION note_change()', thing);
  END LOOP;
END $$;
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON seat_holder FOR EACH ROW EXECUTE FUNCTION note_change('name', 'is_sole');
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON body FOR EACH ROW EXECUTE FUNCTION note_change('has_hidden_meetings');
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON invitation FOR EACH ROW EXECUTE FUNCTION note_change('token_hash', 'note');
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON api_key FOR EACH ROW EXECUTE FUNCTION note_change('token_hash');

CREATE FUNCTION act_hash(of act, hash_before text) RETURNS text LANGUAGE sql STABLE
  RETURN encode(sha256(convert_to(jsonb_build_array(hash_before, of.position, of.id, of.kind, of.account_id, of.municipality_id, of.noun, of.object_id, of.undoes_id,
    extract(epoch FROM of.at)::text,
    (SELECT jsonb_agg(jsonb_build_array(change.position, change.table_name, change.row_id, change.before, change.after) ORDER BY change.position)
       FROM act_change AS change WHERE change.act_id = of.id))::text, 'UTF8')), 'hex');

-- Ends the act under way: it takes its place in the chain of its municipality. What constraints put off is checked first.
CREATE FUNCTION seal_act() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sealed act;
  head act_head;
BEGIN
  SET CONSTRAINTS ALL IMMEDIATE;
  SELECT * INTO STRICT sealed FROM act WHERE act.id = current_setting('samrad.act')::uuid;
  INSERT INTO act_head (municipality_id, count, hash) VALUES (COALESCE(sealed.municipality_id, '00000000-0000-0000-0000-000000000000'), 0, '')
    ON CONFLICT (municipality_id) DO UPDATE SET count = act_head.count RETURNING * INTO head;
  sealed.position := head.count;
  -- Who waited for the one before comes after it.
  sealed.at := clock_timestamp();
  UPDATE act SET position = sealed.position, at = sealed.at, hash = act_hash(sealed, head.hash) WHERE act.id = sealed.id RETURNING act.hash INTO sealed.hash;
  UPDATE act_head SET count = head.count + 1, hash = sealed.hash WHERE municipality_id = head.municipality_id;
  PERFORM set_config('samrad.act', '', true), set_config('samrad.brought_in', '', true);
END $$;

-- Where the chains do not hold: an act whose words were changed, or that is missing, added or moved; a tail that was cut.
CREATE FUNCTION broken_acts() RETURNS TABLE (municipality_id uuid, "position" int, act_id uuid) LANGUAGE sql STABLE AS $$
  WITH chained AS (
    SELECT act, COALESCE(lag(act.hash) OVER chain, '') AS hash_before, row_number() OVER chain - 1 AS nth
      FROM act WINDOW chain AS (PARTITION BY COALESCE(act.municipality_id, '00000000-0000-0000-0000-000000000000') ORDER BY act.position)
  )
  SELECT (act).municipality_id, (act).position, (act).id FROM chained
   WHERE (act).position IS DISTINCT FROM nth OR (act).hash IS DISTINCT FROM act_hash(act, hash_before)
  UNION ALL
  SELECT head.municipality_id, head.count, NULL FROM act_head AS head
    CROSS JOIN LATERAL (
      SELECT count(*) AS count, max(act.hash) FILTER (WHERE act.position = head.count - 1) AS hash FROM act
       WHERE COALESCE(act.municipality_id, '00000000-0000-0000-0000-000000000000') = head.municipality_id) AS present
   WHERE present.count <> head.count OR present.hash IS DISTINCT FROM head.hash
$$;
REVOKE ALL ON FUNCTION begin_act, seal_act, note_change, broken_acts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_act, seal_act TO samrad_signed_in;

-- Acts are read by those who keep or lead the municipality, and by those who keep a joint thing with it.
CREATE POLICY keepers_read ON act FOR SELECT TO samrad_signed_in
  USING (hash IS NOT NULL AND (municipality_id = ANY (viewer_ids('reads')) OR object_id = ANY (viewer_ids('mends')) OR (municipality_id IS NULL AND viewer_operates())));
CREATE POLICY keepers_read ON act_change FOR SELECT TO samrad_signed_in USING (EXISTS (SELECT FROM act WHERE act.id = act_id));
GRANT SELECT ON act, act_change TO samrad_signed_in;
CREATE POLICY seen ON account FOR SELECT TO samrad_signed_in
  USING (id = viewer_account() OR EXISTS (SELECT FROM role_grant WHERE account_id = account.id) OR EXISTS (SELECT FROM act WHERE act.account_id = account.id));
GRANT SELECT (id, name) ON account TO samrad_signed_in;

-- What is called what, for telling what was done. Seen like the rows behind it.
CREATE VIEW named_thing WITH (security_invoker = true) AS
  SELECT body_id AS id, name, valid_from FROM body_version
  UNION ALL SELECT area_id, name, valid_from FROM area_version
  UNION ALL SELECT organisation_id, name, valid_from FROM organisation_version
  UNION ALL SELECT scheme_id, name, valid_from FROM scheme_version
  UNION ALL SELECT post_id, title, valid_from FROM post_version
  UNION ALL SELECT arena_id, title, valid_from FROM arena_version
  UNION ALL SELECT municipality_id, name, valid_from FROM municipality_version
  UNION ALL SELECT id, name, valid_from FROM scheme_level
  UNION ALL SELECT id, role_title, valid_from FROM seat
  UNION ALL SELECT id, title, published_on FROM source_document;
GRANT SELECT ON named_thing TO samrad_signed_in;

-- In which order rows come into being, so that the policies of each find whose it is; they go the other way.
CREATE FUNCTION rank_of(change act_change) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN change.table_name IN ('area', 'organisation', 'scheme', 'coordinator_post', 'body', 'arena', 'source_document', 'meeting_round') THEN 0
    WHEN change.table_name IN ('seat_holder', 'meeting', 'mandate_clause') THEN 3
    WHEN change.table_name IN ('party', 'source_reference') THEN 5
    WHEN change.table_name <> 'fact' THEN 2
    WHEN COALESCE(change.before, change.after) ->> 'seat_holder_id' IS NOT NULL OR COALESCE(change.before, change.after) ->> 'meeting_id' IS NOT NULL THEN 4
    ELSE 1 END;

-- Reverses an act, row by row, within the act under way. What has changed since is left alone, and so is everything else then.
CREATE FUNCTION undo_act(undone uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  change act_change;
  present jsonb;
  columns text;
  written int;
BEGIN
  -- What was added goes, what was removed comes back, what was changed is changed back.
  FOR change IN
    SELECT * FROM act_change WHERE act_id = undone
     ORDER BY CASE WHEN before IS NULL THEN 0 WHEN after IS NULL THEN 1 ELSE 2 END,
              CASE WHEN before IS NULL THEN -rank_of(act_change) - CASE WHEN table_name IN ('seat_holder', 'meeting') THEN 2 ELSE 0 END ELSE rank_of(act_change) END, position DESC
  LOOP
    SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
     WHERE attrelid = change.table_name::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
       AND COALESCE(change.before, change.after) ? attname
       AND change.before -> attname IS DISTINCT FROM change.after -> attname;
    EXECUTE format('SELECT to_jsonb(present) FROM %I AS present WHERE id = $1 FOR UPDATE', change.table_name) INTO present USING change.row_id;
    IF (change.after IS NULL) <> (present IS NULL) OR NOT has_values(present - 'version', change.after - 'version') THEN
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
  IF EXISTS (SELECT FROM act_change WHERE act_id = current_setting('samrad.act')::uuid
              AND row_id NOT IN (SELECT row_id FROM act_change WHERE act_id = undone)) THEN
    RAISE EXCEPTION 'act_is_last: others refer to it';
  END IF;
END $$;
REVOKE ALL ON FUNCTION undo_act FROM PUBLIC;
GRANT EXECUTE ON FUNCTION undo_act TO samrad_signed_in;

-- Whether anybody is named by a seat, anywhere: it would go along with the seat.
CREATE FUNCTION seats_in_use(seats uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM party WHERE seat_id = ANY (seats)) $$;
REVOKE ALL ON FUNCTION seats_in_use FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seats_in_use TO samrad_signed_in;

-- Access follows the seat: who has a role by a seat has it by the one that takes its place. Both hold, each in its time.
CREATE FUNCTION follow_seat(before uuid, after uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_mends_seat(before) OR NOT viewer_mends_seat(after) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  INSERT INTO role_grant (id, account_id, kind, seat_id)
    SELECT gen_random_uuid(), account_id, kind, after FROM role_grant WHERE seat_id = before AND ended_at IS NULL
    ON CONFLICT DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION follow_seat FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_seat TO samrad_signed_in;

-- ==== Invitations are taken with their token alone ====
-- Where it invites to is told to who holds the token, also where they could not see it yet.
CREATE FUNCTION open_invitation(token_hash text) RETURNS TABLE (id uuid, kind role_kind, home uuid, place text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT invitation.id, invitation.kind, COALESCE(invitation.municipality_id, body.home_municipality_id),
         COALESCE((SELECT name FROM municipality_version AS version WHERE version.municipality_id = invitation.municipality_id ORDER BY valid_from DESC NULLS LAST LIMIT 1),
                  seat.role_title || ', ' || (SELECT name FROM body_version AS version WHERE version.body_id = body.id ORDER BY valid_from DESC NULLS LAST LIMIT 1), '')
    FROM invitation LEFT JOIN seat ON seat.id = invitation.seat_id LEFT JOIN body ON body.id = seat.body_id
   WHERE invitation.token_hash = open_invitation.token_hash AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > now()
$$;
CREATE FUNCTION accept_invitation(token_hash text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  taken invitation;
  role uuid := gen_random_uuid();
BEGIN
  UPDATE invitation SET accepted_at = now(), accepted_by_id = viewer_account()
   WHERE invitation.token_hash = accept_invitation.token_hash AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > now()
     AND viewer_account() IS NOT NULL RETURNING * INTO taken;
  IF taken.id IS NULL THEN
    RAISE EXCEPTION 'act_is_last: taken already';
  END IF;
  INSERT INTO role_grant (id, account_id, kind, municipality_id, seat_id)
    VALUES (role, viewer_account(), taken.kind, taken.municipality_id, taken.seat_id) ON CONFLICT DO NOTHING;
  RETURN role;
END $$;
REVOKE ALL ON FUNCTION open_invitation, accept_invitation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_invitation, accept_invitation TO samrad_signed_in;
