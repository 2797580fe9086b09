-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "holderKind" TEXT NOT NULL,
    "holderId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "archivedAt" DATETIME,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "FactCheckLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "interviewId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "tokenDigest" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "byId" TEXT NOT NULL,
    "mailedAt" DATETIME,
    "revokedAt" DATETIME,
    "sentInAt" DATETIME,
    "remarks" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "FactCheckReply" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "linkId" TEXT NOT NULL,
    "answerId" TEXT NOT NULL,
    "answerVersion" INTEGER NOT NULL,
    "recordDigest" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "settledAs" TEXT,
    "settledReason" TEXT,
    "settledAt" DATETIME,
    "settledById" TEXT,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FactCheckReply_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "FactCheckLink" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "aboutKind" TEXT NOT NULL,
    "aboutId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "settledById" TEXT,
    "settledNote" TEXT,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Coding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "evidenceKind" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "passage" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "archivedAt" DATETIME,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SourceImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    "byId" TEXT NOT NULL,
    "importedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SourceImportRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "sourceId" TEXT
);

-- CreateTable
CREATE TABLE "Screening" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "screener" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL,
    "openedAt" DATETIME,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Screening_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ScreeningCount" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- AddColumns (SQLite adds a column with a default in place; no table is copied)
ALTER TABLE "Interview" ADD COLUMN "agreedOn" TEXT;
ALTER TABLE "Interview" ADD COLUMN "levels" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Interview" ADD COLUMN "startedAt" DATETIME;
ALTER TABLE "InterviewAnswer" ADD COLUMN "archivedAt" DATETIME;
ALTER TABLE "Participant" ADD COLUMN "consentTo" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Participant" ADD COLUMN "withdrawnReason" TEXT;
ALTER TABLE "Source" ADD COLUMN "abstract" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Source" ADD COLUMN "importId" TEXT;
ALTER TABLE "Source" ADD COLUMN "importPlace" INTEGER;
ALTER TABLE "Source" ADD COLUMN "channel" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Source_importId_importPlace_key" ON "Source"("importId", "importPlace");

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

-- The search index knows of which study, kind and language a text is, so that it never goes through another one.
DROP TRIGGER "SearchText_insert";
DROP TRIGGER "SearchText_delete";
DROP TRIGGER "SearchText_update";
DROP TABLE "SearchIndex";
CREATE VIRTUAL TABLE "SearchIndex" USING fts5("assessmentId", "kind", "language", "words", content='SearchText', content_rowid='n', tokenize="unicode61 remove_diacritics 2 tokenchars '-'", prefix='2 3');
CREATE TRIGGER "SearchText_insert" AFTER INSERT ON "SearchText" BEGIN
  INSERT INTO "SearchIndex" (rowid, "assessmentId", "kind", "language", "words") VALUES (NEW."n", NEW."assessmentId", NEW."kind", NEW."language", NEW."words");
END;
CREATE TRIGGER "SearchText_delete" AFTER DELETE ON "SearchText" BEGIN
  INSERT INTO "SearchIndex" ("SearchIndex", rowid, "assessmentId", "kind", "language", "words") VALUES ('delete', OLD."n", OLD."assessmentId", OLD."kind", OLD."language", OLD."words");
END;
CREATE TRIGGER "SearchText_update" AFTER UPDATE ON "SearchText" BEGIN
  INSERT INTO "SearchIndex" ("SearchIndex", rowid, "assessmentId", "kind", "language", "words") VALUES ('delete', OLD."n", OLD."assessmentId", OLD."kind", OLD."language", OLD."words");
  INSERT INTO "SearchIndex" (rowid, "assessmentId", "kind", "language", "words") VALUES (NEW."n", NEW."assessmentId", NEW."kind", NEW."language", NEW."words");
END;
INSERT INTO "SearchIndex" ("SearchIndex") VALUES ('rebuild');
