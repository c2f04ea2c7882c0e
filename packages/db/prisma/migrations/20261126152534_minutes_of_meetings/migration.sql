-- minutes of meetings

-- CreateEnum
CREATE TYPE "minutes_state" AS ENUM ('draft', 'sent', 'approved', 'published');

-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "state" "minutes_state" NOT NULL DEFAULT 'draft',
    "approved_on" DATE,
    "approved_hash" TEXT,
    "published_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_entry" (
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "agenda_item_id" UUID NOT NULL,
    "text" TEXT,
    "decision" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "minutes_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_addendum" (
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "minutes_addendum_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "minutes_meeting_id_key" ON "minutes"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_entry_agenda_item_id_key" ON "minutes_entry"("agenda_item_id");

-- CreateIndex
CREATE INDEX "minutes_entry_minutes_id_idx" ON "minutes_entry"("minutes_id");

-- CreateIndex
CREATE INDEX "minutes_addendum_minutes_id_idx" ON "minutes_addendum"("minutes_id");

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_entry" ADD CONSTRAINT "minutes_entry_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_entry" ADD CONSTRAINT "minutes_entry_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_addendum" ADD CONSTRAINT "minutes_addendum_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

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
ALTER TABLE minutes ADD CONSTRAINT minutes_are_approved_whole
  CHECK ((state IN ('approved', 'published')) = (approved_on IS NOT NULL) AND (approved_on IS NULL) = (approved_hash IS NULL));
ALTER TABLE minutes ADD CONSTRAINT minutes_are_published_some_time CHECK ((state = 'published') = (published_at IS NOT NULL));

-- ==== What was approved never changes ====
CREATE FUNCTION refuse_change_of_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_meetings uuid[];
BEGIN
  IF TG_TABLE_NAME = 'minutes' THEN
    -- Whether they are published may change, also back; nothing else, and they are never a draft again.
    IF OLD.state IN ('approved', 'published') AND (TG_OP = 'DELETE' OR NEW.state NOT IN ('approved', 'published')
        OR (NEW.meeting_id, NEW.approved_on, NEW.approved_hash) IS DISTINCT FROM (OLD.meeting_id, OLD.approved_on, OLD.approved_hash)) THEN
      RAISE EXCEPTION 'approved minutes never change' USING ERRCODE = '23514';
    END IF;
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_TABLE_NAME = 'agenda_item' THEN
    of_meetings := ARRAY[to_jsonb(OLD) ->> 'meeting_id', to_jsonb(NEW) ->> 'meeting_id']::uuid[];
    -- Who reads it is not what was approved.
    IF TG_OP = 'UPDATE' AND (NEW.meeting_id, NEW.number, NEW.title, NEW.text, NEW.kind) IS NOT DISTINCT FROM (OLD.meeting_id, OLD.number, OLD.title, OLD.text, OLD.kind) THEN
      RETURN NEW;
    END IF;
  ELSIF TG_TABLE_NAME = 'meeting' THEN
    of_meetings := ARRAY[OLD.id];
  ELSE
    SELECT array_agg(meeting_id) INTO of_meetings FROM minutes
     WHERE id = ANY (ARRAY[to_jsonb(OLD) ->> 'minutes_id', to_jsonb(NEW) ->> 'minutes_id']::uuid[]);
  END IF;
  IF EXISTS (SELECT FROM minutes WHERE meeting_id = ANY (of_meetings) AND state IN ('approved', 'published')) THEN
    RAISE EXCEPTION 'approved minutes never change' USING ERRCODE = '23514';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER minutes_stay_as_approved BEFORE UPDATE OR DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved();
CREATE TRIGGER entry_stays_as_approved BEFORE INSERT OR UPDATE OR DELETE ON minutes_entry FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved();
CREATE TRIGGER meeting_stays_as_approved BEFORE UPDATE ON meeting FOR EACH ROW
  WHEN ((OLD.held_on, OLD.body_id, OLD.status) IS DISTINCT FROM (NEW.held_on, NEW.body_id, NEW.status)) EXECUTE FUNCTION refuse_change_of_approved();
CREATE TRIGGER item_stays_as_approved BEFORE INSERT OR UPDATE OR DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved();
CREATE TRIGGER counts_version BEFORE UPDATE ON minutes_entry FOR EACH ROW EXECUTE FUNCTION count_version();
-- Who sends, approves or publishes minutes says which ones they saw.
CREATE TRIGGER counts_version BEFORE UPDATE ON minutes FOR EACH ROW EXECUTE FUNCTION count_version();
CREATE FUNCTION note_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE minutes SET version = version WHERE id = (COALESCE(to_jsonb(NEW), to_jsonb(OLD)) ->> 'minutes_id')::uuid;
  RETURN NULL;
END $$;
CREATE TRIGGER minutes_are_written AFTER INSERT OR UPDATE OR DELETE ON minutes_entry FOR EACH ROW EXECUTE FUNCTION note_written();
CREATE TRIGGER minutes_are_added_to AFTER INSERT ON minutes_addendum FOR EACH ROW EXECUTE FUNCTION note_written();
-- What was added stays too.
CREATE FUNCTION refuse_change_of_addendum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'approved minutes never change' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER addendum_stays BEFORE UPDATE OR DELETE ON minutes_addendum FOR EACH ROW EXECUTE FUNCTION refuse_change_of_addendum();

-- ==== Who reads and writes what ====
ALTER TABLE minutes ENABLE ROW LEVEL SECURITY;
-- With an agenda that is taken back they go too.
CREATE POLICY public_reads ON minutes FOR SELECT TO samrad_public
  USING (state = 'published' AND EXISTS (SELECT FROM meeting WHERE meeting.id = meeting_id AND agenda_state <> 'draft'));
-- A draft is for those who write it; what is sent for approval, for those who see what is internal.
CREATE POLICY viewer_reads ON minutes FOR SELECT TO samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM meeting JOIN body ON body.id = meeting.body_id WHERE meeting.id = meeting_id AND
    CASE minutes.state
      WHEN 'published' THEN agenda_state <> 'draft' OR viewer_sees('internal', body.home_municipality_id, body.id)
      WHEN 'draft' THEN body.home_municipality_id = ANY (viewer_ids('reads')) OR body.id = ANY (viewer_ids('mends'))
      ELSE viewer_sees('internal', body.home_municipality_id, body.id) END));
