-- agendas of meetings and what is told of them

-- CreateEnum
CREATE TYPE "agenda_state" AS ENUM ('draft', 'published', 'closed');

-- CreateEnum
CREATE TYPE "agenda_item_kind" AS ENUM ('information', 'discussion', 'decision');

-- CreateEnum
CREATE TYPE "meeting_notice_kind" AS ENUM ('moved', 'cancelled', 'restored');

-- AlterTable
ALTER TABLE "fact" ADD COLUMN     "agenda_item_id" UUID;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "agenda_closed_because" TEXT,
ADD COLUMN     "agenda_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "agenda_state" "agenda_state" NOT NULL DEFAULT 'draft',
ADD COLUMN     "revised_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "slug" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "withheld" JSONB NOT NULL DEFAULT '[]';

-- Meetings that were there have the day they stand on in their address.
UPDATE meeting SET slug = to_char(held_on, 'YYYY-MM-DD') || '-' || right(id::text, 6);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "agenda_item_kind",
    "title" TEXT NOT NULL,
    "text" TEXT,
    "minutes" INTEGER,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "legal_ground" TEXT,
    "standing_item_id" UUID,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_notice" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" "meeting_notice_kind" NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "because" TEXT,
    "from_on" DATE,
    "from_starts_at" TEXT,
    "from_ends_at" TEXT,
    "from_place" TEXT,

    CONSTRAINT "meeting_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agenda_item_standing_item_id_idx" ON "agenda_item"("standing_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_meeting_id_number_key" ON "agenda_item"("meeting_id", "number");

-- CreateIndex
CREATE INDEX "meeting_notice_meeting_id_idx" ON "meeting_notice"("meeting_id");

-- CreateIndex
CREATE INDEX "fact_agenda_item_id_idx" ON "fact"("agenda_item_id");

-- CreateIndex
CREATE INDEX "meeting_held_on_idx" ON "meeting"("held_on");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_body_id_slug_key" ON "meeting"("body_id", "slug");

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_standing_item_id_fkey" FOREIGN KEY ("standing_item_id") REFERENCES "standing_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_notice" ADD CONSTRAINT "meeting_notice_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

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
-- An item comes into being before its fact, so that the policies of the fact find whose it is.
ALTER TABLE agenda_item ALTER CONSTRAINT agenda_item_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_agenda_item_id_fkey DEFERRABLE INITIALLY DEFERRED;
-- Items change places within one act.
DROP INDEX agenda_item_meeting_id_number_key;
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_meeting_id_number_key UNIQUE (meeting_id, number) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_number CHECK (number > 0);
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_minutes CHECK (minutes BETWEEN 1 AND 600);
ALTER TABLE meeting ADD CONSTRAINT meeting_agenda_is_closed_by_law CHECK ((agenda_state = 'closed') = (agenda_closed_because IS NOT NULL));
ALTER TABLE fact DROP CONSTRAINT fact_has_an_owner;
ALTER TABLE fact ADD CONSTRAINT fact_has_an_owner
  CHECK (num_nonnulls(municipality_id, area_id, organisation_id, scheme_id, post_id, body_id, arena_id, meeting_id, seat_holder_id, agenda_item_id) >= 1);

-- ==== What a calendar goes by ====
CREATE FUNCTION note_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.slug = '' THEN
      NEW.slug := to_char(NEW.held_on, 'YYYY-MM-DD') || '-' || right(NEW.id::text, 6);
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.held_on, NEW.starts_at, NEW.ends_at, NEW.place, NEW.status) IS DISTINCT FROM (OLD.held_on, OLD.starts_at, OLD.ends_at, OLD.place, OLD.status) THEN
    NEW.sequence := OLD.sequence + 1;
  ELSE
    NEW.sequence := OLD.sequence;
  END IF;
  -- Who decides about an agenda says which one they saw; see note_withheld.
  NEW.agenda_version := OLD.agenda_version + CASE WHEN NEW.agenda_state <> OLD.agenda_state OR NEW.agenda_version <> OLD.agenda_version THEN 1 ELSE 0 END;
  NEW.revised_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_is_revised BEFORE INSERT OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION note_revision();

