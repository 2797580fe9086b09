-- CreateTable
CREATE TABLE "HouseStyle" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "archivedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "HouseStyle_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HouseStyle_byId_idx" ON "HouseStyle"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "HouseStyle_assessmentId_number_key" ON "HouseStyle"("assessmentId", "number");
