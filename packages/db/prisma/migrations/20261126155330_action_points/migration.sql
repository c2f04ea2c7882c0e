-- action points

-- CreateEnum
CREATE TYPE "action_point_state" AS ENUM ('open', 'done', 'dropped');

-- AlterTable
ALTER TABLE "fact" ADD COLUMN     "action_point_id" UUID;

-- CreateTable
CREATE TABLE "action_point" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "agenda_item_id" UUID,
    "text" TEXT NOT NULL,
    "due_on" DATE,
    "state" "action_point_state" NOT NULL DEFAULT 'open',
    "closed_on" DATE,
    "note" TEXT,

    CONSTRAINT "action_point_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "action_point_body_id_state_due_on_idx" ON "action_point"("body_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "action_point_agenda_item_id_idx" ON "action_point"("agenda_item_id");

-- CreateIndex
CREATE INDEX "fact_action_point_id_idx" ON "fact"("action_point_id");

-- AddForeignKey
ALTER TABLE "action_point" ADD CONSTRAINT "action_point_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_point" ADD CONSTRAINT "action_point_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_point" ADD CONSTRAINT "action_point_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_action_point_id_fkey" FOREIGN KEY ("action_point_id") REFERENCES "action_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ==== What Prisma cannot say ====

DO $$
DECLARE
  reference record;
BEGIN
  FOR reference IN SELECT conrelid::regclass AS of, conname FROM pg_constraint
                    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT condeferrable LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', reference.of, reference.conname);
  END LOOP;
END $$;
ALTER TABLE action_point ALTER CONSTRAINT action_point_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_action_point_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE action_point ADD CONSTRAINT action_point_is_closed_some_day CHECK ((state = 'open') = (closed_on IS NULL));
ALTER TABLE fact DROP CONSTRAINT fact_has_an_owner;
ALTER TABLE fact ADD CONSTRAINT fact_has_an_owner
  CHECK (num_nonnulls(municipality_id, area_id, organisation_id, scheme_id, post_id, body_id, arena_id, meeting_id, seat_holder_id, agenda_item_id, action_point_id) >= 1);

-- What was agreed in minutes that are approved stays as it was said; what became of it goes on.
CREATE FUNCTION refuse_change_of_agreed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  item uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.agenda_item_id ELSE OLD.agenda_item_id END;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.body_id, NEW.agenda_item_id, NEW.text) IS NOT DISTINCT FROM (OLD.body_id, OLD.agenda_item_id, OLD.text) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM agenda_item JOIN minutes ON minutes.meeting_id = agenda_item.meeting_id
              WHERE agenda_item.id = item AND state IN ('approved', 'published')) THEN
    RAISE EXCEPTION 'approved minutes never change' USING ERRCODE = '23514';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER agreed_stays BEFORE INSERT OR UPDATE OR DELETE ON action_point FOR EACH ROW EXECUTE FUNCTION refuse_change_of_agreed();

-- ==== Who reads and writes what ====
ALTER TABLE action_point ENABLE ROW LEVEL SECURITY;
CREATE POLICY viewer_reads ON action_point FOR SELECT TO samrad_signed_in
  USING (EXISTS (SELECT FROM body WHERE body.id = body_id AND viewer_sees('internal', body.home_municipality_id, body.id)));
CREATE POLICY keepers_insert ON action_point FOR INSERT TO samrad_signed_in WITH CHECK (viewer_mends_body(body_id));
CREATE POLICY keepers_update ON action_point FOR UPDATE TO samrad_signed_in USING (viewer_mends_body(body_id));
CREATE POLICY keepers_delete ON action_point FOR DELETE TO samrad_signed_in USING (viewer_mends_body(body_id));
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON action_point FOR EACH ROW EXECUTE FUNCTION note_change();
-- The other roles see none of them: no policy of theirs is there.
GRANT SELECT ON action_point TO samrad_public, samrad_neighbour, samrad_signed_in;
GRANT INSERT, UPDATE, DELETE ON action_point TO samrad_signed_in;
DROP POLICY reads_with_owner ON fact;
CREATE POLICY reads_with_owner ON fact FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING ((area_id IS NULL OR EXISTS (SELECT FROM area AS owner WHERE owner.id = fact.area_id))
    AND (organisation_id IS NULL OR EXISTS (SELECT FROM organisation AS owner WHERE owner.id = fact.organisation_id))
    AND (scheme_id IS NULL OR EXISTS (SELECT FROM scheme AS owner WHERE owner.id = fact.scheme_id))
    AND (post_id IS NULL OR EXISTS (SELECT FROM coordinator_post AS owner WHERE owner.id = fact.post_id))
    AND (body_id IS NULL OR EXISTS (SELECT FROM body AS owner WHERE owner.id = fact.body_id))
    AND (arena_id IS NULL OR EXISTS (SELECT FROM arena AS owner WHERE owner.id = fact.arena_id))
    AND (meeting_id IS NULL OR EXISTS (SELECT FROM meeting AS owner WHERE owner.id = fact.meeting_id))
    AND (seat_holder_id IS NULL OR EXISTS (SELECT FROM seat_holder AS owner WHERE owner.id = fact.seat_holder_id))
    AND (agenda_item_id IS NULL OR EXISTS (SELECT FROM agenda_item AS owner WHERE owner.id = fact.agenda_item_id))
    AND (action_point_id IS NULL OR EXISTS (SELECT FROM action_point AS owner WHERE owner.id = fact.action_point_id))
    AND (other_area_id IS NULL OR EXISTS (SELECT FROM area AS owner WHERE owner.id = fact.other_area_id))
    AND (other_organisation_id IS NULL OR EXISTS (SELECT FROM organisation AS owner WHERE owner.id = fact.other_organisation_id)));
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
    WHEN thing.seat_holder_id IS NOT NULL THEN EXISTS (SELECT FROM seat_holder WHERE id = thing.seat_holder_id AND viewer_mends_seat(seat_id))
    ELSE false END;

-- In which order rows come into being, so that the policies of each find whose it is; they go the other way.
CREATE OR REPLACE FUNCTION rank_of(change act_change) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN change.table_name IN ('area', 'organisation', 'scheme', 'coordinator_post', 'body', 'arena', 'source_document', 'meeting_round') THEN 0
    WHEN change.table_name IN ('seat_holder', 'meeting', 'mandate_clause', 'role_grant') THEN 3
    WHEN change.table_name IN ('agenda_item', 'meeting_notice', 'minutes', 'action_point') THEN 4
    WHEN change.table_name IN ('party', 'source_reference', 'minutes_entry', 'minutes_addendum') THEN 6
    WHEN change.table_name <> 'fact' THEN 2
    WHEN COALESCE(change.before, change.after) ->> 'agenda_item_id' IS NOT NULL OR COALESCE(change.before, change.after) ->> 'action_point_id' IS NOT NULL THEN 5
    WHEN COALESCE(change.before, change.after) ->> 'seat_holder_id' IS NOT NULL OR COALESCE(change.before, change.after) ->> 'meeting_id' IS NOT NULL THEN 4
    ELSE 1 END;