ALTER TABLE minutes_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_item ON minutes_entry FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM minutes WHERE minutes.id = minutes_id) AND EXISTS (SELECT FROM agenda_item WHERE agenda_item.id = agenda_item_id));
ALTER TABLE minutes_addendum ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_minutes ON minutes_addendum FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM minutes WHERE minutes.id = minutes_id));
GRANT SELECT ON minutes, minutes_entry, minutes_addendum TO samrad_public, samrad_neighbour, samrad_signed_in;

CREATE FUNCTION viewer_mends_minutes(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM minutes WHERE id = thing AND viewer_mends_meeting(meeting_id));
DO $$
DECLARE
  rule text[];
BEGIN
  FOREACH rule SLICE 1 IN ARRAY ARRAY[['minutes', 'viewer_mends_meeting(meeting_id)'],
    ['minutes_entry', 'viewer_mends_minutes(minutes_id)'], ['minutes_addendum', 'viewer_mends_minutes(minutes_id)']] LOOP
    EXECUTE format('CREATE POLICY keepers_insert ON %I FOR INSERT TO samrad_signed_in WITH CHECK (%s)', rule[1], rule[2]);
    EXECUTE format('CREATE POLICY keepers_update ON %I FOR UPDATE TO samrad_signed_in USING (%s)', rule[1], rule[2]);
    EXECUTE format('CREATE POLICY keepers_delete ON %I FOR DELETE TO samrad_signed_in USING (%s)', rule[1], rule[2]);
    EXECUTE format('CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION note_change(''version'')', rule[1]);
  END LOOP;
END $$;
GRANT INSERT, UPDATE, DELETE ON minutes, minutes_entry TO samrad_signed_in;
GRANT INSERT ON minutes_addendum TO samrad_signed_in;

-- In which order rows come into being, so that the policies of each find whose it is; they go the other way.
CREATE OR REPLACE FUNCTION rank_of(change act_change) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN change.table_name IN ('area', 'organisation', 'scheme', 'coordinator_post', 'body', 'arena', 'source_document', 'meeting_round') THEN 0
    WHEN change.table_name IN ('seat_holder', 'meeting', 'mandate_clause', 'role_grant') THEN 3
    WHEN change.table_name IN ('agenda_item', 'meeting_notice', 'minutes') THEN 4
    WHEN change.table_name IN ('party', 'source_reference', 'minutes_entry', 'minutes_addendum') THEN 6
    WHEN change.table_name <> 'fact' THEN 2
    WHEN COALESCE(change.before, change.after) ->> 'agenda_item_id' IS NOT NULL THEN 5
    WHEN COALESCE(change.before, change.after) ->> 'seat_holder_id' IS NOT NULL OR COALESCE(change.before, change.after) ->> 'meeting_id' IS NOT NULL THEN 4
    ELSE 1 END;
