-- CreateTable
CREATE TABLE "HouseStyle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "archivedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "HouseStyle_byId_idx" ON "HouseStyle"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "HouseStyle_assessmentId_number_key" ON "HouseStyle"("assessmentId", "number");
