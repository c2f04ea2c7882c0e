-- The register of municipalities, and what every later table uses.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Æ, Ø and Å after Z, Aa as Å.
CREATE COLLATION norwegian (provider = icu, locale = 'nb-NO');

-- The as-of predicate. `validAt(date)` in src/periods.ts says the same for Prisma; a test holds them together.
CREATE FUNCTION valid_at(valid_from date, valid_to date, on_date date) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (valid_from IS NULL OR valid_from <= on_date) AND (valid_to IS NULL OR valid_to > on_date);

CREATE FUNCTION has_values(present jsonb, said jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN NOT EXISTS (SELECT FROM jsonb_each(said) AS value WHERE present -> value.key IS DISTINCT FROM value.value);

-- CreateEnum
CREATE TYPE "date_knowledge" AS ENUM ('day', 'month', 'season', 'year', 'no_later_than', 'no_earlier_than', 'open');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('public', 'neighbours', 'internal');

-- CreateEnum
CREATE TYPE "written_form" AS ENUM ('nb', 'nn', 'neutral');

-- CreateTable
CREATE TABLE "loaded_row" (
    "table_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "loaded_row_pkey" PRIMARY KEY ("file","table_name","row_id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality_version" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parallel_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "county_number" TEXT,
    "county_name" TEXT,
    "written_form" "written_form",
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "municipality_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality_neighbour" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "neighbour_id" UUID NOT NULL,

    CONSTRAINT "municipality_neighbour_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "loaded_row_table_name_row_id_idx" ON "loaded_row"("table_name", "row_id");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_slug_key" ON "municipality"("slug");

-- CreateIndex
CREATE INDEX "municipality_version_municipality_id_idx" ON "municipality_version"("municipality_id");

-- CreateIndex
CREATE INDEX "municipality_version_number_idx" ON "municipality_version"("number");

-- CreateIndex
CREATE INDEX "municipality_neighbour_neighbour_id_idx" ON "municipality_neighbour"("neighbour_id");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_neighbour_municipality_id_neighbour_id_key" ON "municipality_neighbour"("municipality_id", "neighbour_id");

-- AddForeignKey
ALTER TABLE "municipality_version" ADD CONSTRAINT "municipality_version_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality_neighbour" ADD CONSTRAINT "municipality_neighbour_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality_neighbour" ADD CONSTRAINT "municipality_neighbour_neighbour_id_fkey" FOREIGN KEY ("neighbour_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE municipality
  ADD CONSTRAINT municipality_country CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT municipality_period CHECK (valid_from < valid_to);
ALTER TABLE municipality_version
  ADD CONSTRAINT municipality_version_number CHECK (number ~ '^[0-9]{4}$'),
  ADD CONSTRAINT municipality_version_period CHECK (valid_from < valid_to),
  ADD CONSTRAINT municipality_version_one_at_a_time
    EXCLUDE USING gist (municipality_id WITH =, daterange(valid_from, valid_to) WITH &&)
    DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT municipality_version_one_per_number
    EXCLUDE USING gist (country WITH =, number WITH =, daterange(valid_from, valid_to) WITH &&)
    DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE municipality_neighbour
  ADD CONSTRAINT municipality_neighbour_is_another CHECK (municipality_id <> neighbour_id);

-- The register is public: who exists and borders on whom.
ALTER TABLE municipality ENABLE ROW LEVEL SECURITY;
ALTER TABLE municipality_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE municipality_neighbour ENABLE ROW LEVEL SECURITY;
ALTER TABLE loaded_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON municipality FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in USING (true);
CREATE POLICY everybody_reads ON municipality_version FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in USING (true);
CREATE POLICY everybody_reads ON municipality_neighbour FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in USING (true);
GRANT SELECT ON municipality, municipality_version, municipality_neighbour TO samrad_public, samrad_neighbour, samrad_signed_in;
