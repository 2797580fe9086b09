import { describe, expect, it } from "vitest";
import { editionStates } from "../app/domain/moves/edition";
import { answerStates, interviewStates } from "../app/domain/moves/interview";
import { roundStates } from "../app/domain/moves/round";
import { sectionStates } from "../app/domain/moves/section";
import { filesBelow, read } from "./support/source-files";

const words = [...sectionStates, ...interviewStates, ...answerStates, ...roundStates, ...editionStates].join("|");
const compared = new RegExp(
  `(?:[sS]tate\\w*[^\\n;]{0,12}[!=]==?\\s*["'](?:${words})["'])|(?:["'](?:${words})["']\\s*[!=]==?)|(?:\\bcase\\s+["'](?:${words})["'])`,
);

describe("a state", () => {
  it("is compared in domain alone, beside its table of moves", () => {
    const wrong = filesBelow("app")
      .filter((file) => !file.startsWith("app/domain/"))
      .flatMap((file) =>
        read(file)
          .split("\n")
          .flatMap((line, at) => (compared.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
      );
    expect(wrong).toEqual([]);
  });
});
