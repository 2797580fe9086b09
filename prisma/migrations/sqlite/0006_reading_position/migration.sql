-- CreateTable
CREATE TABLE "ReadingPosition" (
    "userId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "place" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "editionId")
);
