-- bodies, seats, parties, schemes, areas, arenas and sources

-- CreateEnum
CREATE TYPE "area_kind" AS ENUM ('byomraade', 'bydel', 'other');

-- CreateEnum
CREATE TYPE "arena_state" AS ENUM ('wished', 'established', 'ended');

-- CreateEnum
CREATE TYPE "body_function_kind" AS ENUM ('politiraad', 'styringsgruppe', 'koordineringsgruppe', 'arbeidsgruppe', 'ungdomsteam', 'prosjektgruppe', 'beredskapsgruppe', 'kjernegruppe', 'dialogforum', 'grensegruppe', 'nettverk', 'other');

-- CreateEnum
CREATE TYPE "realisation" AS ENUM ('own_meetings', 'through_other', 'not_operative');

-- CreateEnum
CREATE TYPE "duty_kind" AS ENUM ('leads', 'deputises', 'chairs_meetings', 'secretary', 'secretariat', 'convenes');

-- CreateEnum
CREATE TYPE "meeting_status" AS ENUM ('planned', 'held', 'moved', 'cancelled');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('municipal', 'police', 'county', 'state', 'voluntary', 'business', 'faith', 'research', 'other');

-- CreateEnum
CREATE TYPE "scheme_event_kind" AS ENUM ('adopted', 'coordinator_started', 'constituted', 'extended', 'continued', 'reversed', 'other');

-- CreateEnum
CREATE TYPE "target_kind" AS ENUM ('main', 'extended');

-- CreateEnum
CREATE TYPE "attachment" AS ENUM ('by_agreement', 'standing_invitation', 'on_demand', 'guest', 'member');

-- CreateEnum
CREATE TYPE "seat_quantity" AS ENUM ('one', 'all', 'some');

