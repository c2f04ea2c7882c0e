-- a seat for all or some of a kind has several holders at a time

-- AlterTable
ALTER TABLE "seat_holder" ADD COLUMN     "is_sole" BOOLEAN NOT NULL DEFAULT true;

-- Whether a holder must be the only one follows from the seat.
CREATE FUNCTION seat_holder_is_sole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The share lock makes a writer who changes the seat wait, and the other way round.
  SELECT quantity = 'one' INTO NEW.is_sole FROM seat WHERE id = NEW.seat_id FOR SHARE;
  -- A seat that is not there is refused by its foreign key.
  NEW.is_sole := COALESCE(NEW.is_sole, true);
  RETURN NEW;
END $$;
CREATE TRIGGER seat_holder_is_sole BEFORE INSERT OR UPDATE OF seat_id, is_sole ON seat_holder
  FOR EACH ROW EXECUTE FUNCTION seat_holder_is_sole();

CREATE FUNCTION seat_quantity_reaches_holders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE seat_holder SET is_sole = (NEW.quantity = 'one') WHERE seat_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER seat_quantity_reaches_holders AFTER UPDATE OF quantity ON seat
  FOR EACH ROW WHEN (OLD.quantity IS DISTINCT FROM NEW.quantity) EXECUTE FUNCTION seat_quantity_reaches_holders();

-- The trigger above fills it in.
UPDATE seat_holder SET is_sole = true;

ALTER TABLE seat_holder DROP CONSTRAINT seat_holder_one_at_a_time;
ALTER TABLE seat_holder ADD CONSTRAINT seat_holder_one_at_a_time
  EXCLUDE USING gist (seat_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (is_sole)
  DEFERRABLE INITIALLY IMMEDIATE;
