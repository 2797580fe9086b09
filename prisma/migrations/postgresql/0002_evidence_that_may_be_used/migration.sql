-- AlterTable
ALTER TABLE "Interview" ADD COLUMN     "agreedOn" TEXT,
ADD COLUMN     "levels" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "startedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "InterviewAnswer" ADD COLUMN     "archivedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "consentTo" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "withdrawnReason" TEXT;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "abstract" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "channel" TEXT,
ADD COLUMN     "importId" TEXT,
ADD COLUMN     "importPlace" INTEGER;

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "holderKind" TEXT NOT NULL,
    "holderId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "archivedAt" TIMESTAMP(3),
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactCheckLink" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "interviewId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "tokenDigest" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "mailedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "sentInAt" TIMESTAMP(3),
    "remarks" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "FactCheckLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactCheckReply" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "linkId" TEXT NOT NULL,
    "answerId" TEXT NOT NULL,
    "answerVersion" INTEGER NOT NULL,
    "recordDigest" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "settledAs" TEXT,
    "settledReason" TEXT,
    "settledAt" TIMESTAMP(3),
    "settledById" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "FactCheckReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "aboutKind" TEXT NOT NULL,
    "aboutId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    "settledById" TEXT,
    "settledNote" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coding" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "evidenceKind" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "passage" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "archivedAt" TIMESTAMP(3),
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceImport" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "foundIn" TEXT NOT NULL,
    "searchedOn" TEXT,
    "query" TEXT NOT NULL,
    "identified" INTEGER NOT NULL,
    "duplicates" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "importedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "SourceImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceImportRecord" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "importId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "fields" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "problems" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "likeId" TEXT,
    "likePlace" INTEGER,
    "decision" TEXT,
    "sourceId" TEXT,

    CONSTRAINT "SourceImportRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Screening" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "screener" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3),
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Screening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScreeningCount" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ScreeningCount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Attachment_assessmentId_idx" ON "Attachment"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_holderKind_holderId_number_key" ON "Attachment"("holderKind", "holderId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheckLink_tokenDigest_key" ON "FactCheckLink"("tokenDigest");

-- CreateIndex
CREATE INDEX "FactCheckLink_interviewId_idx" ON "FactCheckLink"("interviewId");

-- CreateIndex
CREATE INDEX "FactCheckLink_participantId_idx" ON "FactCheckLink"("participantId");

-- CreateIndex
CREATE INDEX "FactCheckLink_assessmentId_idx" ON "FactCheckLink"("assessmentId");

-- CreateIndex
CREATE INDEX "FactCheckReply_answerId_idx" ON "FactCheckReply"("answerId");

-- CreateIndex
CREATE INDEX "FactCheckReply_assessmentId_idx" ON "FactCheckReply"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheckReply_linkId_answerId_key" ON "FactCheckReply"("linkId", "answerId");

-- CreateIndex
CREATE INDEX "Notice_assessmentId_idx" ON "Notice"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_kind_subjectKind_subjectId_aboutKind_aboutId_key" ON "Notice"("kind", "subjectKind", "subjectId", "aboutKind", "aboutId");

-- CreateIndex
CREATE INDEX "Coding_assessmentId_code_idx" ON "Coding"("assessmentId", "code");

-- CreateIndex
CREATE INDEX "Coding_evidenceKind_evidenceId_idx" ON "Coding"("evidenceKind", "evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "SourceImport_assessmentId_number_key" ON "SourceImport"("assessmentId", "number");

-- CreateIndex
CREATE INDEX "SourceImportRecord_importId_outcome_idx" ON "SourceImportRecord"("importId", "outcome");

-- CreateIndex
CREATE INDEX "SourceImportRecord_importId_decision_place_idx" ON "SourceImportRecord"("importId", "decision", "place");

-- CreateIndex
CREATE UNIQUE INDEX "SourceImportRecord_importId_place_key" ON "SourceImportRecord"("importId", "place");

-- CreateIndex
CREATE INDEX "Screening_assessmentId_stage_idx" ON "Screening"("assessmentId", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "Screening_sourceId_stage_screener_key" ON "Screening"("sourceId", "stage", "screener");

-- CreateIndex
CREATE UNIQUE INDEX "ScreeningCount_assessmentId_kind_key" ON "ScreeningCount"("assessmentId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Source_importId_importPlace_key" ON "Source"("importId", "importPlace");

-- AddForeignKey
ALTER TABLE "FactCheckReply" ADD CONSTRAINT "FactCheckReply_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "FactCheckLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Screening" ADD CONSTRAINT "Screening_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The search index knows of which study, kind and language a text is, so that it never goes through another one.
ALTER TABLE "SearchText" DROP COLUMN "vector";
ALTER TABLE "SearchText" ADD COLUMN "vector" tsvector GENERATED ALWAYS AS (array_to_tsvector(ARRAY['a:' || "assessmentId", 'k:' || "kind", 'l:' || "language"]) || to_tsvector('simple', "words")) STORED;
CREATE INDEX "SearchText_vector_idx" ON "SearchText" USING GIN ("vector");
