-- calendars of ones own

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_account_id_key" ON "calendar_feed"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ==== What Prisma cannot say ====

CALL let_references_wait();
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_reads ON calendar_feed FOR SELECT TO samrad_signed_in USING (account_id = viewer_account());
CREATE POLICY own_inserts ON calendar_feed FOR INSERT TO samrad_signed_in WITH CHECK (account_id = viewer_account());
CREATE POLICY own_deletes ON calendar_feed FOR DELETE TO samrad_signed_in USING (account_id = viewer_account());
GRANT SELECT, INSERT, DELETE ON calendar_feed TO samrad_signed_in;

-- Who has the address is told when and where the meetings are, and nothing else: not what they are about, and nothing with it
-- that a session may. It goes with the roles.
CREATE FUNCTION meetings_of_feed(hash text)
  RETURNS TABLE (id uuid, slug text, held_on date, starts_at text, ends_at text, status meeting_status, place text, round text, sequence int, revised_at timestamptz,
                 body_slug text, body_name text, municipality_slug text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH role AS (
    SELECT role.kind, role.municipality_id, body.id AS body_id
      FROM calendar_feed AS feed JOIN role_grant AS role ON role.account_id = feed.account_id AND role.ended_at IS NULL
      LEFT JOIN seat ON seat.id = role.seat_id LEFT JOIN body ON body.id = seat.body_id
     WHERE feed.token_hash = hash
       AND (role.seat_id IS NULL
         OR (valid_at(seat.valid_from, seat.valid_to, today_in_oslo()) AND valid_at(body.valid_from, body.valid_to, today_in_oslo())))
  ), own AS (
    SELECT body_id FROM role WHERE kind = 'member'
    UNION SELECT line.body_id FROM role JOIN body_participation AS line ON line.municipality_id = role.municipality_id
     WHERE role.kind IN ('leader', 'coordinator') AND valid_at(line.valid_from, line.valid_to, today_in_oslo())
  )
  SELECT meeting.id, meeting.slug, held_on, starts_at, ends_at, status, place, label, sequence, revised_at, body.slug,
         (SELECT name FROM body_version AS version WHERE version.body_id = body.id ORDER BY valid_at(valid_from, valid_to, today_in_oslo()) DESC, valid_from DESC NULLS LAST LIMIT 1),
         municipality.slug
    FROM own JOIN meeting ON meeting.body_id = own.body_id JOIN body ON body.id = meeting.body_id JOIN municipality ON municipality.id = body.home_municipality_id
    LEFT JOIN meeting_round AS round ON round.id = round_id
   WHERE held_on > today_in_oslo() - 400
   ORDER BY held_on, starts_at, meeting.id LIMIT 2000
$$;
CREATE FUNCTION is_calendar_feed(hash text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM calendar_feed WHERE token_hash = hash);
REVOKE ALL ON FUNCTION meetings_of_feed, is_calendar_feed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION meetings_of_feed, is_calendar_feed TO samrad_signed_in;
