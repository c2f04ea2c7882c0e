-- the working year

-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "annual_task_id" UUID,
ADD COLUMN     "follows_up" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "minutes_of_id" UUID;

-- CreateTable
CREATE TABLE "annual_task" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT,
    "from_month" INTEGER NOT NULL,
    "to_month" INTEGER NOT NULL,
    "due_day" INTEGER,
    "every_years" INTEGER NOT NULL DEFAULT 1,
    "counted_from" INTEGER,
    "body_id" UUID,
    "kept_from" DATE NOT NULL,
    "removed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "annual_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annual_task_done" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "done_on" DATE NOT NULL,
    "note" TEXT,

    CONSTRAINT "annual_task_done_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_break" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,

    CONSTRAINT "school_break_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "annual_task_municipality_id_idx" ON "annual_task"("municipality_id");

-- CreateIndex
CREATE INDEX "annual_task_body_id_idx" ON "annual_task"("body_id");

-- CreateIndex
CREATE UNIQUE INDEX "annual_task_done_task_id_year_key" ON "annual_task_done"("task_id", "year");

-- CreateIndex
CREATE INDEX "school_break_municipality_id_from_on_idx" ON "school_break"("municipality_id", "from_on");

-- CreateIndex
CREATE INDEX "agenda_item_annual_task_id_idx" ON "agenda_item"("annual_task_id");

-- CreateIndex
CREATE INDEX "agenda_item_minutes_of_id_idx" ON "agenda_item"("minutes_of_id");

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_annual_task_id_fkey" FOREIGN KEY ("annual_task_id") REFERENCES "annual_task"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_minutes_of_id_fkey" FOREIGN KEY ("minutes_of_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_task" ADD CONSTRAINT "annual_task_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_task" ADD CONSTRAINT "annual_task_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_task_done" ADD CONSTRAINT "annual_task_done_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "annual_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_break" ADD CONSTRAINT "school_break_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ==== What Prisma cannot say ====

CALL let_references_wait();
ALTER TABLE annual_task ADD CONSTRAINT annual_task_months CHECK (from_month BETWEEN 1 AND 12 AND to_month BETWEEN 1 AND 12);
ALTER TABLE annual_task ADD CONSTRAINT annual_task_due_day CHECK (due_day BETWEEN 1 AND 31);
ALTER TABLE annual_task ADD CONSTRAINT annual_task_is_counted CHECK (every_years BETWEEN 1 AND 10 AND (every_years = 1 OR counted_from IS NOT NULL));
ALTER TABLE annual_task_done ADD CONSTRAINT annual_task_done_year CHECK (year BETWEEN 1990 AND 2100);
CREATE TRIGGER counts_version BEFORE UPDATE ON annual_task FOR EACH ROW EXECUTE FUNCTION count_version();
ALTER TABLE school_break ADD CONSTRAINT school_break_days CHECK (from_on <= until_on);

-- ==== Who reads and writes what ====
-- What the coordinator has to do is for those who read the municipality from within.
ALTER TABLE annual_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY viewer_reads ON annual_task FOR SELECT TO samrad_signed_in USING (municipality_id = ANY (viewer_ids('reads')));
CREATE POLICY keepers_insert ON annual_task FOR INSERT TO samrad_signed_in WITH CHECK (municipality_id = ANY (viewer_ids('writes')));
CREATE POLICY keepers_update ON annual_task FOR UPDATE TO samrad_signed_in USING (municipality_id = ANY (viewer_ids('writes')));
CREATE POLICY keepers_delete ON annual_task FOR DELETE TO samrad_signed_in USING (municipality_id = ANY (viewer_ids('writes')));
CREATE FUNCTION viewer_keeps_task(thing uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM annual_task WHERE id = thing AND municipality_id = ANY (viewer_ids('writes')));
ALTER TABLE annual_task_done ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_task ON annual_task_done FOR SELECT TO samrad_signed_in USING (EXISTS (SELECT FROM annual_task WHERE annual_task.id = task_id));
CREATE POLICY keepers_insert ON annual_task_done FOR INSERT TO samrad_signed_in WITH CHECK (viewer_keeps_task(task_id));
CREATE POLICY keepers_update ON annual_task_done FOR UPDATE TO samrad_signed_in USING (viewer_keeps_task(task_id));
CREATE POLICY keepers_delete ON annual_task_done FOR DELETE TO samrad_signed_in USING (viewer_keeps_task(task_id));
-- When schools are closed is known to everybody.
ALTER TABLE school_break ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON school_break FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in USING (true);
CREATE POLICY keepers_insert ON school_break FOR INSERT TO samrad_signed_in WITH CHECK (municipality_id = ANY (viewer_ids('writes')));
CREATE POLICY keepers_update ON school_break FOR UPDATE TO samrad_signed_in USING (municipality_id = ANY (viewer_ids('writes')));
CREATE POLICY keepers_delete ON school_break FOR DELETE TO samrad_signed_in USING (municipality_id = ANY (viewer_ids('writes')));
-- The other roles see no task: no policy of theirs is there.
GRANT SELECT ON annual_task, annual_task_done, school_break TO samrad_public, samrad_neighbour, samrad_signed_in;
GRANT INSERT, UPDATE, DELETE ON annual_task, annual_task_done, school_break TO samrad_signed_in;
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON annual_task FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON annual_task_done FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON school_break FOR EACH ROW EXECUTE FUNCTION note_change();

-- In which order rows come into being, so that the policies of each find whose it is; they go the other way.
CREATE OR REPLACE FUNCTION rank_of(change act_change) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN change.table_name IN ('area', 'organisation', 'scheme', 'coordinator_post', 'body', 'arena', 'source_document', 'meeting_round', 'issue', 'annual_task', 'school_break') THEN 0
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
  UNION ALL SELECT id, label, NULL, NULL FROM meeting_round
  UNION ALL SELECT id, title, NULL, NULL FROM annual_task
  UNION ALL SELECT id, name, from_on, NULL FROM school_break
  UNION ALL SELECT role.id, account.name, NULL, NULL FROM role_grant AS role JOIN account ON account.id = role.account_id
  UNION ALL SELECT id, note, NULL, NULL FROM invitation WHERE note IS NOT NULL
  UNION ALL SELECT agreement.id, reader.name, reader.valid_from, NULL FROM sharing_agreement AS agreement JOIN municipality_version AS reader ON reader.municipality_id = agreement.reader_id
  UNION ALL SELECT id, name, NULL, NULL FROM api_key;
