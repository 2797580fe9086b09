-- AlterTable
ALTER TABLE "Edition" ADD COLUMN "contentDigest" TEXT;

-- CreateTable
CREATE TABLE "CompileJob" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "request" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "place" TEXT,
    "startedAt" DATETIME,
    "endedAt" DATETIME,
    "parts" TEXT NOT NULL,
    "partCount" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "holder" TEXT,
    "heldUntil" DATETIME,
    "stored" TEXT NOT NULL,
    "editionId" TEXT,
    "unchanged" BOOLEAN NOT NULL,
    "problem" TEXT,
    "seenAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "CompileJob_place_key" ON "CompileJob"("place");

-- CreateIndex
CREATE INDEX "CompileJob_assessmentId_askedAt_idx" ON "CompileJob"("assessmentId", "askedAt");

-- CreateIndex
CREATE INDEX "CompileJob_state_askedAt_idx" ON "CompileJob"("state", "askedAt");