-- ==== Who reads what ====

-- No item more visible than its meeting; a meeting that is withdrawn takes its items along.
CREATE FUNCTION refuse_item_more_visible() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_meeting visibility;
BEGIN
  SELECT visibility INTO of_meeting FROM meeting WHERE id = NEW.meeting_id FOR SHARE;
  -- The enumeration goes from most to least visible.
  IF NEW.visibility < of_meeting THEN
    RAISE EXCEPTION 'an item would be more open than its meeting' USING ERRCODE = '23514', CONSTRAINT = 'agenda_item_no_more_visible_than_its_meeting';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agenda_item_no_more_visible_than_its_meeting BEFORE INSERT OR UPDATE ON agenda_item
  FOR EACH ROW EXECUTE FUNCTION refuse_item_more_visible();
CREATE FUNCTION withdraw_with_meeting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Who has an item open saw another one.
  UPDATE fact SET version = version + 1 WHERE id IN (SELECT id FROM agenda_item WHERE meeting_id = NEW.id AND visibility < NEW.visibility);
  UPDATE agenda_item SET visibility = NEW.visibility WHERE meeting_id = NEW.id AND visibility < NEW.visibility;
  RETURN NULL;
END $$;
CREATE TRIGGER meeting_withdraws AFTER UPDATE OF visibility ON meeting
  FOR EACH ROW WHEN (OLD.visibility < NEW.visibility) EXECUTE FUNCTION withdraw_with_meeting();

-- What is withheld from some who see the meeting is told to them by number and law, never by its words.
CREATE FUNCTION note_withheld() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_meeting uuid := CASE TG_TABLE_NAME WHEN 'meeting' THEN to_jsonb(NEW) ->> 'id' ELSE COALESCE(to_jsonb(NEW), to_jsonb(OLD)) ->> 'meeting_id' END;
  told jsonb;
BEGIN
  SELECT COALESCE(jsonb_agg(jsonb_build_object('number', number, 'legalGround', legal_ground) ORDER BY number), '[]') INTO told
    FROM agenda_item JOIN meeting ON meeting.id = meeting_id
   WHERE meeting_id = of_meeting AND agenda_state = 'published' AND agenda_item.visibility > meeting.visibility;
  IF told @? '$[*] ? (@.legalGround == null)' THEN
    RAISE EXCEPTION 'an item would be withheld without a law' USING ERRCODE = '23514', CONSTRAINT = 'agenda_item_withheld_by_law';
  END IF;
  UPDATE meeting SET withheld = told, agenda_version = agenda_version + CASE TG_TABLE_NAME WHEN 'agenda_item' THEN 1 ELSE 0 END
   WHERE id = of_meeting AND (withheld <> told OR TG_TABLE_NAME = 'agenda_item');
  RETURN NULL;
END $$;
CREATE TRIGGER agenda_item_withheld_is_noted AFTER INSERT OR DELETE OR UPDATE ON agenda_item
  FOR EACH ROW EXECUTE FUNCTION note_withheld();
CREATE TRIGGER meeting_withheld_is_noted AFTER UPDATE OF agenda_state, visibility ON meeting
  FOR EACH ROW EXECUTE FUNCTION note_withheld();

ALTER TABLE agenda_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON agenda_item FOR SELECT TO samrad_public
  USING (visibility = 'public' AND EXISTS (SELECT FROM meeting WHERE meeting.id = meeting_id AND agenda_state = 'published'));
