import { prismaFlow, type CountedSource } from "~/domain/screening/flow";
import type { KnownDecision } from "~/domain/screening/standing";
import type { Examples } from "./example";
import { PictureFigure, PictureRegion } from "./picture-figure";

const reasons = [
  { key: "far", label: { nl: "Te ver", en: "Too far" } },
  { key: "thin", label: { nl: "Geen telling", en: "No counts" } },
];
const decided = (step: KnownDecision["step"], decision: KnownDecision["decision"], reason: string | null = null): KnownDecision => ({
  ...{ step, decision, reason },
  screener: "a",
});
const included = [decided("title-abstract", "include"), decided("retrieval", "retrieved"), decided("full-text", "include")];
const source = (channel: string, decisions: KnownDecision[]): CountedSource => ({
  code: "S01",
  channel,
  isImported: false,
  isArchived: false,
  decisions,
});
const base = { imports: [], screeners: 1, reasons };

export const examples: Examples = {
  alone: (
    <PictureRegion
      languages={["nl"]}
      content={{
        kind: "flow",
        reasons,
        flow: prismaFlow({
          ...base,
          counts: new Map([["duplicates", 0]]),
          sources: [source("database", included), source("database", [decided("title-abstract", "exclude")])],
        }),
      }}
    />
  ),
  "with its files and its numbers": (
    <PictureFigure
      languages={["nl"]}
      base="/assessments/theme"
      name="flow"
      query="sort=-code"
      content={{
        kind: "flow",
        reasons,
        flow: prismaFlow({
          ...base,
          counts: new Map([
            ["identified-register", 1204],
            ["excluded", 1204],
          ]),
          sources: [
            source("database", included),
            source("website", [decided("retrieval", "retrieved"), decided("full-text", "exclude", "thin")]),
            source("citation", [decided("retrieval", "retrieved"), decided("full-text", "exclude", "other:in a poster")]),
          ],
        }),
      }}
    />
  ),
};
