/** What was recorded under the wording before a change of the protocol. */
import type { ProtocolChange } from "~/domain/protocol/protocol-changes";
import { findFramework, scaleOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { replacedBy } from "~/domain/protocol/succession";

/** The kinds of record that a change of the protocol can concern, in the order in which they are listed. */
export const affectedKinds = ["interview-answer", "judgement", "alignment", "field-answer", "statement", "section"] as const;
/** A kind of record that a change of the protocol can concern. */
export type AffectedKind = (typeof affectedKinds)[number];

/** A record that was made under the older wording; `change` is the place of what changed in the list of changes. */
export interface Affected {
  change: number;
  kind: AffectedKind;
  id: string;
  code: string;
  /** Its page, below that of the assessment. */
  path: string;
}

/** What a record was made of: questions, criteria, nodes and sections by their ids in the protocol. */
export interface RecordedUnder {
  kind: AffectedKind;
  id: string;
  code: string;
  path: string;
  guideQuestion?: string;
  question?: string | null;
  questions?: readonly string[];
  criterion?: string;
  option?: string;
  framework?: string;
  node?: string;
  section?: string;
  /** Of a statement: whether it has a level of confidence. */
  confidence?: boolean;
}

/** The records that each change concerns, by change and then by kind; what is new or only stands elsewhere concerns none. */
export function affectedBy(old: Protocol, changes: readonly ProtocolChange[], records: readonly RecordedUnder[]): Affected[] {
  return changes.flatMap((change, at) => {
    if (!concernsRecords(change)) return [];
    const concerns = concernsOf(old, change);
    const found = records.filter(concerns);
    return affectedKinds.flatMap((kind) =>
      found.filter((record) => record.kind === kind).map(({ id, code, path }) => ({ change: at, kind, id, code, path })),
    );
  });
}

const apart: readonly ProtocolChange["way"][] = ["added", "translated", "order"];

/** What is new, translated, elsewhere or only takes the place of something else was asked and judged in no other words. */
function concernsRecords({ way, texts, keys }: ProtocolChange): boolean {
  return !apart.includes(way) && (way !== "changed" || texts.length > 0 || keys.some((key) => key !== "replaces"));
}

function concernsOf(old: Protocol, { kind, id }: ProtocolChange): (record: RecordedUnder) => boolean {
  switch (kind) {
    case "guide-question": {
      const ids = [id, ...replacedBy(old, "guide-question", id)];
      return ({ guideQuestion }) => guideQuestion !== undefined && ids.includes(guideQuestion);
    }
    case "question": {
      const ids = [id, ...replacedBy(old, "question", id)];
      return ({ question, questions = [] }) => ids.some((each) => each === question || questions.includes(each));
    }
    case "criterion":
      return ({ criterion }) => criterion === id;
    case "scale":
      return (record) => isOnScale(old, id, record);
    case "framework":
      return ({ framework }) => framework === id;
    case "policy-node":
      return ({ node }) => node === id;
    case "option":
      return ({ option }) => option === id;
    case "section":
      return ({ section }) => section === id;
    default:
      return () => false;
  }
}

function isOnScale(old: Protocol, scale: string, { criterion, framework, confidence = false }: RecordedUnder): boolean {
  if (criterion !== undefined) return scaleOf(old, criterion)?.id === scale;
  if (framework !== undefined) return findFramework(old, framework)?.scale === scale;
  return confidence && old.rules.confidence?.scale === scale;
}

/** How many records of each kind there are, each counted once; kinds without any are left out. */
export function countAffected(affected: readonly Pick<Affected, "kind" | "id">[]): { kind: AffectedKind; count: number }[] {
  return affectedKinds.flatMap((kind) => {
    const count = new Set(affected.filter((one) => one.kind === kind).map(({ id }) => id)).size;
    return count > 0 ? [{ kind, count }] : [];
  });
}
