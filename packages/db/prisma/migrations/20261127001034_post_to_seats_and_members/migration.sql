-- post to seats and members

-- CreateEnum
CREATE TYPE "invitation_answer" AS ENUM ('coming', 'substitute', 'not_coming');

-- CreateEnum
CREATE TYPE "letter_kind" AS ENUM ('invitation', 'reminder', 'moved', 'cancelled', 'restored', 'withdrawn', 'digest');

-- CreateEnum
CREATE TYPE "letter_to" AS ENUM ('holder', 'seat', 'substitute', 'guest', 'keeper', 'self');

-- CreateEnum
CREATE TYPE "digest_rhythm" AS ENUM ('daily', 'weekly', 'never');

-- CreateTable
CREATE TABLE "seat_address" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "is_substitute" BOOLEAN NOT NULL DEFAULT false,
    "refused_at" TIMESTAMPTZ,

    CONSTRAINT "seat_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitee" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "seat_id" UUID,
    "agenda_item_id" UUID,
    "guest" TEXT,
    "email" TEXT,
    "invited_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ,
    "answer" "invitation_answer",
    "note" TEXT,
    "answered_at" TIMESTAMPTZ,

    CONSTRAINT "invitee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "kind" "letter_kind" NOT NULL,
    "to" "letter_to" NOT NULL,
    "email" TEXT NOT NULL,
    "invitee_id" UUID,
    "account_id" UUID,
    "message" TEXT,
    "notice_id" UUID,
    "token_hash" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ,
    "failed_at" TIMESTAMPTZ,
    "failure" TEXT,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_wish" (
    "account_id" UUID NOT NULL,
    "email" TEXT,
    "rhythm" "digest_rhythm" NOT NULL DEFAULT 'daily',
    "quiet_from" INTEGER NOT NULL DEFAULT 20,
    "quiet_until" INTEGER NOT NULL DEFAULT 7,
    "language" TEXT NOT NULL DEFAULT 'nb',
    "looked_on" DATE,

    CONSTRAINT "post_wish_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "told" (
    "account_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "told_pkey" PRIMARY KEY ("account_id","about")
);

-- CreateIndex
CREATE UNIQUE INDEX "seat_address_seat_id_is_substitute_email_key" ON "seat_address"("seat_id", "is_substitute", "email");

-- CreateIndex
CREATE INDEX "invitee_seat_id_idx" ON "invitee"("seat_id");

