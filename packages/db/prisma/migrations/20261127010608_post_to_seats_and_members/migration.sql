-- post to seats and members

-- CreateEnum
CREATE TYPE "invitation_answer" AS ENUM ('coming', 'substitute', 'not_coming');

-- CreateEnum
CREATE TYPE "stand_in" AS ENUM ('asked', 'coming', 'not_coming');

-- CreateEnum
CREATE TYPE "letter_kind" AS ENUM ('invitation', 'reminder', 'moved', 'cancelled', 'restored', 'withdrawn', 'confirmed', 'address', 'digest');

-- CreateEnum
CREATE TYPE "letter_to" AS ENUM ('holder', 'seat', 'substitute', 'guest', 'self');

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
    "answered_by" UUID,
    "stand_in" "stand_in",
    "stand_in_by" UUID,
    "stand_in_note" TEXT,

    CONSTRAINT "invitee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "kind" "letter_kind" NOT NULL,
    "to" "letter_to" NOT NULL,
    "email" TEXT,
    "invitee_id" UUID,
    "account_id" UUID,
    "message" TEXT,
    "notice_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ,
    "failed_at" TIMESTAMPTZ,
    "failure" TEXT,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_link" (
    "token_hash" TEXT NOT NULL,
    "letter_id" UUID NOT NULL,

    CONSTRAINT "letter_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "post_wish" (
    "account_id" UUID NOT NULL,
    "email" TEXT,
    "confirmed_at" TIMESTAMPTZ,
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
CREATE INDEX "letter_invitee_id_idx" ON "letter"("invitee_id");

-- CreateIndex
CREATE INDEX "letter_account_id_idx" ON "letter"("account_id");

-- CreateIndex
CREATE INDEX "letter_notice_id_idx" ON "letter"("notice_id");

-- CreateIndex
CREATE INDEX "letter_due_at_idx" ON "letter"("due_at");

-- CreateIndex
CREATE INDEX "letter_link_letter_id_idx" ON "letter_link"("letter_id");

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
ALTER TABLE "letter_link" ADD CONSTRAINT "letter_link_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_wish" ADD CONSTRAINT "post_wish_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told" ADD CONSTRAINT "told_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ==== What Prisma cannot say ====

CALL let_references_wait();
ALTER TABLE seat_address ADD CONSTRAINT address_is_one CHECK (email ~ '^[^@\s<>"]+@[^@\s<>"]+\.[^@\s<>"]+$' AND email = lower(email));
ALTER TABLE invitee ADD CONSTRAINT invitee_is_a_seat_or_a_guest CHECK ((seat_id IS NULL) = (guest IS NOT NULL) AND (seat_id IS NULL OR agenda_item_id IS NULL));
ALTER TABLE invitee ADD CONSTRAINT answer_has_a_time CHECK ((answer IS NULL) = (answered_at IS NULL));
ALTER TABLE letter ADD CONSTRAINT letter_is_about_one CHECK (num_nonnulls(invitee_id, account_id) >= 1 AND (kind IN ('digest', 'address')) = (invitee_id IS NULL));
ALTER TABLE post_wish ADD CONSTRAINT address_is_one CHECK (email ~ '^[^@\s<>"]+@[^@\s<>"]+\.[^@\s<>"]+$' AND email = lower(email));
ALTER TABLE post_wish ADD CONSTRAINT hours_are_hours CHECK (quiet_from BETWEEN 0 AND 23 AND quiet_until BETWEEN 0 AND 23);

-- ==== Who is written to ====

