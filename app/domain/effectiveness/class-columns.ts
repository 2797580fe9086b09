import type { EvidenceKind } from "~/domain/evidence/kinds";
import { valueWords } from "~/domain/judgements/tally-words";
import type { LocalText } from "~/domain/local-text";
import type { PictureTable } from "~/domain/pictures/drawn";
import type { PictureWords } from "~/domain/pictures/words";
import type { Scale } from "~/domain/protocol/scales";
import type { Classification, EffectClass, EvidenceWeight } from "./classes";

/** Interventions of one set or category, by the id by which a classification names them. */
export interface EffectGroup {
  title: LocalText;
  members: readonly { id: string; code: string }[];
}

/** Interventions on one criterion, by class and by group. */
export interface EffectMatrix {
  title: LocalText;
  scale: Scale;
  found: Classification;
  groups: readonly EffectGroup[];
}

/** One column: a class with what stands under it, or apart what has no level or is in no class. */
export interface EffectColumn {
  head: string;
  subjects: ReadonlySet<string>;
  evidence: EvidenceWeight | null;
  isApart: boolean;
}

/** The classes in the order of the protocol, then apart what has no level and what is in no class yet. */
export function columnsOf({ scale, found }: EffectMatrix, words: PictureWords): EffectColumn[] {
  const column = ({ value, subjects, evidence }: EffectClass, isApart: boolean): EffectColumn => ({
    head: valueWords(scale, value, words),
    subjects: new Set(subjects),
    evidence,
    isApart,
  });
  const { unrated, blind, differs } = found.unclassed;
  const open = new Set([...unrated, ...blind, ...differs]);
  return [
    ...found.classes.map((one) => column(one, false)),
    ...found.without.map((one) => column(one, true)),
    ...(open.size > 0 ? [{ head: words.say("pictures.effect.noClass"), subjects: open, evidence: null, isApart: true }] : []),
  ];
}

const kinds = ["excerpt", "interview-answer", "actor-fact"] as const satisfies readonly EvidenceKind[];

/** A matrix as a table: a row per class, with its interventions by code and what stands under it. */
export function effectTable({ groups }: EffectMatrix, columns: readonly EffectColumn[], words: PictureWords): PictureTable {
  const members = groups.flatMap((group) => group.members);
  const head = (key: string) => ({ label: words.say(`pictures.effect.${key}`) });
  const numeric = (key: string) => ({ ...head(key), numeric: true });
  return {
    columns: [
      head("class"),
      numeric("interventions"),
      head("codes"),
      ...kinds.map((kind) => ({ label: words.say(`pictures.effect.kinds.${kind}`), numeric: true })),
      numeric("pieces"),
      numeric("origins"),
    ],
    rows: columns.map(({ head: name, subjects, evidence, isApart }) => [
      isApart ? words.say("pictures.effect.apart", { class: name }) : name,
      words.number(subjects.size),
      members
        .filter(({ id }) => subjects.has(id))
        .map(({ code }) => code)
        .join(" "),
      ...kinds.map((kind) => (evidence ? words.number(evidence.byKind[kind]) : "")),
      evidence ? words.number(evidence.pieces) : "",
      evidence ? words.number(evidence.origins) : "",
    ]),
  };
}