-- CreateIndex
CREATE INDEX "invitee_agenda_item_id_idx" ON "invitee"("agenda_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitee_meeting_id_seat_id_key" ON "invitee"("meeting_id", "seat_id");

-- CreateIndex
CREATE UNIQUE INDEX "letter_token_hash_key" ON "letter"("token_hash");

-- CreateIndex
CREATE INDEX "letter_invitee_id_idx" ON "letter"("invitee_id");

-- CreateIndex
CREATE INDEX "letter_account_id_idx" ON "letter"("account_id");

-- CreateIndex
CREATE INDEX "letter_notice_id_idx" ON "letter"("notice_id");

-- CreateIndex
CREATE INDEX "letter_due_at_idx" ON "letter"("due_at");

-- AddForeignKey
ALTER TABLE "seat_address" ADD CONSTRAINT "seat_address_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitee" ADD CONSTRAINT "invitee_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitee" ADD CONSTRAINT "invitee_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitee" ADD CONSTRAINT "invitee_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_invitee_id_fkey" FOREIGN KEY ("invitee_id") REFERENCES "invitee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "meeting_notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_wish" ADD CONSTRAINT "post_wish_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told" ADD CONSTRAINT "told_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ==== What Prisma cannot say ====

CALL let_references_wait();
ALTER TABLE seat_address ADD CONSTRAINT address_is_one CHECK (email ~ '^[^@\s<>"]+@[^@\s<>"]+\.[^@\s<>"]+$' AND email = lower(email));
ALTER TABLE invitee ADD CONSTRAINT invitee_is_a_seat_or_a_guest CHECK ((seat_id IS NULL) = (guest IS NOT NULL) AND (seat_id IS NULL OR agenda_item_id IS NULL));
ALTER TABLE invitee ADD CONSTRAINT answer_has_a_time CHECK ((answer IS NULL) = (answered_at IS NULL));
ALTER TABLE letter ADD CONSTRAINT letter_is_about_one CHECK (num_nonnulls(invitee_id, account_id) >= 1 AND (kind = 'digest') = (invitee_id IS NULL));
ALTER TABLE post_wish ADD CONSTRAINT address_is_one CHECK (email ~ '^[^@\s<>"]+@[^@\s<>"]+\.[^@\s<>"]+$' AND email = lower(email));
ALTER TABLE post_wish ADD CONSTRAINT hours_are_hours CHECK (quiet_from BETWEEN 0 AND 23 AND quiet_until BETWEEN 0 AND 23);

-- ==== Who is written to ====

-- Where somebody wants their post, else where their provider of identity says; null when neither is known.
CREATE FUNCTION address_of(reader uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN COALESCE((SELECT email FROM post_wish WHERE account_id = reader), (SELECT lower(email) FROM account WHERE id = reader));

-- Those who have the seat and its own addresses; when there are none who stands in, and when there are none either who keeps the body.
CREATE FUNCTION reach_of_seat(seat uuid) RETURNS TABLE ("to" letter_to, email text, account_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH found AS (
    SELECT 1 AS rank, 'holder'::letter_to AS "to", address_of(role.account_id) AS email, role.account_id
      FROM role_grant AS role WHERE seat_id = seat AND ended_at IS NULL AND address_of(role.account_id) IS NOT NULL
    UNION ALL SELECT CASE WHEN is_substitute THEN 2 ELSE 1 END, CASE WHEN is_substitute THEN 'substitute' ELSE 'seat' END::letter_to, email, NULL
      FROM seat_address WHERE seat_id = seat AND refused_at IS NULL
    UNION ALL SELECT 3, 'keeper', address_of(role.account_id), role.account_id
      FROM seat AS thing JOIN body ON body.id = body_id JOIN role_grant AS role ON role.municipality_id = home_municipality_id AND role.kind = 'coordinator' AND ended_at IS NULL
     WHERE thing.id = seat AND address_of(role.account_id) IS NOT NULL
  )
  SELECT DISTINCT ON (found.email) found."to", found.email, found.account_id FROM found WHERE rank = (SELECT min(rank) FROM found) ORDER BY found.email, found.account_id
$$;

-- How a seat is reached, for who keeps it: the addresses of accounts stay theirs.
CREATE FUNCTION reach_of_seats(seats uuid[]) RETURNS TABLE (seat_id uuid, "to" letter_to, count int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT seat, reach."to", count(*)::int FROM unnest(seats) AS seat CROSS JOIN LATERAL reach_of_seat(seat) AS reach WHERE viewer_mends_seat(seat) GROUP BY seat, reach."to"
$$;

-- Puts letters to somebody who is invited among those to be sent; how many.
CREATE FUNCTION write_to(thing uuid, kind letter_kind, message text, due timestamptz, notice uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  written int;
BEGIN
  INSERT INTO letter (id, kind, "to", email, invitee_id, account_id, message, notice_id, due_at)
    SELECT gen_random_uuid(), write_to.kind, reach."to", reach.email, invitee.id, reach.account_id, write_to.message, notice, due
      FROM invitee CROSS JOIN LATERAL (
             SELECT * FROM reach_of_seat(invitee.seat_id) WHERE invitee.seat_id IS NOT NULL
             UNION ALL SELECT 'guest', lower(invitee.email), NULL WHERE invitee.email IS NOT NULL
             -- Who was asked to stand in hears what becomes of it.
             UNION SELECT 'substitute', before.email, NULL FROM letter AS before WHERE before.invitee_id = invitee.id AND before."to" = 'substitute' AND write_to.kind NOT IN ('invitation', 'reminder')
           ) AS reach
     WHERE invitee.id = thing;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
CREATE FUNCTION write_to_invitees(things uuid[], kind letter_kind, message text) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT COALESCE(sum(write_to(invitee.id, kind, message, now(), NULL)), 0)::int FROM invitee WHERE id = ANY (things) AND viewer_mends_meeting(meeting_id)
$$;

-- Who is invited is told what becomes of a meeting; a little later, so that what is undone at once is told to nobody.
CREATE FUNCTION tell_invitees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  meeting meeting;
  notice meeting_notice := COALESCE(NEW, OLD);
  kind letter_kind := CASE WHEN TG_OP = 'INSERT' OR OLD.kind = 'moved' THEN notice.kind::text WHEN OLD.kind = 'cancelled' THEN 'restored' ELSE 'cancelled' END;
BEGIN
  SELECT * INTO meeting FROM meeting AS thing WHERE thing.id = notice.meeting_id;
  IF meeting.held_on < today_in_oslo()
     -- What nobody heard of needs not be called back.
     OR (TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM letter WHERE notice_id = OLD.id AND sent_at IS NOT NULL)) THEN
    RETURN notice;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.kind = 'moved' AND (NEW.from_on, NEW.from_starts_at) IS DISTINCT FROM (meeting.held_on, meeting.starts_at) THEN
    UPDATE invitee SET answer = NULL, note = NULL, answered_at = NULL WHERE meeting_id = meeting.id;
  END IF;
  PERFORM write_to(invitee.id, kind, NULL, now() + interval '2 minutes', CASE WHEN TG_OP = 'INSERT' THEN NEW.id END)
     FROM invitee WHERE meeting_id = meeting.id AND withdrawn_at IS NULL;
  RETURN notice;
END $$;
CREATE TRIGGER invitees_are_told AFTER INSERT ON meeting_notice FOR EACH ROW EXECUTE FUNCTION tell_invitees();
CREATE TRIGGER invitees_are_told_again BEFORE DELETE ON meeting_notice FOR EACH ROW EXECUTE FUNCTION tell_invitees();

-- Who cannot come has somebody who stands in: they are asked, once for each day of the meeting.
CREATE FUNCTION ask_substitutes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO letter (id, kind, "to", email, invitee_id)
    SELECT gen_random_uuid(), 'invitation', 'substitute', email, NEW.id FROM seat_address AS address
     WHERE address.seat_id = NEW.seat_id AND is_substitute AND refused_at IS NULL
       AND NOT EXISTS (SELECT FROM letter WHERE invitee_id = NEW.id AND "to" = 'substitute' AND letter.email = address.email);
  RETURN NEW;
END $$;
CREATE TRIGGER substitutes_are_asked AFTER UPDATE OF answer ON invitee FOR EACH ROW
  WHEN (NEW.answer IN ('substitute', 'not_coming') AND NEW.answer IS DISTINCT FROM OLD.answer AND NEW.seat_id IS NOT NULL) EXECUTE FUNCTION ask_substitutes();

-- Who sits in a seat answers for it, and changes nothing else.
CREATE FUNCTION refuse_rewriting_invitee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('role', true) = 'samrad_signed_in' AND NOT viewer_mends_meeting(OLD.meeting_id)
     AND (NEW.meeting_id, NEW.seat_id, NEW.agenda_item_id, NEW.guest, NEW.email, NEW.invited_at, NEW.withdrawn_at)
         IS DISTINCT FROM (OLD.meeting_id, OLD.seat_id, OLD.agenda_item_id, OLD.guest, OLD.email, OLD.invited_at, OLD.withdrawn_at) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuses_rewriting BEFORE UPDATE ON invitee FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_invitee();

-- ==== What the link of a letter opens ====

CREATE FUNCTION invitation_of(hash text)
  RETURNS TABLE (invitee_id uuid, "to" letter_to, meeting_id uuid, meeting_slug text, held_on date, starts_at text, ends_at text, place text, status meeting_status,
                 body_name text, body_slug text, municipality_name text, municipality_slug text, seat text, guest text, item int, answer invitation_answer, note text, is_over boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT invitee.id, letter."to", meeting.id, meeting.slug, held_on, starts_at, ends_at, place, status,
         (SELECT name FROM body_version AS version WHERE version.body_id = body.id ORDER BY valid_at(valid_from, valid_to, today_in_oslo()) DESC, valid_from DESC NULLS LAST LIMIT 1),
         body.slug,
         (SELECT name FROM municipality_version AS version WHERE version.municipality_id = municipality.id ORDER BY valid_at(valid_from, valid_to, today_in_oslo()) DESC, valid_from DESC NULLS LAST LIMIT 1),
         municipality.slug, seat.role_title, invitee.guest, agenda_item.number, answer, note, withdrawn_at IS NOT NULL OR held_on < today_in_oslo()
    FROM letter JOIN invitee ON invitee.id = letter.invitee_id JOIN meeting ON meeting.id = invitee.meeting_id JOIN body ON body.id = meeting.body_id
    JOIN municipality ON municipality.id = body.home_municipality_id LEFT JOIN seat ON seat.id = seat_id LEFT JOIN agenda_item ON agenda_item.id = agenda_item_id
   WHERE letter.token_hash = hash
$$;
-- Whether the answer was taken.
CREATE FUNCTION answer_by_letter(hash text, said invitation_answer, because text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked record;
BEGIN
  SELECT * INTO asked FROM invitation_of(hash);
  IF asked IS NULL OR asked.is_over OR asked.status = 'cancelled' THEN
    RETURN false;
  END IF;
  -- That who stands in comes is not that the seat does; one who cannot either leaves it as it was.
  IF asked."to" = 'substitute' AND said <> 'coming' THEN
    said := 'not_coming';
  ELSIF asked."to" = 'substitute' THEN
    said := 'substitute';
  END IF;
  UPDATE invitee SET answer = said, note = because, answered_at = now() WHERE id = asked.invitee_id;
  RETURN true;
END $$;
-- Ends what a letter is one of: the news of whose it is, or the invitations that go to its address for that seat. Whether there was such a letter.
CREATE FUNCTION end_letters(hash text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  one letter;
BEGIN
  SELECT * INTO one FROM letter WHERE token_hash = hash;
  IF one.kind = 'digest' THEN
    INSERT INTO post_wish (account_id, rhythm) VALUES (one.account_id, 'never') ON CONFLICT (account_id) DO UPDATE SET rhythm = 'never';
  ELSIF one."to" IN ('seat', 'substitute') THEN
    UPDATE seat_address SET refused_at = now() WHERE email = one.email AND refused_at IS NULL
       AND seat_id = (SELECT seat_id FROM invitee WHERE id = one.invitee_id) AND is_substitute = (one."to" = 'substitute');
  END IF;
  RETURN one.kind = 'digest' OR one."to" IN ('seat', 'substitute');
END $$;

-- Who carries letters hears of new ones when they are there.
CREATE FUNCTION wake_courier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('samrad_letters', '');
  RETURN NULL;
END $$;
CREATE TRIGGER courier_is_woken AFTER INSERT ON letter FOR EACH STATEMENT EXECUTE FUNCTION wake_courier();

-- ==== The courier: reads and settles letters, and nothing else ====

CREATE FUNCTION letters_due(at timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM letter WHERE due_at <= at AND sent_at IS NULL AND failed_at IS NULL AND kind <> 'digest' ORDER BY due_at, id LIMIT 500
$$;
-- What a letter is made of, and the hash of its link put in; null when it is not to be sent (any more).
CREATE FUNCTION open_letter(thing uuid, hash text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  one letter;
  asked record;
BEGIN
  SELECT * INTO one FROM letter WHERE id = thing AND sent_at IS NULL AND failed_at IS NULL FOR UPDATE;
  IF one IS NULL THEN
    RETURN NULL;
  END IF;
  UPDATE letter SET token_hash = hash WHERE id = thing;
  SELECT * INTO asked FROM invitation_of(hash);
  -- Nobody is invited to what is over, cancelled, or meant for others by now.
  IF (one.kind IN ('invitation', 'reminder', 'moved', 'restored') AND (asked.is_over OR asked.status = 'cancelled')) OR (one.kind = 'cancelled' AND asked.status <> 'cancelled') THEN
    DELETE FROM letter WHERE id = thing;
    RETURN NULL;
  END IF;
  RETURN to_jsonb(asked) || jsonb_build_object(
    'kind', one.kind, 'email', one.email, 'message', one.message, 'is_account', one.account_id IS NOT NULL,
    'language', COALESCE((SELECT language FROM post_wish WHERE account_id = one.account_id), 'nb'),
    'quiet', (SELECT jsonb_build_object('from', quiet_from, 'until', quiet_until) FROM post_wish WHERE account_id = one.account_id),
    'sequence', (SELECT sequence FROM meeting WHERE id = asked.meeting_id),
    'visibility', (SELECT visibility FROM meeting WHERE id = asked.meeting_id),
    'revised_at', (SELECT revised_at FROM meeting WHERE id = asked.meeting_id),
    'notice', (SELECT to_jsonb(notice) FROM meeting_notice AS notice WHERE notice.id = one.notice_id),
    'keepers', (SELECT COALESCE(jsonb_agg(DISTINCT address_of(role.account_id)), '[]') FROM body JOIN role_grant AS role ON role.municipality_id = home_municipality_id
                  JOIN meeting ON meeting.body_id = body.id
                 WHERE meeting.id = asked.meeting_id AND role.kind = 'coordinator' AND ended_at IS NULL AND address_of(role.account_id) IS NOT NULL));
END $$;
-- That a letter was sent, or was given up and why.
CREATE FUNCTION settle_letter(thing uuid, why text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE letter SET sent_at = CASE WHEN why IS NULL THEN now() END, failed_at = CASE WHEN why IS NOT NULL THEN now() END, failure = left(why, 500) WHERE id = thing
$$;

-- Whose news are not looked through yet on a day.
CREATE FUNCTION readers_of_news(day date) RETURNS TABLE (account_id uuid, email text, rhythm digest_rhythm, quiet_from int, quiet_until int, language text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT account.id, address_of(account.id), COALESCE(rhythm, 'daily'), COALESCE(quiet_from, 20), COALESCE(quiet_until, 7), COALESCE(language, 'nb')
    FROM account LEFT JOIN post_wish ON post_wish.account_id = account.id
   WHERE address_of(account.id) IS NOT NULL AND rhythm IS DISTINCT FROM 'never' AND (looked_on IS NULL OR looked_on < day)
     AND EXISTS (SELECT FROM role_grant AS role WHERE role.account_id = account.id AND ended_at IS NULL)
$$;
-- Notes that somebody’s news were looked through; with a letter, that they were told.
CREATE FUNCTION settle_news(reader uuid, day date, thing uuid, hash text, abouts text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO post_wish (account_id, looked_on) VALUES (reader, day) ON CONFLICT (account_id) DO UPDATE SET looked_on = day;
  IF thing IS NOT NULL THEN
    INSERT INTO letter (id, kind, "to", email, account_id, token_hash, sent_at) SELECT thing, 'digest', 'self', address_of(reader), reader, hash, now();
    INSERT INTO told (account_id, about) SELECT reader, about FROM unnest(abouts) AS about ON CONFLICT DO NOTHING;
  END IF;
END $$;
-- Nothing about persons is kept longer than it is of use.
CREATE FUNCTION forget_old_post() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM letter WHERE created_at < now() - interval '1 year';
  UPDATE invitee SET email = NULL, note = NULL FROM meeting WHERE meeting.id = meeting_id AND held_on < today_in_oslo() - 90 AND (email IS NOT NULL OR note IS NOT NULL);
  DELETE FROM told WHERE told_at < now() - interval '2 years';
$$;

-- ==== Who reads and writes what ====

ALTER TABLE seat_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY keepers_read ON seat_address FOR SELECT TO samrad_signed_in USING (viewer_mends_seat(seat_id));
CREATE POLICY keepers_insert ON seat_address FOR INSERT TO samrad_signed_in WITH CHECK (viewer_mends_seat(seat_id) AND COALESCE(current_setting('samrad.act', true), '') <> '');
CREATE POLICY keepers_delete ON seat_address FOR DELETE TO samrad_signed_in USING (viewer_mends_seat(seat_id) AND COALESCE(current_setting('samrad.act', true), '') <> '');
GRANT SELECT, INSERT, DELETE ON seat_address TO samrad_signed_in;

ALTER TABLE invitee ENABLE ROW LEVEL SECURITY;
CREATE POLICY viewer_reads ON invitee FOR SELECT TO samrad_signed_in USING (seat_id = ANY (viewer_ids('seats')) OR viewer_mends_meeting(meeting_id));
CREATE POLICY keepers_insert ON invitee FOR INSERT TO samrad_signed_in WITH CHECK (viewer_mends_meeting(meeting_id) AND COALESCE(current_setting('samrad.act', true), '') <> '');
CREATE POLICY viewer_updates ON invitee FOR UPDATE TO samrad_signed_in USING (seat_id = ANY (viewer_ids('seats')) OR viewer_mends_meeting(meeting_id));
GRANT SELECT, INSERT, UPDATE ON invitee TO samrad_signed_in;

ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY keepers_read ON letter FOR SELECT TO samrad_signed_in USING (EXISTS (SELECT FROM invitee WHERE invitee.id = invitee_id AND viewer_mends_meeting(meeting_id)));
GRANT SELECT ON letter TO samrad_signed_in;

ALTER TABLE post_wish ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_reads ON post_wish FOR SELECT TO samrad_signed_in USING (account_id = viewer_account());
CREATE POLICY own_inserts ON post_wish FOR INSERT TO samrad_signed_in WITH CHECK (account_id = viewer_account());
CREATE POLICY own_updates ON post_wish FOR UPDATE TO samrad_signed_in USING (account_id = viewer_account());
GRANT SELECT, INSERT, UPDATE ON post_wish TO samrad_signed_in;
ALTER TABLE told ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_reads ON told FOR SELECT TO samrad_signed_in USING (account_id = viewer_account());
GRANT SELECT ON told TO samrad_signed_in;

REVOKE ALL ON FUNCTION address_of, reach_of_seat, reach_of_seats, write_to, write_to_invitees, invitation_of, answer_by_letter, end_letters,
  letters_due, open_letter, settle_letter, readers_of_news, settle_news, forget_old_post FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_of_seats, write_to_invitees, invitation_of, answer_by_letter, end_letters TO samrad_signed_in;
GRANT USAGE ON SCHEMA public TO samrad_courier;
GRANT EXECUTE ON FUNCTION letters_due, open_letter, settle_letter, readers_of_news, settle_news, forget_old_post TO samrad_courier;
