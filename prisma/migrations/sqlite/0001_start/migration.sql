-- CreateTable
CREATE TABLE "Installation" (
    "id" TEXT NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "Event" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "byKind" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subjectVersion" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("chain", "seq")
);

-- CreateTable
CREATE TABLE "EventDetail" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "about" TEXT,
    "salt" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("chain", "seq", "part")
);

-- CreateTable
CREATE TABLE "ChainHead" (
    "chain" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Erasure" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("chain", "seq", "part")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "n" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "leaves" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicKey" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "emailFolded" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "passwordHash" TEXT,
    "administrator" BOOLEAN NOT NULL,
    "mayStart" BOOLEAN NOT NULL,
    "deactivatedAt" DATETIME,
    "demo" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "PasswordLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "byId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "freshAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LinkCookie" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "linkId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ParkedForm" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LastVisit" (
    "userId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "previousAt" DATETIME,

    PRIMARY KEY ("userId", "assessmentId")
);

-- CreateTable
CREATE TABLE "PersonalSetting" (
    "userId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("userId", "key")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "result" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "originalLanguage" TEXT NOT NULL,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "notice" TEXT,
    "protocolNumber" INTEGER NOT NULL,
    "frozenAt" DATETIME,
    "frozenById" TEXT,
    "closedAt" DATETIME,
    "codeKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "endsOn" TEXT,
    "addedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Member_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProtocolVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "byId" TEXT NOT NULL,
    "reason" TEXT,
    CONSTRAINT "ProtocolVersion_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Counter" (
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "next" INTEGER NOT NULL,

    PRIMARY KEY ("assessmentId", "kind")
);

-- CreateTable
CREATE TABLE "Translation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "originalDigest" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Version" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byKind" TEXT NOT NULL,
    "byId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "SearchText" (
    "n" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "QuestionTag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "evidenceKind" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Ground" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "holderKind" TEXT NOT NULL,
    "holderId" TEXT NOT NULL,
    "evidenceKind" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "note" TEXT
);