-- Where somebody wants their post, else where their provider of identity says; null when neither is known.
CREATE FUNCTION address_of(reader uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN COALESCE((SELECT email FROM post_wish WHERE account_id = reader AND confirmed_at IS NOT NULL), (SELECT lower(email) FROM account WHERE id = reader));

-- Whoever reads an address that somebody has typed is asked first whether it is theirs.
CREATE FUNCTION ask_whose_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.confirmed_at := NULL;
  IF NEW.email IS NOT NULL THEN
    INSERT INTO letter (id, kind, "to", email, account_id) VALUES (gen_random_uuid(), 'address', 'self', NEW.email, NEW.account_id);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER address_is_asked_first BEFORE INSERT ON post_wish FOR EACH ROW WHEN (NEW.email IS NOT NULL) EXECUTE FUNCTION ask_whose_address();
CREATE TRIGGER address_is_asked BEFORE UPDATE OF email ON post_wish FOR EACH ROW WHEN (NEW.email IS DISTINCT FROM OLD.email) EXECUTE FUNCTION ask_whose_address();

-- Those who have the seat and its own addresses; when there are none, who stands in. Where there is nobody, who keeps the body is told in their news.
CREATE FUNCTION reach_of_seat(seat uuid) RETURNS TABLE ("to" letter_to, email text, account_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH found AS (
    SELECT 1 AS rank, 'holder'::letter_to AS "to", address_of(role.account_id) AS email, role.account_id
      FROM role_grant AS role WHERE seat_id = seat AND ended_at IS NULL AND address_of(role.account_id) IS NOT NULL
    UNION ALL SELECT CASE WHEN is_substitute THEN 2 ELSE 1 END, CASE WHEN is_substitute THEN 'substitute' ELSE 'seat' END::letter_to, email, NULL
      FROM seat_address WHERE seat_id = seat AND refused_at IS NULL
  )
  SELECT DISTINCT ON (found.email) found."to", found.email, found.account_id FROM found WHERE rank = (SELECT min(rank) FROM found) ORDER BY found.email, found.account_id
$$;

-- How seats are reached, for who keeps them: the addresses of accounts stay theirs.
CREATE FUNCTION reach_of_seats(seats uuid[]) RETURNS TABLE (seat_id uuid, "to" letter_to, count int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT seat, reach."to", count(*)::int FROM unnest(seats) AS seat CROSS JOIN LATERAL reach_of_seat(seat) AS reach WHERE viewer_mends_seat(seat) GROUP BY seat, reach."to"
$$;

-- Puts letters to somebody who is invited among those to be sent; how many. Of what becomes of a meeting those hear who have heard of it,
-- and who has come to the seat since: what is still to be sent will say it as it is then.
CREATE FUNCTION write_to(thing uuid, kind letter_kind, message text, due timestamptz, notice uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  written int;
  is_news boolean := kind NOT IN ('invitation', 'reminder');
BEGIN
  IF kind IN ('invitation', 'withdrawn') THEN
    DELETE FROM letter WHERE invitee_id = thing AND sent_at IS NULL AND failed_at IS NULL;
  END IF;
  WITH heard AS (
    SELECT DISTINCT ON (letter.email) letter."to", letter.email, letter.account_id, letter.kind FROM letter
     WHERE invitee_id = thing AND sent_at IS NOT NULL AND letter.email IS NOT NULL ORDER BY letter.email, created_at DESC
  ), reached AS (
    SELECT reach.* FROM invitee CROSS JOIN LATERAL reach_of_seat(seat_id) AS reach WHERE invitee.id = thing
    UNION ALL SELECT 'guest', lower(invitee.email), NULL FROM invitee WHERE invitee.id = thing AND invitee.email IS NOT NULL
  ), asked AS (
    SELECT 'substitute'::letter_to AS "to", address.email, NULL::uuid AS account_id FROM invitee JOIN seat_address AS address USING (seat_id)
     WHERE invitee.id = thing AND stand_in = 'asked' AND is_substitute AND refused_at IS NULL
  ), reader AS (
    -- Who has answered for the seat is not reminded of it: those are who are to stand in.
    SELECT * FROM asked WHERE write_to.kind = 'reminder'
    UNION ALL
    SELECT * FROM reached WHERE (NOT is_news AND (write_to.kind <> 'reminder' OR NOT EXISTS (SELECT FROM asked))) OR (is_news AND write_to.kind <> 'withdrawn' AND EXISTS (SELECT FROM heard))
    UNION ALL SELECT heard."to", heard.email, heard.account_id FROM heard
     WHERE is_news AND heard.kind <> 'withdrawn'
       -- Who stands in for nobody by now is released by a letter of their own.
       AND (heard."to" <> 'substitute' OR heard.email IN (SELECT email FROM reached) OR EXISTS (SELECT FROM invitee WHERE invitee.id = thing AND stand_in IS NOT NULL))
  )
  INSERT INTO letter (id, kind, "to", email, invitee_id, account_id, message, notice_id, due_at)
    SELECT DISTINCT ON (reader.email) gen_random_uuid(), write_to.kind, reader."to", reader.email, thing, reader.account_id, write_to.message, notice, due FROM reader;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
CREATE FUNCTION write_to_invitees(things uuid[], kind letter_kind, message text) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT COALESCE(sum(write_to(invitee.id, kind, message, now(), NULL)), 0)::int FROM invitee WHERE id = ANY (things) AND viewer_mends_meeting(meeting_id)
$$;

-- Who was asked to stand in is needed no more.
CREATE FUNCTION release_substitutes(thing uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM letter WHERE invitee_id = thing AND "to" = 'substitute' AND sent_at IS NULL AND failed_at IS NULL;
  INSERT INTO letter (id, kind, "to", email, invitee_id)
    SELECT gen_random_uuid(), 'withdrawn', 'substitute', last.email, thing
      FROM (SELECT DISTINCT ON (email) email, kind FROM letter WHERE invitee_id = thing AND "to" = 'substitute' AND sent_at IS NOT NULL AND email IS NOT NULL ORDER BY email, created_at DESC) AS last
     WHERE last.kind <> 'withdrawn';
END $$;
-- Who cannot come has somebody who stands in: they are asked, and told when they are needed no more.
CREATE FUNCTION ask_substitutes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  one record;
BEGIN
  IF NEW.answer IN ('substitute', 'not_coming') AND OLD.stand_in IS NULL THEN
    DELETE FROM letter WHERE invitee_id = NEW.id AND "to" = 'substitute' AND sent_at IS NULL AND failed_at IS NULL;
    FOR one IN SELECT email FROM seat_address WHERE seat_id = NEW.seat_id AND is_substitute AND refused_at IS NULL LOOP
      NEW.stand_in := 'asked';
      -- Who was asked before and not released is asked still.
      IF COALESCE((SELECT kind FROM letter WHERE invitee_id = NEW.id AND "to" = 'substitute' AND letter.email = one.email AND sent_at IS NOT NULL ORDER BY created_at DESC LIMIT 1), 'withdrawn') = 'withdrawn' THEN
        INSERT INTO letter (id, kind, "to", email, invitee_id) VALUES (gen_random_uuid(), 'invitation', 'substitute', one.email, NEW.id);
      END IF;
    END LOOP;
  ELSIF (NEW.answer IS NULL OR NEW.answer = 'coming') AND OLD.stand_in IS NOT NULL THEN
    PERFORM release_substitutes(NEW.id);
    NEW.stand_in := NULL;
    NEW.stand_in_by := NULL;
    NEW.stand_in_note := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER substitutes_are_asked BEFORE UPDATE OF answer ON invitee FOR EACH ROW
  WHEN (NEW.answer IS DISTINCT FROM OLD.answer AND NEW.stand_in IS NOT DISTINCT FROM OLD.stand_in AND NEW.seat_id IS NOT NULL) EXECUTE FUNCTION ask_substitutes();

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
    UPDATE invitee SET answer = NULL, note = NULL, answered_at = NULL, answered_by = NULL WHERE meeting_id = meeting.id;
  END IF;
  PERFORM write_to(invitee.id, kind, NULL, now() + interval '2 minutes', CASE WHEN TG_OP = 'INSERT' THEN NEW.id END)
     FROM invitee WHERE meeting_id = meeting.id AND withdrawn_at IS NULL;
  RETURN notice;
END $$;
CREATE TRIGGER invitees_are_told AFTER INSERT ON meeting_notice FOR EACH ROW EXECUTE FUNCTION tell_invitees();
CREATE TRIGGER invitees_are_told_again BEFORE DELETE ON meeting_notice FOR EACH ROW EXECUTE FUNCTION tell_invitees();
-- Who is invited is told too where the meeting was entered wrongly.
CREATE FUNCTION tell_invitees_of_correction(thing uuid, is_other_time boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF viewer_mends_meeting(thing) THEN
    UPDATE invitee SET answer = NULL, note = NULL, answered_at = NULL, answered_by = NULL WHERE meeting_id = thing AND is_other_time;
    PERFORM write_to(invitee.id, 'moved', NULL, now() + interval '2 minutes', NULL) FROM invitee WHERE meeting_id = thing AND withdrawn_at IS NULL;
  END IF;
END $$;

-- A meeting that people have in their calendars is cancelled, and does not just go away.
CREATE FUNCTION refuse_forgetting_invitees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('role', true) = 'samrad_signed_in' AND OLD.held_on >= today_in_oslo()
     AND EXISTS (SELECT FROM invitee JOIN letter ON letter.invitee_id = invitee.id WHERE meeting_id = OLD.id AND withdrawn_at IS NULL AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'act_is_last: people are invited';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER invitees_are_not_forgotten BEFORE DELETE ON meeting FOR EACH ROW EXECUTE FUNCTION refuse_forgetting_invitees();

-- Guests are invited to one item: it stays as long as they are.
CREATE FUNCTION refuse_forgetting_guests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM invitee JOIN meeting ON meeting.id = meeting_id WHERE agenda_item_id = OLD.id AND withdrawn_at IS NULL AND held_on >= today_in_oslo()) THEN
    RAISE EXCEPTION 'guests are invited to it';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER guests_are_not_forgotten BEFORE DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION refuse_forgetting_guests();

-- Nor does a seat go away while it is waited for.
CREATE FUNCTION refuse_forgetting_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM invitee JOIN meeting ON meeting.id = meeting_id JOIN letter ON letter.invitee_id = invitee.id
              WHERE seat_id = OLD.id AND withdrawn_at IS NULL AND sent_at IS NOT NULL AND status = 'planned' AND held_on >= today_in_oslo()) THEN
    RAISE EXCEPTION 'the seat is invited';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER seats_are_not_forgotten BEFORE DELETE ON seat FOR EACH ROW EXECUTE FUNCTION refuse_forgetting_seat();

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

-- Whether a letter still reaches somebody whom it concerns: a seat has a new holder, an address is taken away or wants no more.
CREATE FUNCTION is_for_reader(one letter) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE one."to"
    WHEN 'holder' THEN EXISTS (SELECT FROM role_grant AS role JOIN invitee ON invitee.seat_id = role.seat_id WHERE invitee.id = one.invitee_id AND role.account_id = one.account_id AND ended_at IS NULL)
    WHEN 'guest' THEN EXISTS (SELECT FROM invitee WHERE invitee.id = one.invitee_id AND lower(invitee.email) = one.email)
    WHEN 'self' THEN true
    ELSE EXISTS (SELECT FROM seat_address AS address JOIN invitee ON invitee.seat_id = address.seat_id
                  WHERE invitee.id = one.invitee_id AND address.email = one.email AND is_substitute = (one."to" = 'substitute') AND refused_at IS NULL) END
$$;
CREATE FUNCTION invitation_of(hash text)
  RETURNS TABLE (invitee_id uuid, letter_id uuid, "to" letter_to, meeting_id uuid, meeting_slug text, held_on date, starts_at text, ends_at text, place text, status meeting_status,
                 body_name text, body_slug text, municipality_name text, municipality_slug text, seat text, guest text, item int, answer invitation_answer, stand_in stand_in, note text, is_over boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT invitee.id, letter.id, letter."to", meeting.id, meeting.slug, held_on, starts_at, ends_at, place, status,
         (SELECT name FROM body_version AS version WHERE version.body_id = body.id ORDER BY valid_at(valid_from, valid_to, today_in_oslo()) DESC, valid_from DESC NULLS LAST LIMIT 1),
         body.slug,
         (SELECT name FROM municipality_version AS version WHERE version.municipality_id = municipality.id ORDER BY valid_at(valid_from, valid_to, today_in_oslo()) DESC, valid_from DESC NULLS LAST LIMIT 1),
         municipality.slug, seat.role_title, invitee.guest, agenda_item.number, answer, stand_in,
         -- A note is for who keeps the body, and for who wrote it.
         CASE letter.id WHEN answered_by THEN note WHEN stand_in_by THEN stand_in_note END,
         withdrawn_at IS NOT NULL OR held_on < today_in_oslo() OR status <> 'planned'
    FROM letter_link JOIN letter ON letter.id = letter_link.letter_id JOIN invitee ON invitee.id = letter.invitee_id JOIN meeting ON meeting.id = invitee.meeting_id
    JOIN body ON body.id = meeting.body_id JOIN municipality ON municipality.id = body.home_municipality_id
    LEFT JOIN seat ON seat.id = seat_id LEFT JOIN agenda_item ON agenda_item.id = agenda_item_id
   WHERE letter_link.token_hash = hash AND is_for_reader(letter)
$$;
-- What became of an answer: that it was taken, that it is too late, or that nobody is to stand in.
CREATE FUNCTION answer_by_letter(hash text, said invitation_answer, because text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked record;
  one invitee;
BEGIN
  SELECT * INTO asked FROM invitation_of(hash);
  SELECT * INTO one FROM invitee WHERE id = asked.invitee_id FOR UPDATE;
  IF one IS NULL OR asked.is_over THEN
    RETURN 'is_over';
  ELSIF asked."to" <> 'substitute' THEN
    UPDATE invitee SET answer = said, note = because, answered_at = now(), answered_by = asked.letter_id WHERE id = one.id;
  ELSIF one.answer = 'coming' THEN
    RETURN 'not_needed';
  -- One of several who said yes stands, whatever the others say.
  ELSIF said = 'coming' OR one.stand_in IS DISTINCT FROM 'coming' OR one.stand_in_by = asked.letter_id THEN
    UPDATE invitee SET stand_in = CASE said WHEN 'coming' THEN 'coming' ELSE 'not_coming' END::stand_in, stand_in_by = asked.letter_id, stand_in_note = because,
           answer = COALESCE(answer, CASE said WHEN 'coming' THEN 'substitute' ELSE 'not_coming' END::invitation_answer), answered_at = COALESCE(answered_at, now())
     WHERE id = one.id;
    IF said = 'coming' AND one.stand_in_by IS DISTINCT FROM asked.letter_id THEN
      INSERT INTO letter (id, kind, "to", email, invitee_id) SELECT gen_random_uuid(), 'confirmed', 'substitute', email, one.id FROM letter WHERE id = asked.letter_id;
    END IF;
  END IF;
  RETURN 'taken';
END $$;
-- Whether the link is of a letter that asks whose an address is, and it is what they want still.
CREATE FUNCTION confirm_address(hash text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE post_wish SET confirmed_at = now() FROM letter_link JOIN letter ON letter.id = letter_id
   WHERE letter_link.token_hash = hash AND letter.kind = 'address' AND post_wish.account_id = letter.account_id AND post_wish.email = letter.email;
  RETURN FOUND;
END $$;
-- What the letters are that a link ends: somebody’s news, or the invitations that go to an address for a seat; null for nothing that can be ended.
CREATE FUNCTION letters_ended_by(hash text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN kind = 'digest' THEN 'news' WHEN "to" IN ('seat', 'substitute') THEN 'invitations' END
    FROM letter_link JOIN letter ON letter.id = letter_id WHERE letter_link.token_hash = hash
$$;
CREATE FUNCTION end_letters(hash text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  one letter;
BEGIN
  SELECT letter.* INTO one FROM letter_link JOIN letter ON letter.id = letter_id WHERE letter_link.token_hash = hash;
  IF one.kind = 'digest' THEN
    INSERT INTO post_wish (account_id, rhythm) VALUES (one.account_id, 'never') ON CONFLICT (account_id) DO UPDATE SET rhythm = 'never';
  ELSIF one."to" IN ('seat', 'substitute') THEN
    UPDATE seat_address SET refused_at = now() WHERE email = one.email AND refused_at IS NULL
       AND seat_id = (SELECT seat_id FROM invitee WHERE id = one.invitee_id) AND is_substitute = (one."to" = 'substitute');
  END IF;
  RETURN letters_ended_by(hash) IS NOT NULL;
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
-- What a letter is made of, with a link put in; null when it is not to be sent (any more).
CREATE FUNCTION open_letter(thing uuid, hash text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  one letter;
  asked record;
BEGIN
  SELECT * INTO one FROM letter WHERE id = thing AND sent_at IS NULL AND failed_at IS NULL FOR UPDATE;
  IF one IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO letter_link (token_hash, letter_id) VALUES (hash, thing);
  IF one.kind = 'address' THEN
    RETURN (SELECT jsonb_build_object('kind', one.kind, 'email', one.email, 'language', language) FROM post_wish WHERE account_id = one.account_id);
  END IF;
  SELECT * INTO asked FROM invitation_of(hash);
  -- Nobody is written to of what is over, or not so any more.
  IF asked IS NULL OR asked.held_on < today_in_oslo()
     OR (asked.is_over AND one.kind NOT IN ('cancelled', 'withdrawn'))
     OR (one.kind = 'cancelled' AND asked.status <> 'cancelled')
     OR (one.kind = 'withdrawn' AND one."to" <> 'substitute' AND NOT asked.is_over)
     OR (one."to" = 'substitute' AND one.kind IN ('invitation', 'reminder') AND asked.answer = 'coming') THEN
    DELETE FROM letter WHERE id = thing;
    RETURN NULL;
  END IF;
  RETURN to_jsonb(asked) || jsonb_build_object(
    'kind', one.kind, 'email', one.email, 'message', one.message, 'is_account', one.account_id IS NOT NULL,
    'language', COALESCE((SELECT language FROM post_wish WHERE account_id = one.account_id), 'nb'),
    'quiet', (SELECT jsonb_build_object('from', quiet_from, 'until', quiet_until) FROM post_wish WHERE account_id = one.account_id),
    'sequence', (SELECT sequence FROM meeting WHERE id = asked.meeting_id),
    'round', (SELECT label FROM meeting JOIN meeting_round ON meeting_round.id = round_id WHERE meeting.id = asked.meeting_id),
    'visibility', (SELECT visibility FROM meeting WHERE id = asked.meeting_id),
    'revised_at', (SELECT revised_at FROM meeting WHERE id = asked.meeting_id),
    'notice', (SELECT to_jsonb(notice) FROM meeting_notice AS notice WHERE notice.id = one.notice_id),
    -- Where answers by mail go: who keeps the body, at the address their provider knows them by.
    'keeper', (SELECT min(COALESCE(lower(account.email), address_of(account.id))) FROM meeting JOIN body ON body.id = meeting.body_id
                 JOIN role_grant AS role ON role.municipality_id = home_municipality_id JOIN account ON account.id = role.account_id
                WHERE meeting.id = asked.meeting_id AND role.kind = 'coordinator' AND ended_at IS NULL));
END $$;
-- That a letter was sent, or was given up and why.
CREATE FUNCTION settle_letter(thing uuid, why text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE letter SET sent_at = CASE WHEN why IS NULL THEN now() END, failed_at = CASE WHEN why IS NOT NULL THEN now() END, failure = left(why, 40) WHERE id = thing
$$;
-- That it is to be tried later: in quiet hours, or because it was not taken. What is not taken for four days is given up.
CREATE FUNCTION put_off_letter(thing uuid, until timestamptz, why text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE letter SET due_at = until, failed_at = CASE WHEN why IS NOT NULL AND created_at < now() - interval '4 days' THEN now() END,
         failure = CASE WHEN created_at < now() - interval '4 days' THEN left(why, 40) END WHERE id = thing AND sent_at IS NULL
$$;

-- Whose news are not looked through yet on a day.
CREATE FUNCTION readers_of_news(day date) RETURNS TABLE (account_id uuid, email text, rhythm digest_rhythm, quiet_from int, quiet_until int, language text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT account.id, address_of(account.id), COALESCE(rhythm, 'daily'), COALESCE(quiet_from, 20), COALESCE(quiet_until, 7), COALESCE(language, 'nb')
    FROM account LEFT JOIN post_wish ON post_wish.account_id = account.id
   WHERE address_of(account.id) IS NOT NULL AND rhythm IS DISTINCT FROM 'never' AND (looked_on IS NULL OR looked_on < day)
     AND EXISTS (SELECT FROM role_grant AS role WHERE role.account_id = account.id AND ended_at IS NULL)
$$;
-- Puts the link into a letter of news before it goes.
CREATE FUNCTION begin_news(thing uuid, reader uuid, hash text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO letter (id, kind, "to", email, account_id) VALUES (thing, 'digest', 'self', address_of(reader), reader) ON CONFLICT (id) DO NOTHING;
  INSERT INTO letter_link (token_hash, letter_id) VALUES (hash, thing);
$$;
-- Notes that somebody’s news were looked through; with a letter, that they were told.
CREATE FUNCTION settle_news(reader uuid, day date, thing uuid, abouts text[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO post_wish (account_id, looked_on) VALUES (reader, day) ON CONFLICT (account_id) DO UPDATE SET looked_on = day;
  UPDATE letter SET sent_at = now() WHERE id = thing;
  INSERT INTO told (account_id, about) SELECT reader, about FROM unnest(abouts) AS about ON CONFLICT DO NOTHING;
$$;
-- Nothing about persons is kept longer than it is of use.
CREATE FUNCTION forget_old_post() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM letter WHERE kind IN ('digest', 'address') AND created_at < now() - interval '90 days';
  UPDATE letter SET email = NULL, message = NULL, failure = NULL FROM invitee JOIN meeting ON meeting.id = meeting_id
   WHERE invitee.id = invitee_id AND held_on < today_in_oslo() - 90 AND letter.email IS NOT NULL;
  UPDATE invitee SET email = NULL, note = NULL, stand_in_note = NULL FROM meeting
   WHERE meeting.id = meeting_id AND held_on < today_in_oslo() - 90 AND num_nonnulls(email, note, stand_in_note) > 0;
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
ALTER TABLE letter_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE post_wish ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_reads ON post_wish FOR SELECT TO samrad_signed_in USING (account_id = viewer_account());
CREATE POLICY own_inserts ON post_wish FOR INSERT TO samrad_signed_in WITH CHECK (account_id = viewer_account());
CREATE POLICY own_updates ON post_wish FOR UPDATE TO samrad_signed_in USING (account_id = viewer_account());
GRANT SELECT, INSERT (account_id, email, rhythm, quiet_from, quiet_until, language), UPDATE (email, rhythm, quiet_from, quiet_until, language) ON post_wish TO samrad_signed_in;
ALTER TABLE told ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_reads ON told FOR SELECT TO samrad_signed_in USING (account_id = viewer_account());
GRANT SELECT ON told TO samrad_signed_in;

REVOKE ALL ON FUNCTION address_of, reach_of_seat, reach_of_seats, write_to, write_to_invitees, release_substitutes, tell_invitees_of_correction, is_for_reader,
  invitation_of, answer_by_letter, confirm_address, letters_ended_by, end_letters,
  letters_due, open_letter, settle_letter, put_off_letter, readers_of_news, begin_news, settle_news, forget_old_post FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_of_seats, write_to_invitees, tell_invitees_of_correction, invitation_of, answer_by_letter, confirm_address, letters_ended_by, end_letters TO samrad_signed_in;
GRANT USAGE ON SCHEMA public TO samrad_courier;
GRANT EXECUTE ON FUNCTION letters_due, open_letter, settle_letter, put_off_letter, readers_of_news, begin_news, settle_news, forget_old_post TO samrad_courier;