-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "home_municipality_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_version" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "kind" "area_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_variants" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "area_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_part" (
    "id" UUID NOT NULL,
    "whole_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "area_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "population_count" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "counted_on" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "wording" TEXT,

    CONSTRAINT "population_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arena" (
    "id" UUID NOT NULL,
    "home_municipality_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "arena_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arena_version" (
    "id" UUID NOT NULL,
    "arena_id" UUID NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "state" "arena_state" NOT NULL,
    "cadence" JSONB,
    "place" TEXT,
    "is_rotating" BOOLEAN,
    "content" TEXT,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "arena_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arena_area" (
    "id" UUID NOT NULL,
    "arena_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "arena_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arena_participation" (
    "id" UUID NOT NULL,
    "arena_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "arena_participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arena_participant" (
    "id" UUID NOT NULL,
    "arena_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "is_on_demand" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "arena_participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arena_responsibility" (
    "id" UUID NOT NULL,
    "arena_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "arena_responsibility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "id" UUID NOT NULL,
    "home_municipality_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_version" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "realisation" "realisation" NOT NULL DEFAULT 'own_meetings',
    "realised_through" TEXT,
    "is_confidential" BOOLEAN NOT NULL DEFAULT false,
    "ages" JSONB,
    "summary" TEXT,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_participation" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_function" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" "body_function_kind" NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_function_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_level" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "level_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_area" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_reporting" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "parent_id" UUID,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_reporting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_replacement" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_replacement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "held_by_id" UUID,
    "title" TEXT,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandate_clause" (
    "id" UUID NOT NULL,
    "mandate_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "mandate_clause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_duty" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" "duty_kind" NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_cadence" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "cadence" JSONB NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_cadence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing_item" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "standing_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coordinator_post" (
    "id" UUID NOT NULL,
    "home_municipality_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "coordinator_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_version" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "percent" INTEGER,
    "ages" JSONB,
    "summary" TEXT,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "post_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_participation" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "post_participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_reporting" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "post_reporting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_item" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "portfolio_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" UUID NOT NULL,
    "language" TEXT,
    "municipality_id" UUID,
    "area_id" UUID,
    "organisation_id" UUID,
    "scheme_id" UUID,
    "post_id" UUID,
    "body_id" UUID,
    "arena_id" UUID,
    "meeting_id" UUID,
    "seat_holder_id" UUID,
    "other_area_id" UUID,
    "other_organisation_id" UUID,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_round" (
    "id" UUID NOT NULL,
    "home_municipality_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "meeting_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "round_id" UUID,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "status" "meeting_status" NOT NULL DEFAULT 'planned',
    "held_on" DATE NOT NULL,
    "starts_at" TEXT,
    "ends_at" TEXT,
    "place" TEXT,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "home_municipality_id" UUID,
    "slug" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_version" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_parent" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_parent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_succession" (
    "id" UUID NOT NULL,
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_succession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_area" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "is_border_equal" BOOLEAN,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "seat_id" UUID,
    "organisation_id" UUID,
    "post_id" UUID,
    "body_id" UUID,
    "role_title" TEXT,
    "by_party_id" UUID,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme" (
    "id" UUID NOT NULL,
    "home_municipality_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme_version" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "scheme_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme_participation" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "scheme_participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme_level" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "is_operative" BOOLEAN NOT NULL DEFAULT true,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "scheme_level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme_event" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "kind" "scheme_event_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "reference" TEXT,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "scheme_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "signed_on" DATE,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_group" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "ages" JSONB,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "target_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role_title" TEXT NOT NULL,
    "group_title" TEXT,
    "organisation_id" UUID,
    "attachment" "attachment" NOT NULL,
    "quantity" "seat_quantity" NOT NULL DEFAULT 'one',
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_holder" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "valid_from" DATE,
    "from_is" "date_knowledge",
    "valid_to" DATE,
    "to_is" "date_knowledge",
    "last_confirmed_on" DATE,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "seat_holder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_document" (
    "id" UUID NOT NULL,
    "home_municipality_id" UUID,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "published_on" DATE,
    "published_is" "date_knowledge",
    "url" TEXT,
    "licence" TEXT,
    "annotation" TEXT,

    CONSTRAINT "source_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_reference" (
    "id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "place" TEXT,
    "quote" TEXT,
    "annotation" TEXT,

    CONSTRAINT "source_reference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "area_home_municipality_id_slug_key" ON "area"("home_municipality_id", "slug");

-- CreateIndex
CREATE INDEX "area_version_area_id_idx" ON "area_version"("area_id");

-- CreateIndex
CREATE INDEX "area_part_whole_id_idx" ON "area_part"("whole_id");

-- CreateIndex
CREATE INDEX "area_part_part_id_idx" ON "area_part"("part_id");

-- CreateIndex
CREATE UNIQUE INDEX "population_count_area_id_counted_on_key" ON "population_count"("area_id", "counted_on");

-- CreateIndex
CREATE UNIQUE INDEX "arena_home_municipality_id_slug_key" ON "arena"("home_municipality_id", "slug");

-- CreateIndex
CREATE INDEX "arena_version_arena_id_idx" ON "arena_version"("arena_id");

-- CreateIndex
CREATE INDEX "arena_area_arena_id_idx" ON "arena_area"("arena_id");

-- CreateIndex
CREATE INDEX "arena_area_area_id_idx" ON "arena_area"("area_id");

-- CreateIndex
CREATE INDEX "arena_participation_arena_id_idx" ON "arena_participation"("arena_id");

-- CreateIndex
CREATE INDEX "arena_participation_municipality_id_idx" ON "arena_participation"("municipality_id");

-- CreateIndex
CREATE INDEX "arena_participant_arena_id_idx" ON "arena_participant"("arena_id");

-- CreateIndex
CREATE INDEX "arena_responsibility_arena_id_idx" ON "arena_responsibility"("arena_id");

-- CreateIndex
CREATE UNIQUE INDEX "body_home_municipality_id_slug_key" ON "body"("home_municipality_id", "slug");

-- CreateIndex
CREATE INDEX "body_version_body_id_idx" ON "body_version"("body_id");

-- CreateIndex
CREATE INDEX "body_participation_body_id_idx" ON "body_participation"("body_id");

-- CreateIndex
CREATE INDEX "body_participation_municipality_id_idx" ON "body_participation"("municipality_id");

-- CreateIndex
CREATE INDEX "body_function_body_id_idx" ON "body_function"("body_id");

-- CreateIndex
CREATE INDEX "body_level_body_id_idx" ON "body_level"("body_id");

-- CreateIndex
CREATE INDEX "body_level_level_id_idx" ON "body_level"("level_id");

-- CreateIndex
CREATE INDEX "body_area_body_id_idx" ON "body_area"("body_id");

-- CreateIndex
CREATE INDEX "body_area_area_id_idx" ON "body_area"("area_id");

-- CreateIndex
CREATE INDEX "body_reporting_body_id_idx" ON "body_reporting"("body_id");

-- CreateIndex
CREATE INDEX "body_reporting_parent_id_idx" ON "body_reporting"("parent_id");

-- CreateIndex
CREATE INDEX "body_replacement_body_id_idx" ON "body_replacement"("body_id");

-- CreateIndex
CREATE INDEX "mandate_body_id_idx" ON "mandate"("body_id");

-- CreateIndex
CREATE INDEX "mandate_held_by_id_idx" ON "mandate"("held_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "mandate_clause_mandate_id_position_key" ON "mandate_clause"("mandate_id", "position");

-- CreateIndex
CREATE INDEX "body_duty_body_id_idx" ON "body_duty"("body_id");

-- CreateIndex
CREATE INDEX "body_cadence_body_id_idx" ON "body_cadence"("body_id");

-- CreateIndex
CREATE INDEX "standing_item_body_id_idx" ON "standing_item"("body_id");

-- CreateIndex
CREATE UNIQUE INDEX "coordinator_post_home_municipality_id_slug_key" ON "coordinator_post"("home_municipality_id", "slug");

-- CreateIndex
CREATE INDEX "post_version_post_id_idx" ON "post_version"("post_id");

-- CreateIndex
CREATE INDEX "post_participation_post_id_idx" ON "post_participation"("post_id");

-- CreateIndex
CREATE INDEX "post_participation_municipality_id_idx" ON "post_participation"("municipality_id");

-- CreateIndex
CREATE INDEX "post_reporting_post_id_idx" ON "post_reporting"("post_id");

-- CreateIndex
CREATE INDEX "portfolio_item_post_id_idx" ON "portfolio_item"("post_id");

-- CreateIndex
CREATE INDEX "fact_municipality_id_idx" ON "fact"("municipality_id");

-- CreateIndex
CREATE INDEX "fact_area_id_idx" ON "fact"("area_id");

-- CreateIndex
CREATE INDEX "fact_organisation_id_idx" ON "fact"("organisation_id");

-- CreateIndex
CREATE INDEX "fact_scheme_id_idx" ON "fact"("scheme_id");

-- CreateIndex
CREATE INDEX "fact_post_id_idx" ON "fact"("post_id");

-- CreateIndex
CREATE INDEX "fact_body_id_idx" ON "fact"("body_id");

-- CreateIndex
CREATE INDEX "fact_arena_id_idx" ON "fact"("arena_id");

-- CreateIndex
CREATE INDEX "fact_meeting_id_idx" ON "fact"("meeting_id");

-- CreateIndex
CREATE INDEX "fact_seat_holder_id_idx" ON "fact"("seat_holder_id");

-- CreateIndex
CREATE INDEX "fact_other_area_id_idx" ON "fact"("other_area_id");

-- CreateIndex
CREATE INDEX "fact_other_organisation_id_idx" ON "fact"("other_organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_round_home_municipality_id_year_label_key" ON "meeting_round"("home_municipality_id", "year", "label");

-- CreateIndex
CREATE INDEX "meeting_body_id_held_on_idx" ON "meeting"("body_id", "held_on");

-- CreateIndex
CREATE INDEX "meeting_round_id_idx" ON "meeting"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_home_municipality_id_slug_key" ON "organisation"("home_municipality_id", "slug");

-- CreateIndex
CREATE INDEX "organisation_version_organisation_id_idx" ON "organisation_version"("organisation_id");

-- CreateIndex
CREATE INDEX "organisation_parent_organisation_id_idx" ON "organisation_parent"("organisation_id");

-- CreateIndex
CREATE INDEX "organisation_parent_parent_id_idx" ON "organisation_parent"("parent_id");

-- CreateIndex
CREATE INDEX "organisation_succession_predecessor_id_idx" ON "organisation_succession"("predecessor_id");

-- CreateIndex
CREATE INDEX "organisation_succession_successor_id_idx" ON "organisation_succession"("successor_id");

-- CreateIndex
CREATE INDEX "organisation_area_organisation_id_idx" ON "organisation_area"("organisation_id");

-- CreateIndex
CREATE INDEX "organisation_area_area_id_idx" ON "organisation_area"("area_id");

-- CreateIndex
CREATE INDEX "party_fact_id_idx" ON "party"("fact_id");

-- CreateIndex
CREATE INDEX "party_seat_id_idx" ON "party"("seat_id");

-- CreateIndex
CREATE INDEX "party_organisation_id_idx" ON "party"("organisation_id");

-- CreateIndex
CREATE INDEX "party_post_id_idx" ON "party"("post_id");

-- CreateIndex
CREATE INDEX "party_body_id_idx" ON "party"("body_id");

-- CreateIndex
CREATE UNIQUE INDEX "scheme_home_municipality_id_slug_key" ON "scheme"("home_municipality_id", "slug");

-- CreateIndex
CREATE INDEX "scheme_version_scheme_id_idx" ON "scheme_version"("scheme_id");

-- CreateIndex
CREATE INDEX "scheme_participation_scheme_id_idx" ON "scheme_participation"("scheme_id");

-- CreateIndex
CREATE INDEX "scheme_participation_municipality_id_idx" ON "scheme_participation"("municipality_id");

-- CreateIndex
CREATE INDEX "scheme_level_scheme_id_idx" ON "scheme_level"("scheme_id");

-- CreateIndex
CREATE INDEX "scheme_event_scheme_id_idx" ON "scheme_event"("scheme_id");

-- CreateIndex
CREATE INDEX "agreement_scheme_id_idx" ON "agreement"("scheme_id");

-- CreateIndex
CREATE INDEX "target_group_scheme_id_idx" ON "target_group"("scheme_id");

-- CreateIndex
CREATE INDEX "partnership_scheme_id_idx" ON "partnership"("scheme_id");

-- CreateIndex
CREATE INDEX "partnership_organisation_id_idx" ON "partnership"("organisation_id");

-- CreateIndex
CREATE INDEX "seat_body_id_idx" ON "seat"("body_id");

-- CreateIndex
CREATE INDEX "seat_organisation_id_idx" ON "seat"("organisation_id");

-- CreateIndex
CREATE INDEX "seat_holder_seat_id_idx" ON "seat_holder"("seat_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_document_home_municipality_id_slug_key" ON "source_document"("home_municipality_id", "slug");

-- CreateIndex
CREATE INDEX "source_reference_fact_id_idx" ON "source_reference"("fact_id");

-- CreateIndex
CREATE INDEX "source_reference_document_id_idx" ON "source_reference"("document_id");

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_version" ADD CONSTRAINT "area_version_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_version" ADD CONSTRAINT "area_version_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_part" ADD CONSTRAINT "area_part_whole_id_fkey" FOREIGN KEY ("whole_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_part" ADD CONSTRAINT "area_part_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_part" ADD CONSTRAINT "area_part_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "population_count" ADD CONSTRAINT "population_count_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "population_count" ADD CONSTRAINT "population_count_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena" ADD CONSTRAINT "arena_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena" ADD CONSTRAINT "arena_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_version" ADD CONSTRAINT "arena_version_arena_id_fkey" FOREIGN KEY ("arena_id") REFERENCES "arena"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_version" ADD CONSTRAINT "arena_version_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_area" ADD CONSTRAINT "arena_area_arena_id_fkey" FOREIGN KEY ("arena_id") REFERENCES "arena"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_area" ADD CONSTRAINT "arena_area_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_area" ADD CONSTRAINT "arena_area_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_participation" ADD CONSTRAINT "arena_participation_arena_id_fkey" FOREIGN KEY ("arena_id") REFERENCES "arena"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_participation" ADD CONSTRAINT "arena_participation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_participation" ADD CONSTRAINT "arena_participation_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_participant" ADD CONSTRAINT "arena_participant_arena_id_fkey" FOREIGN KEY ("arena_id") REFERENCES "arena"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_participant" ADD CONSTRAINT "arena_participant_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_responsibility" ADD CONSTRAINT "arena_responsibility_arena_id_fkey" FOREIGN KEY ("arena_id") REFERENCES "arena"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arena_responsibility" ADD CONSTRAINT "arena_responsibility_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_version" ADD CONSTRAINT "body_version_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_version" ADD CONSTRAINT "body_version_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_participation" ADD CONSTRAINT "body_participation_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_participation" ADD CONSTRAINT "body_participation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_participation" ADD CONSTRAINT "body_participation_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_function" ADD CONSTRAINT "body_function_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_function" ADD CONSTRAINT "body_function_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_level" ADD CONSTRAINT "body_level_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_level" ADD CONSTRAINT "body_level_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "scheme_level"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_level" ADD CONSTRAINT "body_level_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_area" ADD CONSTRAINT "body_area_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_area" ADD CONSTRAINT "body_area_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_area" ADD CONSTRAINT "body_area_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_reporting" ADD CONSTRAINT "body_reporting_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_reporting" ADD CONSTRAINT "body_reporting_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_reporting" ADD CONSTRAINT "body_reporting_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_replacement" ADD CONSTRAINT "body_replacement_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_replacement" ADD CONSTRAINT "body_replacement_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_held_by_id_fkey" FOREIGN KEY ("held_by_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate_clause" ADD CONSTRAINT "mandate_clause_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_duty" ADD CONSTRAINT "body_duty_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_duty" ADD CONSTRAINT "body_duty_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_cadence" ADD CONSTRAINT "body_cadence_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_cadence" ADD CONSTRAINT "body_cadence_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_item" ADD CONSTRAINT "standing_item_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_item" ADD CONSTRAINT "standing_item_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordinator_post" ADD CONSTRAINT "coordinator_post_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordinator_post" ADD CONSTRAINT "coordinator_post_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_version" ADD CONSTRAINT "post_version_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "coordinator_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_version" ADD CONSTRAINT "post_version_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_participation" ADD CONSTRAINT "post_participation_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "coordinator_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_participation" ADD CONSTRAINT "post_participation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_participation" ADD CONSTRAINT "post_participation_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_reporting" ADD CONSTRAINT "post_reporting_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "coordinator_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_reporting" ADD CONSTRAINT "post_reporting_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_item" ADD CONSTRAINT "portfolio_item_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "coordinator_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_item" ADD CONSTRAINT "portfolio_item_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "coordinator_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_arena_id_fkey" FOREIGN KEY ("arena_id") REFERENCES "arena"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_seat_holder_id_fkey" FOREIGN KEY ("seat_holder_id") REFERENCES "seat_holder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_other_area_id_fkey" FOREIGN KEY ("other_area_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_other_organisation_id_fkey" FOREIGN KEY ("other_organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_round" ADD CONSTRAINT "meeting_round_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "meeting_round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality_version" ADD CONSTRAINT "municipality_version_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_version" ADD CONSTRAINT "organisation_version_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_version" ADD CONSTRAINT "organisation_version_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_parent" ADD CONSTRAINT "organisation_parent_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_parent" ADD CONSTRAINT "organisation_parent_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_parent" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_succession" ADD CONSTRAINT "organisation_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_succession" ADD CONSTRAINT "organisation_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_succession" ADD CONSTRAINT "organisation_succession_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_area" ADD CONSTRAINT "organisation_area_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_area" ADD CONSTRAINT "organisation_area_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_area" ADD CONSTRAINT "organisation_area_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "coordinator_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_by_party_id_fkey" FOREIGN KEY ("by_party_id") REFERENCES "party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme" ADD CONSTRAINT "scheme_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme" ADD CONSTRAINT "scheme_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_participation" ADD CONSTRAINT "scheme_participation_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_participation" ADD CONSTRAINT "scheme_participation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_participation" ADD CONSTRAINT "scheme_participation_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_level" ADD CONSTRAINT "scheme_level_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_level" ADD CONSTRAINT "scheme_level_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_event" ADD CONSTRAINT "scheme_event_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_event" ADD CONSTRAINT "scheme_event_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_group" ADD CONSTRAINT "target_group_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_group" ADD CONSTRAINT "target_group_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_holder" ADD CONSTRAINT "seat_holder_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_holder" ADD CONSTRAINT "seat_holder_id_fkey" FOREIGN KEY ("id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_document" ADD CONSTRAINT "source_document_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_reference" ADD CONSTRAINT "source_reference_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_reference" ADD CONSTRAINT "source_reference_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ==== What Prisma cannot say ====

-- A fact and the identity it belongs to come into being together.
ALTER TABLE fact ALTER CONSTRAINT fact_municipality_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_area_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_organisation_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_scheme_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_post_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_body_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_arena_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_meeting_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_seat_holder_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_other_area_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ALTER CONSTRAINT fact_other_organisation_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact ADD CONSTRAINT fact_has_an_owner
  CHECK (num_nonnulls(municipality_id, area_id, organisation_id, scheme_id, post_id, body_id, arena_id, meeting_id, seat_holder_id) >= 1);

ALTER TABLE party
  ADD CONSTRAINT party_is_exactly_one CHECK (num_nonnulls(seat_id, organisation_id, post_id, body_id, role_title) = 1),
  ADD CONSTRAINT party_is_not_by_itself CHECK (by_party_id <> id);

-- Periods and days in order.
ALTER TABLE area ADD CONSTRAINT area_period CHECK (valid_from < valid_to);
ALTER TABLE area_version ADD CONSTRAINT area_version_period CHECK (valid_from < valid_to);
ALTER TABLE area_part ADD CONSTRAINT area_part_period CHECK (valid_from < valid_to);
ALTER TABLE organisation ADD CONSTRAINT organisation_period CHECK (valid_from < valid_to);
ALTER TABLE organisation_version ADD CONSTRAINT organisation_version_period CHECK (valid_from < valid_to);
ALTER TABLE organisation_parent ADD CONSTRAINT organisation_parent_period CHECK (valid_from < valid_to);
ALTER TABLE organisation_succession ADD CONSTRAINT organisation_succession_period CHECK (valid_from < valid_to);
ALTER TABLE organisation_area ADD CONSTRAINT organisation_area_period CHECK (valid_from < valid_to);
ALTER TABLE scheme ADD CONSTRAINT scheme_period CHECK (valid_from < valid_to);
ALTER TABLE scheme_version ADD CONSTRAINT scheme_version_period CHECK (valid_from < valid_to);
ALTER TABLE scheme_participation ADD CONSTRAINT scheme_participation_period CHECK (valid_from < valid_to);
ALTER TABLE scheme_level ADD CONSTRAINT scheme_level_period CHECK (valid_from < valid_to);
ALTER TABLE scheme_event ADD CONSTRAINT scheme_event_period CHECK (valid_from < valid_to);
ALTER TABLE agreement ADD CONSTRAINT agreement_period CHECK (valid_from < valid_to);
ALTER TABLE target_group ADD CONSTRAINT target_group_period CHECK (valid_from < valid_to);
ALTER TABLE partnership ADD CONSTRAINT partnership_period CHECK (valid_from < valid_to);
ALTER TABLE coordinator_post ADD CONSTRAINT coordinator_post_period CHECK (valid_from < valid_to);
ALTER TABLE post_version ADD CONSTRAINT post_version_period CHECK (valid_from < valid_to);
ALTER TABLE post_participation ADD CONSTRAINT post_participation_period CHECK (valid_from < valid_to);
ALTER TABLE post_reporting ADD CONSTRAINT post_reporting_period CHECK (valid_from < valid_to);
ALTER TABLE portfolio_item ADD CONSTRAINT portfolio_item_period CHECK (valid_from < valid_to);
ALTER TABLE body ADD CONSTRAINT body_period CHECK (valid_from < valid_to);
ALTER TABLE body_version ADD CONSTRAINT body_version_period CHECK (valid_from < valid_to);
ALTER TABLE body_participation ADD CONSTRAINT body_participation_period CHECK (valid_from < valid_to);
ALTER TABLE body_function ADD CONSTRAINT body_function_period CHECK (valid_from < valid_to);
ALTER TABLE body_level ADD CONSTRAINT body_level_period CHECK (valid_from < valid_to);
ALTER TABLE body_area ADD CONSTRAINT body_area_period CHECK (valid_from < valid_to);
ALTER TABLE body_reporting ADD CONSTRAINT body_reporting_period CHECK (valid_from < valid_to);
ALTER TABLE body_replacement ADD CONSTRAINT body_replacement_period CHECK (valid_from < valid_to);
ALTER TABLE mandate ADD CONSTRAINT mandate_period CHECK (valid_from < valid_to);
ALTER TABLE body_duty ADD CONSTRAINT body_duty_period CHECK (valid_from < valid_to);
ALTER TABLE body_cadence ADD CONSTRAINT body_cadence_period CHECK (valid_from < valid_to);
ALTER TABLE standing_item ADD CONSTRAINT standing_item_period CHECK (valid_from < valid_to);
ALTER TABLE seat ADD CONSTRAINT seat_period CHECK (valid_from < valid_to);
ALTER TABLE seat_holder ADD CONSTRAINT seat_holder_period CHECK (valid_from < valid_to);
ALTER TABLE arena ADD CONSTRAINT arena_period CHECK (valid_from < valid_to);
ALTER TABLE arena_version ADD CONSTRAINT arena_version_period CHECK (valid_from < valid_to);
ALTER TABLE arena_area ADD CONSTRAINT arena_area_period CHECK (valid_from < valid_to);
ALTER TABLE arena_participation ADD CONSTRAINT arena_participation_period CHECK (valid_from < valid_to);
ALTER TABLE arena_participant ADD CONSTRAINT arena_participant_period CHECK (valid_from < valid_to);
ALTER TABLE arena_responsibility ADD CONSTRAINT arena_responsibility_period CHECK (valid_from < valid_to);

ALTER TABLE population_count ADD CONSTRAINT population_count_not_negative CHECK (count >= 0);
ALTER TABLE post_version ADD CONSTRAINT post_version_percent CHECK (percent BETWEEN 1 AND 100);
ALTER TABLE meeting ADD CONSTRAINT meeting_times
  CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND (ends_at IS NULL OR (starts_at IS NOT NULL AND starts_at < ends_at)));

-- Ages in order: from no older than to, and an alternative end between them.
CREATE FUNCTION ages_in_order(ages jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ages IS NULL
    OR (COALESCE((ages ->> 'from')::int, 0) <= COALESCE((ages ->> 'to')::int, 200)
      AND COALESCE((ages ->> 'from')::int, 0) <= COALESCE((ages ->> 'orTo')::int, 200)
      AND COALESCE((ages ->> 'from')::int, 0) >= 0);
ALTER TABLE target_group ADD CONSTRAINT target_group_ages CHECK (ages_in_order(ages));
ALTER TABLE post_version ADD CONSTRAINT post_version_ages CHECK (ages_in_order(ages));
ALTER TABLE body_version ADD CONSTRAINT body_version_ages CHECK (ages_in_order(ages));

-- Only one at a time.
ALTER TABLE area_version ADD CONSTRAINT area_version_one_at_a_time
  EXCLUDE USING gist (area_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE organisation_version ADD CONSTRAINT organisation_version_one_at_a_time
  EXCLUDE USING gist (organisation_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE scheme_version ADD CONSTRAINT scheme_version_one_at_a_time
  EXCLUDE USING gist (scheme_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE post_version ADD CONSTRAINT post_version_one_at_a_time
  EXCLUDE USING gist (post_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE body_version ADD CONSTRAINT body_version_one_at_a_time
  EXCLUDE USING gist (body_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE arena_version ADD CONSTRAINT arena_version_one_at_a_time
  EXCLUDE USING gist (arena_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE seat_holder ADD CONSTRAINT seat_holder_one_at_a_time
  EXCLUDE USING gist (seat_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE body_cadence ADD CONSTRAINT body_cadence_one_at_a_time
  EXCLUDE USING gist (body_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;

-- The same thing not twice at a time.
ALTER TABLE scheme_participation ADD CONSTRAINT scheme_participation_not_twice
  EXCLUDE USING gist (scheme_id WITH =, municipality_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE post_participation ADD CONSTRAINT post_participation_not_twice
  EXCLUDE USING gist (post_id WITH =, municipality_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE body_participation ADD CONSTRAINT body_participation_not_twice
  EXCLUDE USING gist (body_id WITH =, municipality_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE body_function ADD CONSTRAINT body_function_not_twice
  EXCLUDE USING gist (body_id WITH =, kind WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE body_level ADD CONSTRAINT body_level_not_twice
  EXCLUDE USING gist (body_id WITH =, level_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE body_area ADD CONSTRAINT body_area_not_twice
  EXCLUDE USING gist (body_id WITH =, area_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE arena_area ADD CONSTRAINT arena_area_not_twice
  EXCLUDE USING gist (arena_id WITH =, area_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE arena_participation ADD CONSTRAINT arena_participation_not_twice
  EXCLUDE USING gist (arena_id WITH =, municipality_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE area_part ADD CONSTRAINT area_part_not_twice
  EXCLUDE USING gist (whole_id WITH =, part_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE organisation_parent ADD CONSTRAINT organisation_parent_not_twice
  EXCLUDE USING gist (organisation_id WITH =, parent_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE organisation_area ADD CONSTRAINT organisation_area_not_twice
  EXCLUDE USING gist (organisation_id WITH =, area_id WITH =, daterange(valid_from, valid_to) WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE organisation DROP CONSTRAINT IF EXISTS organisation_home_municipality_id_slug_key;
DROP INDEX IF EXISTS organisation_home_municipality_id_slug_key;
CREATE UNIQUE INDEX organisation_home_municipality_id_slug_key ON organisation (home_municipality_id, slug) NULLS NOT DISTINCT;
DROP INDEX IF EXISTS source_document_home_municipality_id_slug_key;
CREATE UNIQUE INDEX source_document_home_municipality_id_slug_key ON source_document (home_municipality_id, slug) NULLS NOT DISTINCT;

-- No body reports, in the end, to itself; no unit is part of itself. Two writers may each add half of a circle:
-- the lock lets one of them finish first.
CREATE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  relation text := TG_TABLE_NAME;
  below text := TG_ARGV[0];
  above text := TG_ARGV[1];
  is_circle boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('circle in ' || relation));
  EXECUTE format($sql$
    WITH RECURSIVE upwards AS (
      SELECT %2$I AS member, daterange(valid_from, valid_to) AS during FROM %1$I WHERE id = $1
      UNION
      SELECT line.%2$I, upwards.during * daterange(line.valid_from, line.valid_to)
        FROM upwards JOIN %1$I AS line ON line.%3$I = upwards.member
       WHERE upwards.during && daterange(line.valid_from, line.valid_to)
    ) CYCLE member SET is_round USING path
    SELECT EXISTS (SELECT FROM upwards JOIN %1$I AS added ON added.id = $1 WHERE upwards.member = added.%2$I AND is_round)
  $sql$, relation, above, below) INTO is_circle USING NEW.id;
  IF is_circle THEN
    RAISE EXCEPTION 'circle in %', relation USING ERRCODE = '23514', CONSTRAINT = relation || '_no_circle';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER body_reporting_no_circle AFTER INSERT OR UPDATE ON body_reporting
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('body_id', 'parent_id');
CREATE CONSTRAINT TRIGGER organisation_parent_no_circle AFTER INSERT OR UPDATE ON organisation_parent
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('organisation_id', 'parent_id');
CREATE CONSTRAINT TRIGGER area_part_no_circle AFTER INSERT OR UPDATE ON area_part
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('part_id', 'whole_id');

-- No row more visible than its owner: a higher setting is refused, and an owner that is withdrawn takes its rows along.
CREATE FUNCTION refuse_more_visible() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_owner visibility;
BEGIN
  IF TG_TABLE_NAME = 'meeting' THEN
    SELECT visibility INTO of_owner FROM body WHERE id = NEW.body_id FOR SHARE;
  ELSE
    SELECT body.visibility INTO of_owner FROM seat JOIN body ON body.id = seat.body_id WHERE seat.id = NEW.seat_id FOR SHARE OF body;
  END IF;
  -- The enumeration goes from most to least visible.
  IF NEW.visibility < of_owner THEN
    RAISE EXCEPTION '% would be more visible than its body', TG_TABLE_NAME
      USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_no_more_visible_than_its_body';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_no_more_visible_than_its_body BEFORE INSERT OR UPDATE ON meeting
  FOR EACH ROW EXECUTE FUNCTION refuse_more_visible();
CREATE TRIGGER seat_holder_no_more_visible_than_its_body BEFORE INSERT OR UPDATE ON seat_holder
  FOR EACH ROW EXECUTE FUNCTION refuse_more_visible();
CREATE FUNCTION withdraw_with_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE meeting SET visibility = NEW.visibility WHERE body_id = NEW.id AND visibility < NEW.visibility;
  UPDATE seat_holder SET visibility = NEW.visibility
    FROM seat WHERE seat.id = seat_id AND seat.body_id = NEW.id AND seat_holder.visibility < NEW.visibility;
  RETURN NULL;
END $$;
CREATE TRIGGER body_withdraws AFTER UPDATE OF visibility ON body
  FOR EACH ROW WHEN (OLD.visibility < NEW.visibility) EXECUTE FUNCTION withdraw_with_body();

-- Who reads what. What has a visibility of its own: the public sees the public; neighbours see no more until
-- there are sharing agreements; the signed-in door's own rows come with its viewers.
ALTER TABLE area ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON area FOR SELECT TO samrad_public, samrad_neighbour USING (visibility = 'public');
CREATE POLICY signed_in_reads ON area FOR SELECT TO samrad_signed_in USING (true);
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON organisation FOR SELECT TO samrad_public, samrad_neighbour USING (visibility = 'public');
CREATE POLICY signed_in_reads ON organisation FOR SELECT TO samrad_signed_in USING (true);
ALTER TABLE scheme ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON scheme FOR SELECT TO samrad_public, samrad_neighbour USING (visibility = 'public');
CREATE POLICY signed_in_reads ON scheme FOR SELECT TO samrad_signed_in USING (true);
ALTER TABLE coordinator_post ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON coordinator_post FOR SELECT TO samrad_public, samrad_neighbour USING (visibility = 'public');
CREATE POLICY signed_in_reads ON coordinator_post FOR SELECT TO samrad_signed_in USING (true);
ALTER TABLE body ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON body FOR SELECT TO samrad_public, samrad_neighbour USING (visibility = 'public');
CREATE POLICY signed_in_reads ON body FOR SELECT TO samrad_signed_in USING (true);
ALTER TABLE arena ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON arena FOR SELECT TO samrad_public, samrad_neighbour USING (visibility = 'public');
CREATE POLICY signed_in_reads ON arena FOR SELECT TO samrad_signed_in USING (true);
ALTER TABLE meeting ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON meeting FOR SELECT TO samrad_public, samrad_neighbour
  USING (visibility = 'public' AND EXISTS (SELECT FROM body WHERE body.id = body_id));
CREATE POLICY signed_in_reads ON meeting FOR SELECT TO samrad_signed_in USING (true);
ALTER TABLE seat_holder ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON seat_holder FOR SELECT TO samrad_public, samrad_neighbour
  USING (visibility = 'public' AND EXISTS (SELECT FROM seat WHERE seat.id = seat_id));
CREATE POLICY signed_in_reads ON seat_holder FOR SELECT TO samrad_signed_in USING (true);

-- Everything else is seen with what it belongs to: the policies of that table apply in turn.
ALTER TABLE area_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON area_version FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM area AS owner WHERE owner.id = area_version.area_id));
ALTER TABLE area_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON area_part FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM area AS owner WHERE owner.id = area_part.whole_id) AND EXISTS (SELECT FROM area AS owner WHERE owner.id = area_part.part_id));
ALTER TABLE population_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON population_count FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM area AS owner WHERE owner.id = population_count.area_id));
ALTER TABLE organisation_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON organisation_version FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM organisation AS owner WHERE owner.id = organisation_version.organisation_id));
ALTER TABLE organisation_parent ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON organisation_parent FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM organisation AS owner WHERE owner.id = organisation_parent.organisation_id) AND EXISTS (SELECT FROM organisation AS owner WHERE owner.id = organisation_parent.parent_id));
ALTER TABLE organisation_succession ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON organisation_succession FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM organisation AS owner WHERE owner.id = organisation_succession.predecessor_id) AND EXISTS (SELECT FROM organisation AS owner WHERE owner.id = organisation_succession.successor_id));
ALTER TABLE organisation_area ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON organisation_area FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM organisation AS owner WHERE owner.id = organisation_area.organisation_id) AND EXISTS (SELECT FROM area AS owner WHERE owner.id = organisation_area.area_id));
ALTER TABLE scheme_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON scheme_version FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM scheme AS owner WHERE owner.id = scheme_version.scheme_id));
ALTER TABLE scheme_participation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON scheme_participation FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM scheme AS owner WHERE owner.id = scheme_participation.scheme_id));
ALTER TABLE scheme_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON scheme_level FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM scheme AS owner WHERE owner.id = scheme_level.scheme_id));
ALTER TABLE scheme_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON scheme_event FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM scheme AS owner WHERE owner.id = scheme_event.scheme_id));
ALTER TABLE agreement ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON agreement FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM scheme AS owner WHERE owner.id = agreement.scheme_id));
ALTER TABLE target_group ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON target_group FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM scheme AS owner WHERE owner.id = target_group.scheme_id));
ALTER TABLE partnership ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON partnership FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM scheme AS owner WHERE owner.id = partnership.scheme_id) AND EXISTS (SELECT FROM organisation AS owner WHERE owner.id = partnership.organisation_id));
ALTER TABLE post_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON post_version FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM coordinator_post AS owner WHERE owner.id = post_version.post_id));
ALTER TABLE post_participation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON post_participation FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM coordinator_post AS owner WHERE owner.id = post_participation.post_id));
ALTER TABLE post_reporting ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON post_reporting FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM coordinator_post AS owner WHERE owner.id = post_reporting.post_id));
ALTER TABLE portfolio_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON portfolio_item FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM coordinator_post AS owner WHERE owner.id = portfolio_item.post_id));
ALTER TABLE body_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_version FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_version.body_id));
ALTER TABLE body_participation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_participation FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_participation.body_id));
ALTER TABLE body_function ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_function FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_function.body_id));
ALTER TABLE body_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_level FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_level.body_id) AND EXISTS (SELECT FROM scheme_level AS owner WHERE owner.id = body_level.level_id));
ALTER TABLE body_area ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_area FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_area.body_id) AND EXISTS (SELECT FROM area AS owner WHERE owner.id = body_area.area_id));
ALTER TABLE body_reporting ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_reporting FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_reporting.body_id));
ALTER TABLE body_replacement ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_replacement FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_replacement.body_id));
ALTER TABLE mandate ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON mandate FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = mandate.body_id));
ALTER TABLE mandate_clause ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON mandate_clause FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM mandate AS owner WHERE owner.id = mandate_clause.mandate_id));
ALTER TABLE body_duty ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_duty FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_duty.body_id));
ALTER TABLE body_cadence ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON body_cadence FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = body_cadence.body_id));
ALTER TABLE standing_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON standing_item FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = standing_item.body_id));
ALTER TABLE seat ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON seat FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM body AS owner WHERE owner.id = seat.body_id));
ALTER TABLE arena_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON arena_version FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM arena AS owner WHERE owner.id = arena_version.arena_id));
ALTER TABLE arena_area ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON arena_area FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM arena AS owner WHERE owner.id = arena_area.arena_id) AND EXISTS (SELECT FROM area AS owner WHERE owner.id = arena_area.area_id));
ALTER TABLE arena_participation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON arena_participation FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM arena AS owner WHERE owner.id = arena_participation.arena_id));
ALTER TABLE arena_participant ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON arena_participant FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM arena AS owner WHERE owner.id = arena_participant.arena_id));
ALTER TABLE arena_responsibility ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON arena_responsibility FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM arena AS owner WHERE owner.id = arena_responsibility.arena_id));
ALTER TABLE party ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON party FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM fact AS owner WHERE owner.id = party.fact_id));
ALTER TABLE source_reference ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON source_reference FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM fact AS owner WHERE owner.id = source_reference.fact_id));
ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_owner ON fact FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING ((area_id IS NULL OR EXISTS (SELECT FROM area AS owner WHERE owner.id = fact.area_id))
    AND (organisation_id IS NULL OR EXISTS (SELECT FROM organisation AS owner WHERE owner.id = fact.organisation_id))
    AND (scheme_id IS NULL OR EXISTS (SELECT FROM scheme AS owner WHERE owner.id = fact.scheme_id))
    AND (post_id IS NULL OR EXISTS (SELECT FROM coordinator_post AS owner WHERE owner.id = fact.post_id))
    AND (body_id IS NULL OR EXISTS (SELECT FROM body AS owner WHERE owner.id = fact.body_id))
    AND (arena_id IS NULL OR EXISTS (SELECT FROM arena AS owner WHERE owner.id = fact.arena_id))
    AND (meeting_id IS NULL OR EXISTS (SELECT FROM meeting AS owner WHERE owner.id = fact.meeting_id))
    AND (seat_holder_id IS NULL OR EXISTS (SELECT FROM seat_holder AS owner WHERE owner.id = fact.seat_holder_id))
    AND (other_area_id IS NULL OR EXISTS (SELECT FROM area AS owner WHERE owner.id = fact.other_area_id))
    AND (other_organisation_id IS NULL OR EXISTS (SELECT FROM organisation AS owner WHERE owner.id = fact.other_organisation_id)));
ALTER TABLE source_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_reference ON source_document FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM source_reference WHERE document_id = source_document.id));
ALTER TABLE meeting_round ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads_with_meeting ON meeting_round FOR SELECT TO samrad_public, samrad_neighbour, samrad_signed_in
  USING (EXISTS (SELECT FROM meeting WHERE round_id = meeting_round.id));
GRANT SELECT ON area, organisation, scheme, coordinator_post, body, arena, meeting, seat_holder, area_version, area_part, population_count, organisation_version, organisation_parent, organisation_succession, organisation_area, scheme_version, scheme_participation, scheme_level, scheme_event, agreement, target_group, partnership, post_version, post_participation, post_reporting, portfolio_item, body_version, body_participation, body_function, body_level, body_area, body_reporting, body_replacement, mandate, mandate_clause, body_duty, body_cadence, standing_item, seat, arena_version, arena_area, arena_participation, arena_participant, arena_responsibility, party, source_reference, fact, source_document, meeting_round
  TO samrad_public, samrad_neighbour, samrad_signed_in;