-- CreateTable
CREATE TABLE "FieldAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "value" TEXT,
    "explanation" TEXT,
    "language" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "protocolNumber" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Interviewee" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "actorId" TEXT,
    "interest" TEXT NOT NULL,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Identity" (
    "intervieweeId" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "name" TEXT,
    "contact" TEXT,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateReason" TEXT,
    "title" TEXT NOT NULL,
    "perspective" TEXT,
    "selectionReason" TEXT NOT NULL,
    "agreedWith" TEXT,
    "plannedOn" TEXT,
    "heldOn" TEXT,
    "mode" TEXT,
    "place" TEXT,
    "language" TEXT NOT NULL,
    "notesFor" TEXT NOT NULL,
    "changes" INTEGER NOT NULL,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Interviewer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "interviewId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    CONSTRAINT "Interviewer_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Participant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "interviewId" TEXT NOT NULL,
    "intervieweeId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "persons" INTEGER,
    "attribution" TEXT NOT NULL,
    "mayQuote" BOOLEAN NOT NULL,
    "wantsRecord" BOOLEAN,
    "consentOn" TEXT,
    "consentHow" TEXT,
    "withdrawnAt" DATETIME,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Participant_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Participant_intervieweeId_fkey" FOREIGN KEY ("intervieweeId") REFERENCES "Interviewee" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "interviewId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "value" TEXT,
    "notes" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "protocolNumber" INTEGER NOT NULL,
    "attribution" TEXT,
    "givenBy" TEXT NOT NULL,
    "timeMark" TEXT,
    "disputedAt" DATETIME,
    "withdrawnAt" DATETIME,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "InterviewAnswer_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleKind" TEXT NOT NULL,
    "titleFolded" TEXT NOT NULL,
    "authors" TEXT NOT NULL,
    "issued" TEXT,
    "bibliography" TEXT NOT NULL,
    "doiFolded" TEXT,
    "language" TEXT NOT NULL,
    "origin" TEXT,
    "reading" TEXT NOT NULL,
    "appraisal" TEXT NOT NULL,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Excerpt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "place" TEXT,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "byId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Excerpt_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Actor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "levels" TEXT NOT NULL,
    "focus" TEXT NOT NULL,
    "countries" TEXT NOT NULL,
    "url" TEXT,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ActorFact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "value" TEXT,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "asOf" TEXT,
    "sourceId" TEXT,
    "excerptId" TEXT,
    "ownStatement" BOOLEAN NOT NULL,
    "protocolNumber" INTEGER NOT NULL,
    "archivedAt" DATETIME,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "ActorFact_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActorRelation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "asOf" TEXT,
    "sourceId" TEXT,
    "note" TEXT NOT NULL,
    "archivedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Intervention" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "groupKey" TEXT,
    "groupTitle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sourceId" TEXT,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Round" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjects" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "blind" BOOLEAN NOT NULL,
    "openedAt" DATETIME,
    "closedAt" DATETIME,
    "protocolNumber" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "RoundRater" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "sentAt" DATETIME,
    "replacedAt" DATETIME,
    "version" INTEGER NOT NULL,
    CONSTRAINT "RoundRater_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Judgement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "rater" TEXT NOT NULL,
    "level" TEXT,
    "without" TEXT,
    "justification" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "ownExpertise" BOOLEAN NOT NULL,
    "agreed" BOOLEAN,
    "dissent" TEXT,
    "protocolNumber" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Judgement_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Alignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "framework" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "level" TEXT,
    "without" TEXT,
    "reasons" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "protocolNumber" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "OptionPoint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "archivedAt" DATETIME,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Section" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "parentId" TEXT,
    "sort" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL,
    "language" TEXT,
    "translationOfId" TEXT,
    "data" TEXT,
    "questions" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateReason" TEXT,
    "stateById" TEXT,
    "stateAt" DATETIME,
    "dueOn" TEXT,
    "changes" INTEGER NOT NULL,
    "archivedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SectionAssignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    CONSTRAINT "SectionAssignment_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Block" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "repeats" TEXT,
    "data" TEXT,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Block_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "blockId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "question" TEXT,
    "part" TEXT,
    "confidence" TEXT,
    "confidenceReason" TEXT NOT NULL,
    "confidenceComponents" TEXT NOT NULL,
    "contradictionAnswer" TEXT NOT NULL,
    "addressedTo" TEXT NOT NULL,
    CONSTRAINT "Statement_blockId_fkey" FOREIGN KEY ("blockId") REFERENCES "Block" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "fromBlockId" TEXT NOT NULL,
    "toKind" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "archivedAt" DATETIME,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Limitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sections" TEXT NOT NULL,
    "statements" TEXT NOT NULL,
    "archivedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "languages" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "remarks" TEXT NOT NULL,
    "sectionChanges" INTEGER NOT NULL,
    "contentDigest" TEXT NOT NULL,
    "evidenceDigest" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "SignOff_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "draft" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "blocks" TEXT NOT NULL,
    "manifest" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "compiledAt" DATETIME NOT NULL,
    "compiledById" TEXT NOT NULL,
    "releasedAt" DATETIME,
    "releasedById" TEXT,
    "withdrawnAt" DATETIME,
    "reason" TEXT,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "EditionFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    CONSTRAINT "EditionFile_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Event_id_key" ON "Event"("id");

-- CreateIndex
CREATE INDEX "Event_chain_subjectType_subjectId_seq_idx" ON "Event"("chain", "subjectType", "subjectId", "seq");

-- CreateIndex
CREATE INDEX "Event_chain_byId_seq_idx" ON "Event"("chain", "byId", "seq");

-- CreateIndex
CREATE INDEX "Event_chain_action_seq_idx" ON "Event"("chain", "action", "seq");

-- CreateIndex
CREATE INDEX "EventDetail_about_idx" ON "EventDetail"("about");

-- CreateIndex
CREATE UNIQUE INDEX "User_emailFolded_key" ON "User"("emailFolded");

