import type { Examples } from "./example";
import { CheckSummary, FileSheet, RemarksSheet } from "./protocol-file";

const problems = [{ line: 2, sentence: "“titel” kan hier niet staan. Bedoelt u “title”?" }];

/** The parts of the check of a protocol file. */
export const examples: Examples = {
  "what is wrong": <CheckSummary problems={problems} />,
  "the file by line": (
    <FileSheet
      problems={problems}
      all={false}
      otherHref="?all=1"
      excerpt={[
        { line: 1, text: "format: grondslag-protocol/1" },
        { line: 2, text: "titel: Haven" },
        { from: 3, to: 40 },
      ]}
    />
  ),
  remarks: <RemarksSheet remarks={[{ line: 9, sentence: "Vertaling ontbreekt: en" }]} />,
};
