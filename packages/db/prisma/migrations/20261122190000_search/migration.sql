-- Search by name: Norwegian stems, and tolerance for Æ, Ø, Å written as ae, o, a, for half words and for slips of the pen.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- «Bærum», «Baerum» and «Barum», «Årstad», «Aarstad» and «Arstad» fold to the same.
CREATE FUNCTION fold_norwegian(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN replace(replace(replace(translate(lower(normalize(words, NFC)), 'æøåäöáčđŋšŧž', 'aoaaoacdnstz'), 'ae', 'a'), 'oe', 'o'), 'aa', 'a');

-- array_to_string is only called stable because of element types that text is not one of.
CREATE FUNCTION joined(words text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN COALESCE(array_to_string(words, ' '), '');

ALTER TABLE municipality_version
  ADD COLUMN folded_name text NOT NULL GENERATED ALWAYS AS (fold_norwegian(name || ' ' || joined(parallel_names) || ' ' || number)) STORED;
ALTER TABLE area_version
  ADD COLUMN folded_name text NOT NULL GENERATED ALWAYS AS (fold_norwegian(name || ' ' || joined(name_variants))) STORED;
ALTER TABLE body_version
  ADD COLUMN folded_name text NOT NULL GENERATED ALWAYS AS (fold_norwegian(name || ' ' || COALESCE(short_name, ''))) STORED;
ALTER TABLE organisation_version
  ADD COLUMN folded_name text NOT NULL GENERATED ALWAYS AS (fold_norwegian(name || ' ' || COALESCE(short_name, ''))) STORED;

CREATE INDEX municipality_version_words ON municipality_version USING gin (to_tsvector('norwegian', folded_name));
CREATE INDEX area_version_words ON area_version USING gin (to_tsvector('norwegian', folded_name));
CREATE INDEX body_version_words ON body_version USING gin (to_tsvector('norwegian', folded_name));
CREATE INDEX organisation_version_words ON organisation_version USING gin (to_tsvector('norwegian', folded_name));
CREATE INDEX municipality_version_letters ON municipality_version USING gin (folded_name gin_trgm_ops);
CREATE INDEX area_version_letters ON area_version USING gin (folded_name gin_trgm_ops);
CREATE INDEX body_version_letters ON body_version USING gin (folded_name gin_trgm_ops);
CREATE INDEX organisation_version_letters ON organisation_version USING gin (folded_name gin_trgm_ops);

-- Every dated name there is, folded.
CREATE VIEW folded_name AS
  SELECT 'Municipality' AS kind, municipality_id AS id, folded_name, valid_from, valid_to FROM municipality_version
  UNION ALL SELECT 'Area', area_id, folded_name, valid_from, valid_to FROM area_version
  UNION ALL SELECT 'Body', body_id, folded_name, valid_from, valid_to FROM body_version
  UNION ALL SELECT 'Organisation', organisation_id, folded_name, valid_from, valid_to FROM organisation_version;

-- Row policies keep these operators from using an index. So candidates are found here with the owner's rights, as ids only,
-- and the asker joins them with the tables that its own policies guard: what it may not see falls away there. All of them,
-- for a limit here would let rows that the asker may not see crowd out those it may.
CREATE FUNCTION name_candidates(stems tsquery, letters text, on_date date)
  RETURNS TABLE (kind text, id uuid, rank real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.55
AS $$
  SELECT kind, id, ts_rank(to_tsvector('norwegian', folded_name), stems) + 2 * similarity(folded_name, letters)
    FROM folded_name
   WHERE (to_tsvector('norwegian', folded_name) @@ stems OR letters <% folded_name) AND valid_at(valid_from, valid_to, on_date)
$$;
REVOKE ALL ON FUNCTION name_candidates FROM PUBLIC;
GRANT EXECUTE ON FUNCTION name_candidates TO samrad_public, samrad_neighbour, samrad_signed_in;
