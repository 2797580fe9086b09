-- No release wrote relations: the table is empty.
-- DropIndex
DROP INDEX "ActorRelation_assessmentId_idx";

-- AlterTable
ALTER TABLE "Actor" ADD COLUMN     "mergedIntoId" TEXT,
ADD COLUMN     "otherNames" TEXT;

-- AlterTable
ALTER TABLE "ActorRelation" ADD COLUMN     "at" TIMESTAMP(3) NOT NULL,
ADD COLUMN     "byId" TEXT NOT NULL,
ADD COLUMN     "code" TEXT NOT NULL,
ADD COLUMN     "countries" TEXT NOT NULL,
ADD COLUMN     "excerptId" TEXT,
ADD COLUMN     "language" TEXT NOT NULL,
ADD COLUMN     "number" INTEGER NOT NULL,
ADD COLUMN     "ownStatement" BOOLEAN NOT NULL;

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "dueOn" TEXT;

-- AlterTable
ALTER TABLE "Judgement" ADD COLUMN     "method" TEXT;

-- CreateTable
CREATE TABLE "SheetImport" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT,
    "state" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "importedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "SheetImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Computation" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Computation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SheetImport_byId_idx" ON "SheetImport"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "SheetImport_assessmentId_number_key" ON "SheetImport"("assessmentId", "number");

-- CreateIndex
CREATE INDEX "ActorRelation_fromId_idx" ON "ActorRelation"("fromId");

-- CreateIndex
CREATE INDEX "ActorRelation_toId_idx" ON "ActorRelation"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "ActorRelation_assessmentId_code_key" ON "ActorRelation"("assessmentId", "code");
