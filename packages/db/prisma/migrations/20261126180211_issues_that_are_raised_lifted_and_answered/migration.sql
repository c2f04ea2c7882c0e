-- issues that are raised lifted and answered

-- CreateEnum
CREATE TYPE "issue_kind" AS ENUM ('trend', 'challenge', 'cooperation');

-- CreateEnum
CREATE TYPE "issue_state" AS ENUM ('open', 'closed', 'merged');

-- CreateEnum
CREATE TYPE "move_direction" AS ENUM ('up', 'down', 'across', 'out');

-- CreateEnum
CREATE TYPE "move_state" AS ENUM ('waiting', 'answered', 'withdrawn');

-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "issue_id" UUID;

-- AlterTable
ALTER TABLE "fact" ADD COLUMN     "issue_id" UUID;

-- CreateTable
CREATE TABLE "issue" (
    "id" UUID NOT NULL,
    "home_municipality_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "kind" "issue_kind",
    "title" TEXT NOT NULL,
    "text" TEXT,
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "raised_on" DATE,
    "raised_is" "date_knowledge",
    "state" "issue_state" DEFAULT 'open',
    "closed_on" DATE,
    "outcome" TEXT,
    "merged_into_id" UUID,

    CONSTRAINT "issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue_forum" (
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,

    CONSTRAINT "issue_forum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue_schedule" (
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "days" TEXT[],

    CONSTRAINT "issue_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue_move" (
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "direction" "move_direction" NOT NULL,
    "from_body_id" UUID,
    "to_body_id" UUID,
    "moved_on" DATE,
    "moved_is" "date_knowledge",
    "question" TEXT NOT NULL,
    "wanted_decision" TEXT,
    "answer_by" DATE,
    "state" "move_state" NOT NULL DEFAULT 'waiting',
    "answer" TEXT,
    "answered_on" DATE,

    CONSTRAINT "issue_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue_relation" (
    "id" UUID NOT NULL,
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,

    CONSTRAINT "issue_relation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "issue_merged_into_id_idx" ON "issue"("merged_into_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_home_municipality_id_slug_key" ON "issue"("home_municipality_id", "slug");

-- CreateIndex
CREATE INDEX "issue_forum_body_id_idx" ON "issue_forum"("body_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_forum_issue_id_body_id_key" ON "issue_forum"("issue_id", "body_id");

-- CreateIndex
CREATE INDEX "issue_move_issue_id_idx" ON "issue_move"("issue_id");

-- CreateIndex
CREATE INDEX "issue_move_from_body_id_idx" ON "issue_move"("from_body_id");

-- CreateIndex
CREATE INDEX "issue_move_to_body_id_state_idx" ON "issue_move"("to_body_id", "state");

-- CreateIndex
CREATE INDEX "issue_relation_other_id_idx" ON "issue_relation"("other_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_relation_one_id_other_id_key" ON "issue_relation"("one_id", "other_id");

-- CreateIndex
CREATE INDEX "agenda_item_issue_id_idx" ON "agenda_item"("issue_id");

-- CreateIndex
CREATE INDEX "fact_issue_id_idx" ON "fact"("issue_id");

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_forum" ADD CONSTRAINT "issue_forum_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_forum" ADD CONSTRAINT "issue_forum_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE UNIQUE INDEX "issue_schedule_issue_id_body_id_key" ON "issue_schedule"("issue_id", "body_id");

-- AddForeignKey
ALTER TABLE "issue_schedule" ADD CONSTRAINT "issue_schedule_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_move" ADD CONSTRAINT "issue_move_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_move" ADD CONSTRAINT "issue_move_from_body_id_fkey" FOREIGN KEY ("from_body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_move" ADD CONSTRAINT "issue_move_to_body_id_fkey" FOREIGN KEY ("to_body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_move" ADD CONSTRAINT "issue_move_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_relation" ADD CONSTRAINT "issue_relation_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_relation" ADD CONSTRAINT "issue_relation_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ==== What Prisma cannot say ====

CALL let_references_wait();
ALTER TABLE issue ALTER CONSTRAINT issue_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE issue_move ALTER CONSTRAINT issue_move_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_issue_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE issue ADD CONSTRAINT issue_raised_when CHECK ((raised_on IS NULL) = (raised_is IS NULL));
ALTER TABLE issue ADD CONSTRAINT issue_is_closed_some_day CHECK (state <> 'open' OR (closed_on IS NULL AND outcome IS NULL));
ALTER TABLE issue ADD CONSTRAINT issue_is_merged_into_another CHECK ((state = 'merged') = (merged_into_id IS NOT NULL) AND merged_into_id <> id);
ALTER TABLE issue_move ADD CONSTRAINT issue_moved_when CHECK ((moved_on IS NULL) = (moved_is IS NULL));
-- What was lifted is closed by an answer; only who lifted it takes it back without one.
ALTER TABLE issue_move ADD CONSTRAINT issue_move_is_answered CHECK ((state = 'waiting') = (answered_on IS NULL) AND (state = 'answered') = (answer IS NOT NULL));
ALTER TABLE issue_move ADD CONSTRAINT issue_moves_to_another_body CHECK (to_body_id <> from_body_id);
ALTER TABLE issue_relation ADD CONSTRAINT issues_are_related_once CHECK (one_id < other_id);

-- When an issue is up in a body is told to all who see it from within, also those who do not read the agenda.
CREATE FUNCTION count_meeting_days(of_issue uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM issue_schedule WHERE issue_id = of_issue;
  INSERT INTO issue_schedule (id, issue_id, body_id, days)
    SELECT gen_random_uuid(), of_issue, meeting.body_id, array_agg(DISTINCT to_char(held_on, 'YYYY-MM-DD') ORDER BY to_char(held_on, 'YYYY-MM-DD'))
      FROM agenda_item JOIN meeting ON meeting.id = meeting_id
     WHERE agenda_item.issue_id = of_issue AND status <> 'cancelled' AND EXISTS (SELECT FROM issue WHERE id = of_issue)
     GROUP BY meeting.body_id;
END $$;
REVOKE ALL ON FUNCTION count_meeting_days FROM PUBLIC;
CREATE FUNCTION note_meeting_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'meeting' THEN
    PERFORM count_meeting_days(issue_id) FROM (SELECT DISTINCT issue_id FROM agenda_item WHERE meeting_id = NEW.id AND issue_id IS NOT NULL) AS up;
  ELSE
    PERFORM count_meeting_days(issue_id) FROM (SELECT DISTINCT issue_id FROM unnest(ARRAY[to_jsonb(OLD) ->> 'issue_id', to_jsonb(NEW) ->> 'issue_id']::uuid[]) AS issue_id WHERE issue_id IS NOT NULL) AS up;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keeps_meeting_days AFTER INSERT OR DELETE OR UPDATE OF issue_id, meeting_id ON agenda_item FOR EACH ROW EXECUTE FUNCTION note_meeting_days();
CREATE TRIGGER keeps_meeting_days AFTER UPDATE OF held_on, status, body_id ON meeting FOR EACH ROW EXECUTE FUNCTION note_meeting_days();

-- Nobody is left without an answer, and nothing that is up somewhere goes from there, whatever is undone.
CREATE FUNCTION refuse_unanswered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM issue JOIN issue_move ON issue_id = issue.id
              WHERE issue.id = (to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'issue' THEN 'id' ELSE 'issue_id' END)::uuid
                AND issue.state IN ('closed', 'merged') AND issue_move.state = 'waiting') THEN
    RAISE EXCEPTION 'act_is_last: an answer is waited for';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER answered_before_closed AFTER INSERT OR UPDATE ON issue DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unanswered();
CREATE CONSTRAINT TRIGGER answered_before_closed AFTER INSERT OR UPDATE ON issue_move DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unanswered();
CREATE FUNCTION refuse_leaving() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM issue WHERE id = OLD.issue_id) AND EXISTS (SELECT FROM body WHERE id = OLD.body_id)
     AND NOT EXISTS (SELECT FROM issue_forum WHERE issue_id = OLD.issue_id AND body_id = OLD.body_id)
     AND (EXISTS (SELECT FROM issue_move WHERE issue_id = OLD.issue_id AND OLD.body_id IN (from_body_id, to_body_id))
       OR EXISTS (SELECT FROM agenda_item JOIN meeting ON meeting.id = meeting_id WHERE issue_id = OLD.issue_id AND meeting.body_id = OLD.body_id)) THEN
    RAISE EXCEPTION 'act_is_last: it is up there';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER is_up_there AFTER DELETE ON issue_forum DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_leaving();

-- ==== Who reads and writes what ====

-- Who sees what is internal in a body sees the issues that are up there; the tables are asked past their own policies, which ask each other.
CREATE FUNCTION viewer_sees_issue(visibility visibility, home uuid, thing uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN viewer_sees(visibility, home, NULL)
    OR EXISTS (SELECT FROM issue_forum JOIN body ON body.id = body_id
                WHERE issue_id = thing AND (body.home_municipality_id = ANY (viewer_ids('reads')) OR body.id = ANY (viewer_ids('sees'))));
END $$;
CREATE FUNCTION viewer_mends_issue(thing uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM issue WHERE id = thing AND home_municipality_id = ANY (viewer_ids('writes')))
    OR EXISTS (SELECT FROM issue_forum JOIN body ON body.id = body_id WHERE issue_id = thing AND viewer_mends(body.home_municipality_id, body.id));
END $$;
-- Who sits in a body, or leads its municipality, raises issues there; they write what they bring in and nothing else.
CREATE FUNCTION viewer_raises_in(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM body WHERE id = thing AND (home_municipality_id = ANY (viewer_ids('reads')) OR id = ANY (viewer_ids('sees'))));
CREATE FUNCTION viewer_brought_in(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN NULLIF(current_setting('samrad.brought_in', true), '') = thing::text;

ALTER TABLE issue ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON issue FOR SELECT TO samrad_public USING (visibility = 'public');
CREATE POLICY viewer_reads ON issue FOR SELECT TO samrad_neighbour, samrad_signed_in
  USING (viewer_sees_issue(visibility, home_municipality_id, id) OR viewer_brought_in(id));
CREATE POLICY keepers_insert ON issue FOR INSERT TO samrad_signed_in
  WITH CHECK (home_municipality_id = ANY (viewer_ids('writes'))
    OR (visibility = 'internal' AND (viewer_brought_in(id) OR viewer_mends_issue(id))
      AND EXISTS (SELECT FROM body WHERE body.home_municipality_id = issue.home_municipality_id AND viewer_raises_in(body.id))));
CREATE POLICY keepers_update ON issue FOR UPDATE TO samrad_signed_in USING (viewer_mends_issue(id));
CREATE POLICY keepers_delete ON issue FOR DELETE TO samrad_signed_in USING (viewer_mends_issue(id));
-- Who reads an issue is the home’s to say.
CREATE FUNCTION refuse_opening_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('role', true) = 'samrad_signed_in' AND NOT OLD.home_municipality_id = ANY (viewer_ids('writes')) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER home_opens BEFORE UPDATE ON issue FOR EACH ROW
  WHEN ((OLD.visibility, OLD.home_municipality_id) IS DISTINCT FROM (NEW.visibility, NEW.home_municipality_id)) EXECUTE FUNCTION refuse_opening_issue();

ALTER TABLE issue_forum ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_issue ON issue_forum FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM issue WHERE issue.id = issue_id) AND EXISTS (SELECT FROM body WHERE body.id = body_id));
CREATE POLICY keepers_insert ON issue_forum FOR INSERT TO samrad_signed_in
  WITH CHECK (viewer_mends_issue(issue_id) OR (viewer_brought_in(issue_id) AND viewer_raises_in(body_id)));
CREATE POLICY keepers_update ON issue_forum FOR UPDATE TO samrad_signed_in USING (viewer_mends_issue(issue_id));
CREATE POLICY keepers_delete ON issue_forum FOR DELETE TO samrad_signed_in USING (viewer_mends_issue(issue_id));
ALTER TABLE issue_move ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_issue ON issue_move FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM issue WHERE issue.id = issue_id));
CREATE POLICY keepers_insert ON issue_move FOR INSERT TO samrad_signed_in WITH CHECK (viewer_mends_issue(issue_id));
CREATE POLICY keepers_update ON issue_move FOR UPDATE TO samrad_signed_in USING (viewer_mends_issue(issue_id));
CREATE POLICY keepers_delete ON issue_move FOR DELETE TO samrad_signed_in USING (viewer_mends_issue(issue_id));
ALTER TABLE issue_relation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_both ON issue_relation FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM issue WHERE issue.id = one_id) AND EXISTS (SELECT FROM issue WHERE issue.id = other_id));
CREATE POLICY keepers_insert ON issue_relation FOR INSERT TO samrad_signed_in WITH CHECK (viewer_mends_issue(one_id) AND viewer_mends_issue(other_id));
CREATE POLICY keepers_update ON issue_relation FOR UPDATE TO samrad_signed_in USING (viewer_mends_issue(one_id) AND viewer_mends_issue(other_id));
CREATE POLICY keepers_delete ON issue_relation FOR DELETE TO samrad_signed_in USING (viewer_mends_issue(one_id) OR viewer_mends_issue(other_id));
ALTER TABLE issue_schedule ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_from_within ON issue_schedule FOR SELECT TO samrad_signed_in
  USING (EXISTS (SELECT FROM issue WHERE issue.id = issue_id AND viewer_sees_issue('internal', home_municipality_id, issue.id)));
GRANT SELECT ON issue, issue_forum, issue_move, issue_relation, issue_schedule TO samrad_public, samrad_neighbour, samrad_signed_in;
GRANT INSERT, UPDATE, DELETE ON issue, issue_forum, issue_move, issue_relation TO samrad_signed_in;
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON issue FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON issue_forum FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON issue_move FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON issue_relation FOR EACH ROW EXECUTE FUNCTION note_change();

CALL let_facts_follow_owners();
CREATE OR REPLACE FUNCTION viewer_mends_fact(thing fact) RETURNS boolean LANGUAGE sql STABLE
  RETURN CASE
    WHEN thing.body_id IS NOT NULL THEN viewer_mends_body(thing.body_id)
    WHEN thing.arena_id IS NOT NULL THEN viewer_mends_arena(thing.arena_id)
    WHEN thing.scheme_id IS NOT NULL THEN viewer_mends_scheme(thing.scheme_id)
    WHEN thing.post_id IS NOT NULL THEN viewer_mends_post(thing.post_id)
    WHEN thing.organisation_id IS NOT NULL THEN viewer_mends_organisation(thing.organisation_id) OR viewer_mends_area(thing.area_id)
    WHEN thing.area_id IS NOT NULL THEN viewer_mends_area(thing.area_id)
    WHEN thing.meeting_id IS NOT NULL THEN viewer_mends_meeting(thing.meeting_id)
    WHEN thing.agenda_item_id IS NOT NULL THEN EXISTS (SELECT FROM agenda_item WHERE id = thing.agenda_item_id AND viewer_mends_meeting(agenda_item.meeting_id))
    WHEN thing.action_point_id IS NOT NULL THEN EXISTS (SELECT FROM action_point WHERE id = thing.action_point_id AND viewer_mends_body(action_point.body_id))
    WHEN thing.attendance_id IS NOT NULL THEN viewer_mends_attendance(thing.attendance_id)
    WHEN thing.issue_id IS NOT NULL THEN viewer_mends_issue(thing.issue_id) OR viewer_brought_in(thing.issue_id)
    WHEN thing.seat_holder_id IS NOT NULL THEN EXISTS (SELECT FROM seat_holder WHERE id = thing.seat_holder_id AND viewer_mends_seat(seat_id))
    ELSE false END;

-- In which order rows come into being, so that the policies of each find whose it is; they go the other way.
CREATE OR REPLACE FUNCTION rank_of(change act_change) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN change.table_name IN ('area', 'organisation', 'scheme', 'coordinator_post', 'body', 'arena', 'source_document', 'meeting_round', 'issue') THEN 0
    WHEN change.table_name IN ('seat_holder', 'meeting', 'mandate_clause', 'role_grant') THEN 3
    WHEN change.table_name IN ('agenda_item', 'meeting_notice', 'minutes', 'action_point') THEN 4
    WHEN change.table_name IN ('attendance', 'minutes_entry', 'minutes_addendum') THEN 5
    WHEN change.table_name = 'missed_item' THEN 6
    WHEN change.table_name IN ('party', 'source_reference') THEN 7
    WHEN change.table_name <> 'fact' THEN 2
    WHEN COALESCE(change.before, change.after) ->> 'attendance_id' IS NOT NULL THEN 6
    WHEN COALESCE(change.before, change.after) ->> 'agenda_item_id' IS NOT NULL OR COALESCE(change.before, change.after) ->> 'action_point_id' IS NOT NULL THEN 5
    WHEN COALESCE(change.before, change.after) ->> 'seat_holder_id' IS NOT NULL OR COALESCE(change.before, change.after) ->> 'meeting_id' IS NOT NULL THEN 4
    ELSE 1 END;

-- A thing itself is the home’s to remove: an issue too.
CREATE POLICY home_deletes_issue ON fact AS RESTRICTIVE FOR DELETE TO samrad_signed_in USING (
  NOT EXISTS (SELECT FROM issue WHERE issue.id = fact.id) OR EXISTS (SELECT FROM issue WHERE issue.id = fact.id AND home_municipality_id = ANY (viewer_ids('writes'))));
CREATE POLICY home_deletes ON issue AS RESTRICTIVE FOR DELETE TO samrad_signed_in USING (home_municipality_id = ANY (viewer_ids('writes')));

-- An issue of another municipality is kept by all who keep a body where it is up.
DROP POLICY keepers_read ON act;
CREATE POLICY keepers_read ON act FOR SELECT TO samrad_signed_in
  USING (hash IS NOT NULL AND (
    municipality_id = ANY (viewer_ids('reads'))
    OR object_id = ANY (viewer_ids('mends'))
    OR (noun = 'Meeting' AND EXISTS (SELECT FROM meeting WHERE meeting.id = object_id AND meeting.body_id = ANY (viewer_ids('mends'))))
    OR (noun = 'Issue' AND viewer_mends_issue(object_id))
    OR (municipality_id IS NULL AND viewer_operates())));

-- What the history calls things.
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
  UNION ALL SELECT id, title, NULL, slug FROM issue
  UNION ALL SELECT role.id, account.name, NULL, NULL FROM role_grant AS role JOIN account ON account.id = role.account_id
  UNION ALL SELECT id, note, NULL, NULL FROM invitation WHERE note IS NOT NULL
  UNION ALL SELECT agreement.id, reader.name, reader.valid_from, NULL FROM sharing_agreement AS agreement JOIN municipality_version AS reader ON reader.municipality_id = agreement.reader_id
  UNION ALL SELECT id, name, NULL, NULL FROM api_key;
