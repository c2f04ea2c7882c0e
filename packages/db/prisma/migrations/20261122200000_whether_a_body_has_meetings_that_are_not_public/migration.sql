-- whether a body has meetings that are not public

-- AlterTable
ALTER TABLE "body" ADD COLUMN     "has_hidden_meetings" BOOLEAN NOT NULL DEFAULT false;

-- Who does not see all meetings must not be told that too few were held.
CREATE FUNCTION note_hidden_meetings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE body SET has_hidden_meetings = EXISTS (SELECT FROM meeting WHERE body_id = body.id AND visibility <> 'public')
   WHERE id IN (OLD.body_id, NEW.body_id)
     AND has_hidden_meetings <> EXISTS (SELECT FROM meeting WHERE body_id = body.id AND visibility <> 'public');
  RETURN NULL;
END $$;
CREATE TRIGGER meeting_hidden_is_noted AFTER INSERT OR DELETE OR UPDATE OF visibility, body_id ON meeting
  FOR EACH ROW EXECUTE FUNCTION note_hidden_meetings();
