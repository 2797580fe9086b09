-- CreateTable
CREATE TABLE "ReadingPosition" (
    "userId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "place" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReadingPosition_pkey" PRIMARY KEY ("userId","editionId")
);
