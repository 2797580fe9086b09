-- CreateTable
CREATE TABLE "Presence" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "blockId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionSeen" (
    "userId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "changes" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SectionSeen_pkey" PRIMARY KEY ("userId","sectionId")
);

-- CreateTable
CREATE TABLE "MailOutbox" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),
    "droppedAt" TIMESTAMP(3),
    "tries" INTEGER NOT NULL,

    CONSTRAINT "MailOutbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deviation" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "protocolNumber" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "approvedOn" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "affected" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Deviation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionChange" (
    "sectionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "recordVersion" INTEGER NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SectionChange_pkey" PRIMARY KEY ("sectionId","number","kind","recordId")
);

-- CreateTable
CREATE TABLE "GateReason" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "archivedAt" TIMESTAMP(3),
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "GateReason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewRound" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "dueOn" TEXT,
    "note" TEXT NOT NULL,
    "sectionChanges" INTEGER NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "openedById" TEXT NOT NULL,
    "closedAt" TIMESTAMP(3),
    "outcome" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ReviewRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StepBack" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "replacedById" TEXT,
    "endedAt" TIMESTAMP(3),
    "endedReason" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "StepBack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "threadId" TEXT,
    "blockId" TEXT,
    "language" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "passage" TEXT,
    "blockVersion" INTEGER,
    "text" TEXT NOT NULL,
    "mentions" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3),
    "resolvedAt" TIMESTAMP(3),
    "resolvedById" TEXT,
    "archivedAt" TIMESTAMP(3),
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "blockId" TEXT NOT NULL,
    "blockVersion" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "settledAt" TIMESTAMP(3),
    "settledById" TEXT,
    "settledNote" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentRound" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "dueOn" TEXT,
    "note" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "openedById" TEXT NOT NULL,
    "closedAt" TIMESTAMP(3),
    "closedById" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "CommentRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Remark" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "sectionCode" TEXT,
    "statementCode" TEXT,
    "passage" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),
    "withdrawnAt" TIMESTAMP(3),
    "stance" TEXT,
    "response" TEXT NOT NULL,
    "changed" TEXT NOT NULL,
    "statements" TEXT NOT NULL,
    "respondedAt" TIMESTAMP(3),
    "respondedById" TEXT,
    "shownAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Presence_sectionId_idx" ON "Presence"("sectionId");

-- CreateIndex
CREATE INDEX "Presence_at_idx" ON "Presence"("at");

-- CreateIndex
CREATE INDEX "MailOutbox_sentAt_droppedAt_dueAt_idx" ON "MailOutbox"("sentAt", "droppedAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "MailOutbox_userId_key_key" ON "MailOutbox"("userId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Deviation_assessmentId_number_key" ON "Deviation"("assessmentId", "number");

-- CreateIndex
CREATE INDEX "SectionChange_assessmentId_idx" ON "SectionChange"("assessmentId");

-- CreateIndex
CREATE INDEX "GateReason_assessmentId_idx" ON "GateReason"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "GateReason_sectionId_check_subject_key" ON "GateReason"("sectionId", "check", "subject");

-- CreateIndex
CREATE INDEX "ReviewRound_assessmentId_idx" ON "ReviewRound"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewRound_sectionId_number_key" ON "ReviewRound"("sectionId", "number");

-- CreateIndex
CREATE INDEX "StepBack_sectionId_idx" ON "StepBack"("sectionId");

-- CreateIndex
CREATE INDEX "StepBack_assessmentId_idx" ON "StepBack"("assessmentId");

-- CreateIndex
CREATE INDEX "Comment_assessmentId_idx" ON "Comment"("assessmentId");

-- CreateIndex
CREATE INDEX "Comment_threadId_idx" ON "Comment"("threadId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_sectionId_number_key" ON "Comment"("sectionId", "number");

-- CreateIndex
CREATE INDEX "Suggestion_assessmentId_idx" ON "Suggestion"("assessmentId");

-- CreateIndex
CREATE INDEX "Suggestion_blockId_idx" ON "Suggestion"("blockId");

-- CreateIndex
CREATE UNIQUE INDEX "Suggestion_sectionId_number_key" ON "Suggestion"("sectionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CommentRound_editionId_key" ON "CommentRound"("editionId");

-- CreateIndex
CREATE UNIQUE INDEX "CommentRound_assessmentId_number_key" ON "CommentRound"("assessmentId", "number");

-- CreateIndex
CREATE INDEX "Remark_editionId_idx" ON "Remark"("editionId");

-- CreateIndex
CREATE UNIQUE INDEX "Remark_assessmentId_code_key" ON "Remark"("assessmentId", "code");

-- By hand from here on.

-- What was written before is counted back from the newest change of each section.
INSERT INTO "SectionChange" ("sectionId", "number", "kind", "recordId", "recordVersion", "assessmentId", "byId", "at")
WITH "Written" AS (
    SELECT "Block"."sectionId", "Version"."kind", "Version"."recordId", "Version"."number" AS "recordVersion",
           "Version"."assessmentId", "Version"."byId", "Version"."at"
    FROM "Version" JOIN "Block" ON "Block"."id" = "Version"."recordId"
    WHERE "Version"."kind" = 'block'
    UNION ALL
    SELECT "Block"."sectionId", "Version"."kind", "Version"."recordId", "Version"."number",
           "Version"."assessmentId", "Version"."byId", "Version"."at"
    FROM "Version" JOIN "Link" ON "Link"."id" = "Version"."recordId" JOIN "Block" ON "Block"."id" = "Link"."fromBlockId"
    WHERE "Version"."kind" = 'link'
    UNION ALL
    SELECT "Block"."sectionId", "Version"."kind", "Version"."recordId", "Version"."number",
           "Version"."assessmentId", "Version"."byId", "Version"."at"
    FROM "Version" JOIN "Translation" ON "Translation"."id" = "Version"."recordId" JOIN "Block" ON "Block"."id" = "Translation"."recordId"
    WHERE "Version"."kind" = 'translation' AND "Translation"."kind" = 'block'
), "Placed" AS (
    SELECT "Written".*, DENSE_RANK() OVER (PARTITION BY "sectionId" ORDER BY "at", "recordVersion", "recordId") AS "place"
    FROM "Written"
), "Counted" AS (
    SELECT "sectionId", MAX("place") AS "places" FROM "Placed" GROUP BY "sectionId"
)
SELECT "Placed"."sectionId", "Section"."changes" - "Counted"."places" + "Placed"."place", "Placed"."kind", "Placed"."recordId",
       "Placed"."recordVersion", "Placed"."assessmentId", "Placed"."byId", "Placed"."at"
FROM "Placed" JOIN "Counted" ON "Counted"."sectionId" = "Placed"."sectionId" JOIN "Section" ON "Section"."id" = "Placed"."sectionId";
