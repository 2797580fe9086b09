import type { Answer, Field } from "~/domain/protocol/fields";
import type { Details, Finding, Path, RecordedKind } from "~/domain/protocol/problem";
import { kindWord, recordedKinds } from "~/domain/protocol/problem";
import type { Protocol } from "~/domain/protocol/schema";
import { extraValuesOf, levelsOf } from "~/domain/protocol/scales";
import { claimsOf, type SucceedingKind, withSuccession } from "~/domain/protocol/succession";

/**
 * What has records in an assessment, by kind. Ids as in the protocol, and joined by a colon where one stands within another: a
 * field `3a:planned`, a part of a guide question `gq-02:forms`, a level or extra value of a scale `scale-four:weak`.
 */
export type Recorded = { readonly [K in RecordedKind]?: readonly string[] };

type Entry = { nature: string; path: Path };
type Entries = ReadonlyMap<string, Entry>;

/**
 * What a new protocol would take away from records that exist: an id that vanished without another question in its place, or that is now of
 * another kind (kind of answer, scale, subject). Empty when it may replace the old one.
 */
export function compareProtocols(old: Protocol, next: Protocol, recorded: Recorded): Finding<"kept-missing" | "kept-changed">[] {
  const succeeding = withSuccession(next, old);
  return recordedKinds.flatMap((kind) => {
    const before = entriesOf(old, kind);
    const after = entriesOf(next, kind);
    const [claimed, kept] = [claimedIn(old, kind), claimedIn(succeeding, kind)];
    return [...new Set(recorded[kind] ?? [])].flatMap((id) => {
      if (!after.has(id) && isClaimed(kept, id)) return [];
      return difference(kind, id, before.get(id) ?? (isClaimed(claimed, id) ? { nature: "", path: [] } : undefined), after.get(id));
    });
  });
}

const succeedingKinds: readonly RecordedKind[] = ["question", "guide-question"] satisfies SucceedingKind[];

function claimedIn(protocol: Protocol, kind: RecordedKind): ReadonlySet<string> {
  return new Set(succeedingKinds.includes(kind) ? claimsOf(protocol, kind as SucceedingKind).map(({ old }) => old) : []); // one of the two, as was just asked
}

/** Whether something takes the place of a question, or of the one that this is a part of. */
function isClaimed(claimed: ReadonlySet<string>, id: string): boolean {
  return claimed.has(id) || claimed.has(id.split(":")[0] ?? id);
}

function difference(
  kind: RecordedKind,
  id: string,
  before: Entry | undefined,
  after: Entry | undefined,
): Finding<"kept-missing" | "kept-changed">[] {
  if (!before) return []; // a record that the old protocol doesn't know is bound to nothing here
  const details: Details = { id, kind: kindWord(kind) };
  if (!after) return [{ code: "kept-missing", path: [], details }];
  if (before.nature === after.nature) return [];
  return [{ code: "kept-changed", path: after.path, details: { ...details, before: before.nature, after: after.nature } }];
}

function entriesOf(protocol: Protocol, kind: RecordedKind): Entries {
  return new Map(listed(protocol, kind));
}

function listed(protocol: Protocol, kind: RecordedKind): [string, Entry][] {
  switch (kind) {
    case "question":
      return protocol.questions.map(({ id, kind: nature }, at) => [id, { nature, path: ["questions", at] }]);
    case "field":
      return protocol.questions.flatMap(({ id, fields }, at) => fieldEntries(fields ?? [], ["questions", at, "fields"], `${id}:`));
    case "actor-fact":
      return fieldEntries(protocol.actorFacts ?? [], ["actorFacts"], "");
    case "guide-question":
      return guideEntries(protocol);
    case "interviewee-kind":
      return (protocol.guide?.intervieweeKinds ?? []).map(({ id }, at) => [id, { nature: "", path: ["guide", "intervieweeKinds", at] }]);
    case "criterion":
      return (protocol.criteria ?? []).map(({ id, subject, scale }, at) => [
        id,
        { nature: `${subject} / ${scale}`, path: ["criteria", at] },
      ]);
    case "scale-level":
      return levelEntries(protocol);
    case "policy-node":
      return nodeEntries(protocol);
    case "option":
      return (protocol.options ?? []).map(({ id, kind: nature }, at) => [id, { nature, path: ["options", at] }]);
    case "intervention-set":
      return (protocol.interventionSets ?? []).map(({ id }, at) => [id, { nature: "", path: ["interventionSets", at] }]);
    case "screening":
      return protocol.screening ? [["screening", { nature: String(protocol.screening.screeners), path: ["screening", "screeners"] }]] : [];
    case "exclusion-reason":
      return (protocol.screening?.exclusionReasons ?? []).map(({ key }, at) => [
        key,
        { nature: "", path: ["screening", "exclusionReasons", at] },
      ]);
    case "code":
      return (protocol.codebook ?? []).map(({ id }, at) => [id, { nature: "", path: ["codebook", at] }]);
    case "section":
      return protocol.outline.map(({ id, language }, at) => [id, { nature: language ?? "", path: ["outline", at] }]);
  }
}

/** The kind of an answer as far as a stored value depends on it. */
function natureOf(answer: Answer): string {
  if (answer.kind === "scale") return `scale / ${answer.scale}`;
  if (answer.kind === "reference") return `reference / ${answer.to}`;
  if (answer.kind !== "table") return answer.kind;
  return `table / ${answer.columns.map((column) => `${column.key} ${column.answer.kind}`).join(", ")}`;
}

function fieldEntries(fields: readonly Field[], path: Path, prefix: string): [string, Entry][] {
  return fields.map(({ key, answer }, at) => [prefix + key, { nature: natureOf(answer), path: [...path, at] }]);
}

function guideEntries(protocol: Protocol): [string, Entry][] {
  return (protocol.guide?.blocks ?? []).flatMap((block, blockAt) =>
    block.questions.flatMap((question, at): [string, Entry][] => {
      const path = ["guide", "blocks", blockAt, "questions", at];
      if (!question.parts) return [[question.id, { nature: natureOf(question.answer), path }]];
      return question.parts.map((part) => [`${question.id}:${part.key}`, { nature: natureOf(part.answer ?? question.answer), path }]);
    }),
  );
}

function levelEntries(protocol: Protocol): [string, Entry][] {
  return (protocol.scales ?? []).flatMap((scale, at): [string, Entry][] =>
    [...levelsOf(scale).map(({ key, value }) => [key, value] as const), ...extraValuesOf(scale).map(({ key }) => [key, null] as const)].map(
      ([key, value]) => [`${scale.id}:${key}`, { nature: value === null ? scale.kind : `${scale.kind} ${value}`, path: ["scales", at] }],
    ),
  );
}

function nodeEntries(protocol: Protocol): [string, Entry][] {
  return (protocol.frameworks ?? []).flatMap((framework, at) =>
    framework.nodes.map(({ id, kind }, nodeAt): [string, Entry] => {
      const nature = `${framework.id} / ${framework.scale} / ${kind ?? "node"}`;
      return [id, { nature, path: ["frameworks", at, "nodes", nodeAt] }];
    }),
  );
}
