-- ways of lifting and commissions

-- CreateEnum
CREATE TYPE "action_point_kind" AS ENUM ('task', 'commission');

-- AlterTable
ALTER TABLE "action_point" ADD COLUMN     "kind" "action_point_kind" NOT NULL DEFAULT 'task';

-- CreateTable
CREATE TABLE "body_lift_route" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "direction" "move_direction" NOT NULL,
    "note" TEXT,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_lift_route_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "body_lift_route_body_id_idx" ON "body_lift_route"("body_id");

-- AddForeignKey
ALTER TABLE "body_lift_route" ADD CONSTRAINT "body_lift_route_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_lift_route" ADD CONSTRAINT "body_lift_route_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ==== What Prisma cannot say ====

CALL let_references_wait();
ALTER TABLE body_lift_route ALTER CONSTRAINT body_lift_route_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE body_lift_route ADD CONSTRAINT body_lift_route_period CHECK (valid_from < valid_to);
-- What was ordered is closed by what was found out.
ALTER TABLE action_point ADD CONSTRAINT commission_is_answered CHECK (kind <> 'commission' OR state <> 'done' OR note IS NOT NULL);

ALTER TABLE body_lift_route ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_lift_route FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_lift_route.body_id));
CREATE POLICY keepers_insert ON body_lift_route FOR INSERT TO samrad_signed_in WITH CHECK (viewer_mends_body(body_id));
CREATE POLICY keepers_update ON body_lift_route FOR UPDATE TO samrad_signed_in USING (viewer_mends_body(body_id));
CREATE POLICY keepers_delete ON body_lift_route FOR DELETE TO samrad_signed_in USING (viewer_mends_body(body_id));
GRANT SELECT ON body_lift_route TO samrad_public, samrad_neighbour, samrad_signed_in;
GRANT INSERT, UPDATE, DELETE ON body_lift_route TO samrad_signed_in;
CREATE TRIGGER zz_noted AFTER INSERT OR UPDATE OR DELETE ON body_lift_route FOR EACH ROW EXECUTE FUNCTION note_change();

-- Whoever is to do something sees it, also where another body agreed on it.
CREATE FUNCTION viewer_is_asked(point uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM party LEFT JOIN body ON body.id = party.body_id
                  WHERE fact_id = point AND (seat_id = ANY (viewer_ids('seats')) OR home_municipality_id = ANY (viewer_ids('reads')) OR body.id = ANY (viewer_ids('sees'))));
END $$;
DROP POLICY viewer_reads ON action_point;
CREATE POLICY viewer_reads ON action_point FOR SELECT TO samrad_signed_in
  USING (EXISTS (SELECT FROM body WHERE body.id = body_id AND viewer_sees('internal', body.home_municipality_id, body.id)) OR viewer_is_asked(id));
-- They own it by their seat, or as who keeps the body that was asked.
CREATE OR REPLACE FUNCTION viewer_owns_point(point uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM party LEFT JOIN body ON body.id = party.body_id
                  WHERE fact_id = point AND (seat_id = ANY (viewer_ids('seats')) OR viewer_mends(home_municipality_id, body.id)));
END $$;
-- Whose the act is by which an owner reports: that of the body that asked, which they may not see; null for who owns nothing of it.
CREATE FUNCTION asker_of_point(point uuid) RETURNS TABLE (body uuid, home uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT body.id, body.home_municipality_id FROM action_point JOIN body ON body.id = body_id WHERE action_point.id = point AND viewer_owns_point(point)
$$;

CREATE OR REPLACE FUNCTION refuse_rewriting_point() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('role', true) = 'samrad_signed_in' AND NOT viewer_mends_body(OLD.body_id)
     AND NOT (OLD.state = 'open' AND NEW.state = 'done'
       AND (NEW.id, NEW.body_id, NEW.agenda_item_id, NEW.kind, NEW.text, NEW.due_on) IS NOT DISTINCT FROM (OLD.id, OLD.body_id, OLD.agenda_item_id, OLD.kind, OLD.text, OLD.due_on)) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION refuse_change_of_agreed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  item uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.agenda_item_id ELSE OLD.agenda_item_id END;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.body_id, NEW.agenda_item_id, NEW.kind, NEW.text) IS NOT DISTINCT FROM (OLD.body_id, OLD.agenda_item_id, OLD.kind, OLD.text) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM agenda_item JOIN minutes ON minutes.meeting_id = agenda_item.meeting_id
              WHERE agenda_item.id = item AND state IN ('approved', 'published')) THEN
    RAISE EXCEPTION 'approved minutes never change' USING ERRCODE = '23514';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION begin_act(id uuid, kind text, municipality uuid, noun text, object uuid, undoes uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF COALESCE(current_setting('samrad.act', true), '') <> '' THEN
    RAISE EXCEPTION 'an act is under way';
  END IF;
  IF viewer_account() IS NULL OR NOT COALESCE(
       viewer_operates()
       OR municipality = ANY (viewer_ids('writes'))
       OR (municipality IS NULL AND viewer_ids('writes') <> '{}')
       OR EXISTS (SELECT FROM (SELECT body.id, home_municipality_id FROM body UNION ALL SELECT scheme.id, home_municipality_id FROM scheme
                    UNION ALL SELECT post.id, home_municipality_id FROM coordinator_post AS post UNION ALL SELECT arena.id, home_municipality_id FROM arena) AS thing
                   WHERE home_municipality_id = municipality AND thing.id = ANY (viewer_ids('mends')))
       -- Who keeps a body where an issue is up keeps it there, whoever’s it is.
       OR (begin_act.noun = 'Issue' AND viewer_mends_issue(object))
       -- Who sits in a body, or leads its municipality, raises issues there.
       OR (begin_act.kind = 'create' AND begin_act.noun = 'Issue'
         AND (municipality = ANY (viewer_ids('reads')) OR EXISTS (SELECT FROM body WHERE body.home_municipality_id = municipality AND body.id = ANY (viewer_ids('sees')))))
       -- Who owns an action point says that it is done.
       OR (begin_act.kind = 'report_point' AND begin_act.noun = 'Body'
         AND EXISTS (SELECT FROM party JOIN action_point ON action_point.id = fact_id JOIN body ON body.id = action_point.body_id LEFT JOIN body AS asked ON asked.id = party.body_id
                      WHERE (seat_id = ANY (viewer_ids('seats')) OR viewer_mends(asked.home_municipality_id, asked.id)) AND body.id = object AND body.home_municipality_id = municipality))
       OR (begin_act.kind = 'accept' AND EXISTS (SELECT FROM invitation LEFT JOIN seat ON seat.id = seat_id LEFT JOIN body ON body.id = body_id
                                                WHERE invitation.id = object AND accepted_at IS NULL AND withdrawn_at IS NULL
                                                  AND municipality IS NOT DISTINCT FROM COALESCE(invitation.municipality_id, body.home_municipality_id))), false)
     OR (begin_act.kind = 'create' AND EXISTS (SELECT FROM fact WHERE fact.id = object)) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = '42501';
  END IF;
  -- The rows of one act hold together when it ends, in whatever order they are written.
  SET CONSTRAINTS ALL DEFERRED;
  INSERT INTO act (id, kind, account_id, municipality_id, noun, object_id, undoes_id)
    VALUES (begin_act.id, begin_act.kind, viewer_account(), municipality, begin_act.noun, object, undoes);
  PERFORM set_config('samrad.act', begin_act.id::text, true), set_config('samrad.change', '0', true),
          set_config('samrad.brought_in', CASE WHEN begin_act.kind = 'create' THEN object::text ELSE '' END, true);
END $$;
