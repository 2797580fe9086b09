import { isEmptyColumn, type FlowCounts, type PrismaFlow } from "~/domain/screening/flow";
import { ownReason } from "~/domain/screening/steps";

/** Says a word of the flow: a heading, a box with its number, a stage. */
export type SayFlow = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a reason for leaving a publication out, in the language of the picture. */
export type NameReason = (key: string) => string;

/** A box before it has a height: lines of words, and what it is for. */
export interface FlowBox {
  lines: readonly string[];
  tone: "plain" | "aside" | "head";
}

/** The four columns of boxes: steps and what is left out beside them, for each of the two ways of finding. */
export type BoxColumn = "step" | "out" | "otherStep" | "otherOut";

/** A row of boxes with the stage that it belongs to; "" for the headings. */
export interface FlowRow {
  stage: string;
  boxes: Partial<Record<BoxColumn, FlowBox>>;
}

interface Said {
  say: SayFlow;
  nameOf: NameReason;
}

const numbered = (say: SayFlow, key: string, n: number, tone: FlowBox["tone"] = "plain"): FlowBox => ({ lines: [say(key, { n })], tone });

/** The boxes of the diagram from top to bottom; without the second way of finding where nothing was found that way. */
export function flowRows(flow: PrismaFlow, say: SayFlow, nameOf: NameReason): FlowRow[] {
  const { searched, other } = flow;
  const beside = (boxes: FlowRow["boxes"]) => (isEmptyColumn(other) ? {} : boxes);
  const rows = columnRows(searched, { say, nameOf });
  const otherRows = columnRows(other, { say, nameOf });
  return [
    { stage: "", boxes: { step: heading(say, "searched"), ...beside({ otherStep: heading(say, "others") }) } },
    {
      stage: "identification",
      boxes: { step: rows.identified, out: removedBox(say, searched), ...beside({ otherStep: otherRows.identified }) },
    },
    {
      stage: "screening",
      boxes: { step: numbered(say, "screened", searched.screened), out: numbered(say, "excluded", searched.excluded, "aside") },
    },
    {
      stage: "screening",
      boxes: { step: rows.sought, out: rows.notRetrieved, ...beside({ otherStep: otherRows.sought, otherOut: otherRows.notRetrieved }) },
    },
    {
      stage: "screening",
      boxes: { step: rows.assessed, out: rows.inFull, ...beside({ otherStep: otherRows.assessed, otherOut: otherRows.inFull }) },
    },
    { stage: "included", boxes: { step: numbered(say, "included", flow.included) } },
  ];
}

const heading = (say: SayFlow, key: string): FlowBox => ({ lines: [say(key)], tone: "head" });

/** The boxes that both ways of finding have. */
function columnRows(counts: FlowCounts, { say, nameOf }: Said) {
  const inFull = counts.excludedInFull.map(({ key, count }) => say("reason", { reason: reasonWords(key, { say, nameOf }), n: count }));
  const left = counts.excludedInFull.reduce((sum, { count }) => sum + count, 0);
  return {
    identified: {
      tone: "plain" as const,
      lines: [say("identified"), ...shownChannels(counts).map(({ channel, count }) => say(`channel.${channel}`, { n: count }))],
    },
    sought: numbered(say, "sought", counts.sought),
    notRetrieved: numbered(say, "notRetrieved", counts.notRetrieved, "aside"),
    assessed: numbered(say, "assessed", counts.assessed),
    inFull: { tone: "aside" as const, lines: [say(left > 0 ? "excludedInFull" : "excluded", { n: left }), ...inFull] },
  };
}

/** The words of a reason; own words are counted together. */
export function reasonWords(key: string, { say, nameOf }: Said): string {
  return key === ownReason ? say("otherReason") : nameOf(key);
}

function removedBox(say: SayFlow, { removed }: FlowCounts): FlowBox {
  return {
    tone: "aside",
    lines: [
      say("removed"),
      say("duplicates", { n: removed.duplicates }),
      say("automation", { n: removed.automation }),
      say("removedOther", { n: removed.other }),
    ],
  };
}

/** Ways of finding that found something; where nothing was found at all, the first two. */
function shownChannels({ identified }: FlowCounts) {
  const used = identified.filter(({ count }) => count > 0);
  return used.length > 0 ? used : identified.slice(0, 2);
}
