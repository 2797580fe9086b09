-- AlterTable
ALTER TABLE "Actor" ADD COLUMN "mergedIntoId" TEXT;
ALTER TABLE "Actor" ADD COLUMN "otherNames" TEXT;

-- AlterTable
ALTER TABLE "Round" ADD COLUMN "dueOn" TEXT;

-- AlterTable
ALTER TABLE "Judgement" ADD COLUMN "method" TEXT;

-- CreateTable
CREATE TABLE "SheetImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    "importedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Computation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- No release wrote relations: the table is made anew.
DROP TABLE "ActorRelation";
CREATE TABLE "ActorRelation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "countries" TEXT NOT NULL,
    "asOf" TEXT,
    "sourceId" TEXT,
    "excerptId" TEXT,
    "ownStatement" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "archivedAt" DATETIME,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);
CREATE INDEX "ActorRelation_fromId_idx" ON "ActorRelation"("fromId");
CREATE INDEX "ActorRelation_toId_idx" ON "ActorRelation"("toId");
CREATE UNIQUE INDEX "ActorRelation_assessmentId_code_key" ON "ActorRelation"("assessmentId", "code");

-- CreateIndex
CREATE INDEX "SheetImport_byId_idx" ON "SheetImport"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "SheetImport_assessmentId_number_key" ON "SheetImport"("assessmentId", "number");
