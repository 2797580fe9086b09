-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "contentDigest" TEXT;

-- CreateTable
CREATE TABLE "CompileJob" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "request" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "place" TEXT,
    "startedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "parts" TEXT NOT NULL,
    "partCount" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "holder" TEXT,
    "heldUntil" TIMESTAMP(3),
    "stored" TEXT NOT NULL,
    "editionId" TEXT,
    "unchanged" BOOLEAN NOT NULL,
    "problem" TEXT,
    "seenAt" TIMESTAMP(3),

    CONSTRAINT "CompileJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CompileJob_place_key" ON "CompileJob"("place");

-- CreateIndex
CREATE INDEX "CompileJob_assessmentId_askedAt_idx" ON "CompileJob"("assessmentId", "askedAt");

-- CreateIndex
CREATE INDEX "CompileJob_state_askedAt_idx" ON "CompileJob"("state", "askedAt");
