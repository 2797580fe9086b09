-- CreateTable
CREATE TABLE "ReturnedFile" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "editionId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "itemCount" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ReturnedFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnedItem" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sectionId" TEXT,
    "blockId" TEXT,
    "how" TEXT,
    "why" TEXT,
    "author" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "settledAt" TIMESTAMP(3),
    "settledById" TEXT,

    CONSTRAINT "ReturnedItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutsideAuthor" (
    "recordKind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "OutsideAuthor_pkey" PRIMARY KEY ("recordKind", "recordId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReturnedFile_assessmentId_number_key" ON "ReturnedFile"("assessmentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReturnedFile_assessmentId_sha256_key" ON "ReturnedFile"("assessmentId", "sha256");

-- CreateIndex
CREATE INDEX "ReturnedFile_editionId_idx" ON "ReturnedFile"("editionId");

-- CreateIndex
CREATE UNIQUE INDEX "ReturnedItem_fileId_number_key" ON "ReturnedItem"("fileId", "number");

-- CreateIndex
CREATE INDEX "ReturnedItem_assessmentId_idx" ON "ReturnedItem"("assessmentId");

-- CreateIndex
CREATE INDEX "OutsideAuthor_assessmentId_idx" ON "OutsideAuthor"("assessmentId");