-- CreateIndex
CREATE INDEX "PasswordLink_userId_idx" ON "PasswordLink"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "ParkedForm_userId_idx" ON "ParkedForm"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_slug_key" ON "Assessment"("slug");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_assessmentId_userId_key" ON "Member"("assessmentId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "ProtocolVersion_assessmentId_number_key" ON "ProtocolVersion"("assessmentId", "number");

-- CreateIndex
CREATE INDEX "Translation_assessmentId_kind_idx" ON "Translation"("assessmentId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_kind_recordId_field_language_key" ON "Translation"("kind", "recordId", "field", "language");

-- CreateIndex
CREATE INDEX "Version_assessmentId_at_idx" ON "Version"("assessmentId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Version_kind_recordId_number_key" ON "Version"("kind", "recordId", "number");

-- CreateIndex
CREATE INDEX "SearchText_assessmentId_kind_idx" ON "SearchText"("assessmentId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "SearchText_kind_recordId_language_key" ON "SearchText"("kind", "recordId", "language");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionTag_assessmentId_question_evidenceKind_evidenceId_key" ON "QuestionTag"("assessmentId", "question", "evidenceKind", "evidenceId");

-- CreateIndex
CREATE INDEX "Ground_assessmentId_holderKind_idx" ON "Ground"("assessmentId", "holderKind");

-- CreateIndex
CREATE INDEX "Ground_evidenceKind_evidenceId_idx" ON "Ground"("evidenceKind", "evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "Ground_holderKind_holderId_evidenceKind_evidenceId_key" ON "Ground"("holderKind", "holderId", "evidenceKind", "evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "FieldAnswer_assessmentId_question_field_key" ON "FieldAnswer"("assessmentId", "question", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Interviewee_assessmentId_code_key" ON "Interviewee"("assessmentId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Interview_assessmentId_code_key" ON "Interview"("assessmentId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Interviewer_interviewId_userId_key" ON "Interviewer"("interviewId", "userId");

-- CreateIndex
CREATE INDEX "Participant_assessmentId_idx" ON "Participant"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_interviewId_intervieweeId_key" ON "Participant"("interviewId", "intervieweeId");

-- CreateIndex
CREATE INDEX "InterviewAnswer_assessmentId_question_idx" ON "InterviewAnswer"("assessmentId", "question");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewAnswer_interviewId_question_part_key" ON "InterviewAnswer"("interviewId", "question", "part");

-- CreateIndex
CREATE INDEX "Source_assessmentId_titleFolded_idx" ON "Source"("assessmentId", "titleFolded");

-- CreateIndex
CREATE INDEX "Source_assessmentId_doiFolded_idx" ON "Source"("assessmentId", "doiFolded");

-- CreateIndex
CREATE UNIQUE INDEX "Source_assessmentId_code_key" ON "Source"("assessmentId", "code");

-- CreateIndex
CREATE INDEX "Excerpt_sourceId_idx" ON "Excerpt"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Excerpt_assessmentId_code_key" ON "Excerpt"("assessmentId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Actor_assessmentId_code_key" ON "Actor"("assessmentId", "code");

-- CreateIndex
CREATE INDEX "ActorFact_actorId_idx" ON "ActorFact"("actorId");

-- CreateIndex
CREATE UNIQUE INDEX "ActorFact_assessmentId_code_key" ON "ActorFact"("assessmentId", "code");

-- CreateIndex
CREATE INDEX "ActorRelation_assessmentId_idx" ON "ActorRelation"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Intervention_assessmentId_code_key" ON "Intervention"("assessmentId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Round_assessmentId_number_key" ON "Round"("assessmentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "RoundRater_roundId_userId_key" ON "RoundRater"("roundId", "userId");

-- CreateIndex
CREATE INDEX "Judgement_assessmentId_subjectKind_subjectId_idx" ON "Judgement"("assessmentId", "subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Judgement_roundId_subjectKind_subjectId_criterion_rater_key" ON "Judgement"("roundId", "subjectKind", "subjectId", "criterion", "rater");

-- CreateIndex
CREATE UNIQUE INDEX "Alignment_assessmentId_framework_node_key" ON "Alignment"("assessmentId", "framework", "node");

-- CreateIndex
CREATE INDEX "OptionPoint_assessmentId_option_idx" ON "OptionPoint"("assessmentId", "option");

-- CreateIndex
CREATE UNIQUE INDEX "Section_assessmentId_code_key" ON "Section"("assessmentId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Section_assessmentId_node_key" ON "Section"("assessmentId", "node");

-- CreateIndex
CREATE UNIQUE INDEX "SectionAssignment_sectionId_userId_part_key" ON "SectionAssignment"("sectionId", "userId", "part");

-- CreateIndex
CREATE INDEX "Block_sectionId_sort_idx" ON "Block"("sectionId", "sort");

-- CreateIndex
CREATE INDEX "Block_assessmentId_idx" ON "Block"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_blockId_key" ON "Statement"("blockId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_assessmentId_code_key" ON "Statement"("assessmentId", "code");

-- CreateIndex
CREATE INDEX "Link_fromBlockId_idx" ON "Link"("fromBlockId");

-- CreateIndex
CREATE INDEX "Link_toKind_toId_idx" ON "Link"("toKind", "toId");

-- CreateIndex
CREATE INDEX "Link_assessmentId_idx" ON "Link"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Limitation_assessmentId_number_key" ON "Limitation"("assessmentId", "number");

-- CreateIndex
CREATE INDEX "SignOff_sectionId_idx" ON "SignOff"("sectionId");

-- CreateIndex
CREATE INDEX "SignOff_assessmentId_idx" ON "SignOff"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_assessmentId_number_draft_key" ON "Edition"("assessmentId", "number", "draft");

-- CreateIndex
CREATE UNIQUE INDEX "EditionFile_editionId_format_language_key" ON "EditionFile"("editionId", "format", "language");

-- By hand from here on.

-- The trail is append-only: events are chained, heads move by one, details go only by an erasure.
CREATE TRIGGER "Event_no_update" BEFORE UPDATE ON "Event" BEGIN SELECT RAISE(ABORT, 'trail: Event is append-only'); END;
CREATE TRIGGER "Event_no_delete" BEFORE DELETE ON "Event" BEGIN SELECT RAISE(ABORT, 'trail: Event is append-only'); END;
CREATE TRIGGER "Event_chained" BEFORE INSERT ON "Event" BEGIN
  SELECT RAISE(ABORT, 'trail: no such chain') WHERE NOT EXISTS (SELECT 1 FROM "ChainHead" WHERE "chain" = NEW."chain");
  SELECT RAISE(ABORT, 'trail: seq or prev is not the head') FROM "ChainHead" WHERE "chain" = NEW."chain"
    AND (NEW."seq" IS NOT "seq" + 1 OR json_extract(NEW."body", '$.prev') IS NOT "hash");
  SELECT RAISE(ABORT, 'trail: id exists') WHERE EXISTS (SELECT 1 FROM "Event" WHERE "id" = NEW."id");
END;
CREATE TRIGGER "Event_moves_head" AFTER INSERT ON "Event" BEGIN
  UPDATE "ChainHead" SET "seq" = NEW."seq", "hash" = NEW."hash" WHERE "chain" = NEW."chain";
END;
CREATE TRIGGER "ChainHead_insert" BEFORE INSERT ON "ChainHead" BEGIN
  SELECT RAISE(ABORT, 'trail: a chain starts at 0') WHERE NEW."seq" IS NOT 0;
  SELECT RAISE(ABORT, 'trail: chain exists') WHERE EXISTS (SELECT 1 FROM "ChainHead" WHERE "chain" = NEW."chain");
END;
CREATE TRIGGER "ChainHead_update" BEFORE UPDATE ON "ChainHead" BEGIN
  SELECT RAISE(ABORT, 'trail: head moves by one') WHERE NEW."chain" IS NOT OLD."chain" OR NOT (
    (NEW."seq" IS OLD."seq" AND NEW."hash" IS OLD."hash") OR
    (NEW."seq" IS OLD."seq" + 1 AND EXISTS (SELECT 1 FROM "Event" e WHERE e."chain" = NEW."chain" AND e."seq" = NEW."seq" AND e."hash" = NEW."hash")));
END;
CREATE TRIGGER "ChainHead_no_delete" BEFORE DELETE ON "ChainHead" BEGIN SELECT RAISE(ABORT, 'trail: ChainHead stays'); END;
CREATE TRIGGER "EventDetail_no_update" BEFORE UPDATE ON "EventDetail" BEGIN SELECT RAISE(ABORT, 'trail: EventDetail is append-only'); END;
CREATE TRIGGER "EventDetail_insert" BEFORE INSERT ON "EventDetail" BEGIN
  SELECT RAISE(ABORT, 'trail: detail of the newest event only') WHERE NEW."seq" IS NOT (SELECT "seq" FROM "ChainHead" WHERE "chain" = NEW."chain");
  SELECT RAISE(ABORT, 'trail: part exists') WHERE EXISTS (SELECT 1 FROM "EventDetail" d WHERE d."chain" = NEW."chain" AND d."seq" = NEW."seq" AND d."part" = NEW."part");
END;
CREATE TRIGGER "EventDetail_delete" BEFORE DELETE ON "EventDetail" BEGIN
  SELECT RAISE(ABORT, 'trail: detail goes only by erasure') WHERE NOT EXISTS (SELECT 1 FROM "Erasure" x WHERE x."chain" = OLD."chain" AND x."seq" = OLD."seq" AND x."part" = OLD."part");
END;
CREATE TRIGGER "Erasure_no_update" BEFORE UPDATE ON "Erasure" BEGIN SELECT RAISE(ABORT, 'trail: Erasure is append-only'); END;
CREATE TRIGGER "Erasure_no_delete" BEFORE DELETE ON "Erasure" BEGIN SELECT RAISE(ABORT, 'trail: Erasure is append-only'); END;
CREATE TRIGGER "Erasure_new" BEFORE INSERT ON "Erasure" BEGIN
  SELECT RAISE(ABORT, 'trail: erasure exists') WHERE EXISTS (SELECT 1 FROM "Erasure" x WHERE x."chain" = NEW."chain" AND x."seq" = NEW."seq" AND x."part" = NEW."part");
END;
CREATE TRIGGER "Checkpoint_no_update" BEFORE UPDATE ON "Checkpoint" BEGIN SELECT RAISE(ABORT, 'trail: Checkpoint is append-only'); END;
CREATE TRIGGER "Checkpoint_no_delete" BEFORE DELETE ON "Checkpoint" BEGIN SELECT RAISE(ABORT, 'trail: Checkpoint is append-only'); END;
CREATE TRIGGER "Checkpoint_next" BEFORE INSERT ON "Checkpoint" BEGIN
  SELECT RAISE(ABORT, 'trail: checkpoint is not the next') WHERE NEW."n" IS NOT (SELECT COALESCE(MAX("n"), 0) + 1 FROM "Checkpoint");
END;
CREATE TRIGGER "AuditKey_no_update" BEFORE UPDATE ON "AuditKey" BEGIN SELECT RAISE(ABORT, 'trail: AuditKey is append-only'); END;
CREATE TRIGGER "AuditKey_no_delete" BEFORE DELETE ON "AuditKey" BEGIN SELECT RAISE(ABORT, 'trail: AuditKey is append-only'); END;
CREATE TRIGGER "AuditKey_new" BEFORE INSERT ON "AuditKey" BEGIN SELECT RAISE(ABORT, 'trail: key exists') WHERE EXISTS (SELECT 1 FROM "AuditKey" WHERE "id" = NEW."id"); END;
CREATE TRIGGER "Installation_no_update" BEFORE UPDATE ON "Installation" BEGIN SELECT RAISE(ABORT, 'trail: Installation stays'); END;
CREATE TRIGGER "Installation_no_delete" BEFORE DELETE ON "Installation" BEGIN SELECT RAISE(ABORT, 'trail: Installation stays'); END;
CREATE TRIGGER "Installation_one" BEFORE INSERT ON "Installation" BEGIN SELECT RAISE(ABORT, 'trail: Installation is one row') WHERE EXISTS (SELECT 1 FROM "Installation"); END;

-- The search index repeats SearchText word by word.
CREATE VIRTUAL TABLE "SearchIndex" USING fts5("words", content='SearchText', content_rowid='n', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE TRIGGER "SearchText_insert" AFTER INSERT ON "SearchText" BEGIN
  INSERT INTO "SearchIndex" (rowid, "words") VALUES (NEW."n", NEW."words");
END;
CREATE TRIGGER "SearchText_delete" AFTER DELETE ON "SearchText" BEGIN
  INSERT INTO "SearchIndex" ("SearchIndex", rowid, "words") VALUES ('delete', OLD."n", OLD."words");
END;
CREATE TRIGGER "SearchText_update" AFTER UPDATE ON "SearchText" BEGIN
  INSERT INTO "SearchIndex" ("SearchIndex", rowid, "words") VALUES ('delete', OLD."n", OLD."words");
  INSERT INTO "SearchIndex" (rowid, "words") VALUES (NEW."n", NEW."words");
END;
