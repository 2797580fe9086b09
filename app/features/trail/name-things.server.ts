import { LocalText } from "~/domain/local-text-schema";
import { textIn } from "~/domain/local-text";
import { findOption, findPolicyNode } from "~/domain/protocol/readers";
import type { TellableEvent } from "~/domain/trail/told-event";
import { askedOfLabel, criterionOfLabel, fieldOfLabel, type ProtocolWords } from "~/domain/trail/word-value";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";

const longest = 90;

/** Kinds of record whose code says of which record the title is: that of a passage begins with its source's. */
const titled: ReadonlySet<string> = new Set([
  "source",
  "excerpt",
  "screening",
  "section",
  "actor",
  "actor-fact",
  "actor-relation",
  "intervention",
]);

/** Gives what the subject of an event is called beside its code: the title of a source, the heading of a section, what was judged on which criterion. Of interviews and interviewees nothing: their codes are all that the trail tells. */
export async function namesOfThings(
  db: Db,
  assessment: AssessmentRow,
  words: ProtocolWords,
  events: readonly TellableEvent[],
): Promise<(event: TellableEvent) => string | null> {
  const records = await namesOfRecords(db, assessment.id, words, events);
  const local = (text: LocalText | null | undefined) => (text ? textIn(text, words.printing.language, words.printing.fallbackOrder) : null);
  const named = ({ subject, label, change }: TellableEvent): string | null => {
    if (label === null) return null;
    const before = label.split(":")[0] ?? label;
    const field = (name: string) => (typeof change?.[name] === "string" ? change[name] : "");
    switch (subject.type) {
      case "judgement": {
        const option = words.protocol.options?.find(({ code }) => code === before);
        return joined(records.get(before) ?? local(option?.title), local(criterionOfLabel(words.protocol, label)?.title));
      }
      case "alignment":
        return local((findPolicyNode(words.protocol, field("node")) ?? nodeOfCode(words, label))?.node.title);
      case "option-point":
        return local(
          (findOption(words.protocol, field("option")) ?? words.protocol.options?.find(({ code }) => label.startsWith(`${code}.`)))?.title,
        );
      case "interview-answer":
        return local(askedOfLabel(words.protocol, label)?.question.text);
      case "field-answer":
        return local(fieldOfLabel(words.protocol, label)?.label);
      case "block":
        return label === field("section") ? (records.get(label) ?? null) : joined(field("section"), records.get(field("section")), " ");
      case "round":
        return records.get(`round ${label}`) ?? null;
      default:
        return titled.has(subject.type) ? (records.get(before) ?? null) : null;
    }
  };
  return (event) => shortened(named(event));
}

function nodeOfCode({ protocol }: ProtocolWords, label: string) {
  const [code = "", ...number] = label.split(" ");
  const node = protocol.frameworks?.find((framework) => framework.code === code)?.nodes.find((one) => one.number === number.join(" "));
  return node ? { node } : null;
}

function joined(one: string | null | undefined, other: string | null | undefined, between = ", "): string | null {
  return [one, other].filter(Boolean).join(between) || null;
}

function shortened(text: string | null): string | null {
  return text !== null && text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}

/** The names of sources, sections, actors and interventions by code, and of rounds by number, for those that the events are about. */
async function namesOfRecords(
  db: Db,
  assessmentId: string,
  { printing }: ProtocolWords,
  events: readonly TellableEvent[],
): Promise<Map<string, string>> {
  const codes = (...types: string[]) => {
    const found = events
      .filter(({ subject }) => types.includes(subject.type))
      .flatMap(({ label, change }) => [label?.split(":")[0] ?? "", change?.["section"]]);
    return [...new Set(found.filter((code) => typeof code === "string"))];
  };
  const where = (...types: string[]) => ({ assessmentId, code: { in: codes(...types) } });
  const title = { code: true, title: true } as const;
  const [sources, sections, actors, interventions, rounds] = await Promise.all([
    db.source.findMany({ where: where("source", "excerpt", "screening"), select: title }),
    db.section.findMany({ where: where("section", "block"), select: { code: true, heading: true } }),
    db.actor.findMany({ where: where("actor", "actor-fact", "actor-relation", "judgement"), select: { code: true, name: true } }),
    db.intervention.findMany({ where: where("intervention", "judgement"), select: title }),
    db.round.findMany({ where: { assessmentId, number: { in: codes("round").map(Number) } }, select: { number: true, title: true } }),
  ]);
  const heading = (stored: string) => textIn(LocalText.parse(JSON.parse(stored)), printing.language, printing.fallbackOrder);
  return new Map([
    ...[...sources, ...interventions].map(({ code, title: name }) => [code, name] as const),
    ...sections.map((row) => [row.code, heading(row.heading)] as const),
    ...actors.map(({ code, name }) => [code, name] as const),
    ...rounds.map((row) => [`round ${row.number}`, heading(row.title)] as const),
  ]);
}