-- A draft is for those who make it; a closed agenda for those who see what is internal.
CREATE POLICY viewer_reads ON agenda_item FOR SELECT TO samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM meeting JOIN body ON body.id = meeting.body_id WHERE meeting.id = meeting_id AND
    CASE agenda_state
      WHEN 'published' THEN viewer_sees(agenda_item.visibility, body.home_municipality_id, body.id)
      WHEN 'closed' THEN viewer_sees('internal', body.home_municipality_id, body.id)
      ELSE body.home_municipality_id = ANY (viewer_ids('reads')) OR body.id = ANY (viewer_ids('mends')) END));
ALTER TABLE meeting_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_meeting ON meeting_notice FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM meeting WHERE meeting.id = meeting_id));
GRANT SELECT ON agenda_item, meeting_notice TO samrad_public, samrad_neighbour, samrad_signed_in;
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
    AND (other_area_id IS NULL OR EXISTS (SELECT FROM area AS owner WHERE owner.id = fact.other_area_id))
    AND (other_organisation_id IS NULL OR EXISTS (SELECT FROM organisation AS owner WHERE owner.id = fact.other_organisation_id)));

-- ==== Who writes what ====
CREATE FUNCTION viewer_mends_meeting(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM meeting WHERE id = thing AND viewer_mends_body(body_id));
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
    WHEN thing.seat_holder_id IS NOT NULL THEN EXISTS (SELECT FROM seat_holder WHERE id = thing.seat_holder_id AND viewer_mends_seat(seat_id))
    ELSE false END;
DO $$
DECLARE
  written text;
BEGIN
  FOREACH written IN ARRAY ARRAY['agenda_item', 'meeting_notice'] LOOP
    EXECUTE format('CREATE POLICY keepers_insert ON %I FOR INSERT TO samrad_signed_in WITH CHECK (viewer_mends_meeting(meeting_id))', written);
    EXECUTE format('CREATE POLICY keepers_update ON %I FOR UPDATE TO samrad_signed_in USING (viewer_mends_meeting(meeting_id))', written);
    EXECUTE format('CREATE POLICY keepers_delete ON %I FOR DELETE TO samrad_signed_in USING (viewer_mends_meeting(meeting_id))', written);
    EXECUTE format('CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION note_change()', written);
  END LOOP;
END $$;
GRANT INSERT, UPDATE, DELETE ON agenda_item, meeting_notice TO samrad_signed_in;

-- What follows from other rows is not a change of its own.
DROP TRIGGER zz_noted ON meeting;
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON meeting
  FOR EACH ROW EXECUTE FUNCTION note_change('withheld', 'sequence', 'revised_at', 'agenda_version');

-- In which order rows come into being, so that the policies of each find whose it is; they go the other way.
CREATE OR REPLACE FUNCTION rank_of(change act_change) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN change.table_name IN ('area', 'organisation', 'scheme', 'coordinator_post', 'body', 'arena', 'source_document', 'meeting_round') THEN 0
    WHEN change.table_name IN ('seat_holder', 'meeting', 'mandate_clause', 'role_grant') THEN 3
    WHEN change.table_name IN ('agenda_item', 'meeting_notice') THEN 4
    WHEN change.table_name IN ('party', 'source_reference') THEN 6
    WHEN change.table_name <> 'fact' THEN 2
    WHEN COALESCE(change.before, change.after) ->> 'agenda_item_id' IS NOT NULL THEN 5
    WHEN COALESCE(change.before, change.after) ->> 'seat_holder_id' IS NOT NULL OR COALESCE(change.before, change.after) ->> 'meeting_id' IS NOT NULL THEN 4
    ELSE 1 END;

-- The items of an agenda, numbered from 1 without a hole.
CREATE FUNCTION renumber_agenda(of_meeting uuid) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  UPDATE agenda_item SET number = nth
    FROM (SELECT id AS item, row_number() OVER (ORDER BY number, id) AS nth FROM agenda_item WHERE meeting_id = of_meeting) AS ordered
   WHERE id = item AND number <> nth
$$;
