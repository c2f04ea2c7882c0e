-- what was agreed stays as it was

-- AlterTable
ALTER TABLE "action_point" ADD COLUMN     "agreed_due_on" DATE,
ADD COLUMN     "agreed_owners" TEXT;
