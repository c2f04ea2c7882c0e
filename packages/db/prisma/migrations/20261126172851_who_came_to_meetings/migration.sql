-- who came to meetings

-- CreateEnum
CREATE TYPE "presence" AS ENUM ('present', 'substitute', 'excused', 'absent');

-- AlterTable
ALTER TABLE "fact" ADD COLUMN     "attendance_id" UUID;

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "presence" "presence" NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "missed_item" (
    "id" UUID NOT NULL,
    "attendance_id" UUID NOT NULL,
    "agenda_item_id" UUID NOT NULL,

    CONSTRAINT "missed_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attendance_minutes_id_idx" ON "attendance"("minutes_id");

-- CreateIndex
CREATE INDEX "missed_item_agenda_item_id_idx" ON "missed_item"("agenda_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "missed_item_attendance_id_agenda_item_id_key" ON "missed_item"("attendance_id", "agenda_item_id");

-- CreateIndex
CREATE INDEX "fact_attendance_id_idx" ON "fact"("attendance_id");

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "missed_item" ADD CONSTRAINT "missed_item_attendance_id_fkey" FOREIGN KEY ("attendance_id") REFERENCES "attendance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "missed_item" ADD CONSTRAINT "missed_item_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_attendance_id_fkey" FOREIGN KEY ("attendance_id") REFERENCES "attendance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ==== What Prisma cannot say ====

-- Facts follow what they are about: each has an owner, and is read by who reads its owners. To be called again whenever facts get an owner.
-- Of what belongs to meetings and issues there are few beside the register: asked for in a function, they are planned once and not with every query.
CREATE PROCEDURE let_facts_follow_owners() LANGUAGE plpgsql AS $$
DECLARE
  seldom text[] := ARRAY['agenda_item_id', 'action_point_id', 'attendance_id', 'issue_id'];
  owners text;
  seen text;
  none_seldom text;
  seldom_seen text;
BEGIN
  SELECT string_agg(attname, ', ') FILTER (WHERE attname NOT LIKE 'other\_%'),
         string_agg(format('(%I IS NULL OR EXISTS (SELECT FROM %s AS owner WHERE owner.id = fact.%I))', attname, confrelid::regclass, attname), ' AND ')
           FILTER (WHERE attname <> 'municipality_id' AND NOT attname = ANY (seldom)),
         string_agg(format('%I IS NULL', attname), ' AND ') FILTER (WHERE attname = ANY (seldom)),
         string_agg(format('(thing.%I IS NULL OR EXISTS (SELECT FROM %s AS owner WHERE owner.id = thing.%I))', attname, confrelid::regclass, attname), ' AND ')
           FILTER (WHERE attname = ANY (seldom))
    INTO owners, seen, none_seldom, seldom_seen
    FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
   WHERE contype = 'f' AND conrelid = 'fact'::regclass;
  ALTER TABLE fact DROP CONSTRAINT fact_has_an_owner;
  EXECUTE format('ALTER TABLE fact ADD CONSTRAINT fact_has_an_owner CHECK (num_nonnulls(%s) >= 1)', owners);
  DROP POLICY reads_with_owner ON fact;
  EXECUTE format('CREATE OR REPLACE FUNCTION viewer_sees_owner(thing fact) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $body$ BEGIN RETURN %s; END $body$', seldom_seen);
  EXECUTE format('CREATE POLICY reads_with_owner ON fact FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in USING (%s AND ((%s) OR viewer_sees_owner(fact)))', seen, none_seldom);
END $$;
CALL let_facts_follow_owners();

-- An act’s rows and an undo may be written in any order. To be called again whenever there are new references.
CREATE PROCEDURE let_references_wait() LANGUAGE plpgsql AS $$
DECLARE
  reference record;
BEGIN
  FOR reference IN SELECT conrelid::regclass AS of, conname FROM pg_constraint
                    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT condeferrable LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', reference.of, reference.conname);
  END LOOP;
END $$;
CALL let_references_wait();
ALTER TABLE attendance ALTER CONSTRAINT attendance_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_attendance_id_fkey DEFERRABLE INITIALLY DEFERRED;

-- Who came is approved with the minutes: nor do the parties change, or the items they missed.
CREATE TRIGGER attendance_stays_as_approved BEFORE INSERT OR UPDATE OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved();
CREATE FUNCTION refuse_change_of_approved_attendance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  -- The fact of an attendance has its id.
  thing uuid := COALESCE(to_jsonb(OLD), to_jsonb(NEW)) ->> CASE TG_TABLE_NAME WHEN 'party' THEN 'fact_id' ELSE 'attendance_id' END;
BEGIN
  IF EXISTS (SELECT FROM attendance JOIN minutes ON minutes.id = minutes_id WHERE attendance.id = thing AND state IN ('approved', 'published')) THEN
    RAISE EXCEPTION 'approved minutes never change' USING ERRCODE = '23514';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER attendance_stays_as_approved BEFORE INSERT OR UPDATE OR DELETE ON missed_item FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved_attendance();
CREATE TRIGGER attendance_stays_as_approved BEFORE INSERT OR UPDATE OR DELETE ON party FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved_attendance();
CREATE TRIGGER minutes_are_written AFTER INSERT OR UPDATE OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION note_written();

-- ==== Who reads and writes what ====
ALTER TABLE attendance ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_minutes ON attendance FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM minutes WHERE minutes.id = minutes_id));
CREATE POLICY keepers_insert ON attendance FOR INSERT TO samrad_signed_in WITH CHECK (viewer_mends_minutes(minutes_id));
CREATE POLICY keepers_update ON attendance FOR UPDATE TO samrad_signed_in USING (viewer_mends_minutes(minutes_id));
CREATE POLICY keepers_delete ON attendance FOR DELETE TO samrad_signed_in USING (viewer_mends_minutes(minutes_id));
ALTER TABLE missed_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_item ON missed_item FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM attendance WHERE attendance.id = attendance_id) AND EXISTS (SELECT FROM agenda_item WHERE agenda_item.id = agenda_item_id));
CREATE FUNCTION viewer_mends_attendance(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM attendance WHERE id = thing AND viewer_mends_minutes(minutes_id));
CREATE POLICY keepers_insert ON missed_item FOR INSERT TO samrad_signed_in WITH CHECK (viewer_mends_attendance(attendance_id));
CREATE POLICY keepers_update ON missed_item FOR UPDATE TO samrad_signed_in USING (viewer_mends_attendance(attendance_id));
CREATE POLICY keepers_delete ON missed_item FOR DELETE TO samrad_signed_in USING (viewer_mends_attendance(attendance_id));
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON missed_item FOR EACH ROW EXECUTE FUNCTION note_change();
GRANT SELECT ON attendance, missed_item TO samrad_public, samrad_neighbour, samrad_signed_in;
GRANT INSERT, UPDATE, DELETE ON attendance, missed_item TO samrad_signed_in;
