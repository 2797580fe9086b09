/**
 * Questions that were split, merged or put elsewhere: what takes the place of what, followed over the versions of a protocol. What was
 * answered under an old id keeps it, and is shown under what takes its place.
 */
import type { Protocol } from "~/domain/protocol/schema";

/** The two kinds of question that can take the place of earlier ones. */
export type SucceedingKind = "question" | "guide-question";

/** Part of a protocol that holds both kinds of question. */
export type WithQuestions = Pick<Protocol, "questions" | "guide">;

type Holder = { replaces?: string[] | undefined };
type Question = Holder & { id: string; parts?: (Holder & { key: string })[] | undefined };

/** A question, or the part of one, that takes the place of what `old` names. */
export interface Claim {
  old: string;
  question: string;
  /** "" where it is the question itself. */
  part: string;
}

function questionsOf(protocol: Partial<WithQuestions>, kind: SucceedingKind): Question[] {
  if (kind === "question") return protocol.questions ?? [];
  return (protocol.guide?.blocks ?? []).flatMap(({ questions }) => questions);
}

/** One name for a question or a part of it, as `replaces` writes it. */
export function keyOfItem(question: string, part: string): string {
  return part === "" ? question : `${question}:${part}`;
}

/** Everything in a protocol that takes the place of something earlier, in the order of the file. */
export function claimsOf(protocol: Partial<WithQuestions>, kind: SucceedingKind): Claim[] {
  return questionsOf(protocol, kind).flatMap(({ id: question, replaces = [], parts = [] }) => [
    ...replaces.map((old) => ({ old, question, part: "" })),
    ...parts.flatMap(({ key: part, replaces: olds = [] }) => olds.map((old) => ({ old, question, part }))),
  ]);
}

/** The keys under which something is answered in a protocol: a question of the guide with parts by its parts alone. */
export function keysOf(protocol: Partial<WithQuestions>, kind: SucceedingKind): Set<string> {
  return new Set(
    questionsOf(protocol, kind).flatMap(({ id, parts = [] }) => [
      ...(kind === "question" || parts.length === 0 ? [id] : []),
      ...parts.map(({ key }) => `${id}:${key}`),
    ]),
  );
}

const followUp = /^\+/u;

/** Whether a claim takes over what is answered under a question and part: it names just that, or the question as a whole. */
function takesOver({ old }: Pick<Claim, "old">, question: string, part: string): boolean {
  return old === question || old === keyOfItem(question, part) || (followUp.test(part) && old.startsWith(`${question}:`));
}

/** What takes the place of a question (or part) that a protocol has no longer; none while it is there, or when nothing does. Each question once. */
export function heirsOf(protocol: Partial<WithQuestions>, kind: SucceedingKind, question: string, part = ""): Omit<Claim, "old">[] {
  const there = followUp.test(part)
    ? questionsOf(protocol, kind).some(({ id }) => id === question)
    : keysOf(protocol, kind).has(keyOfItem(question, part));
  if (there) return [];
  const heirs = claimsOf(protocol, kind).filter((claim) => takesOver(claim, question, part));
  return heirs.filter((heir, at) => heirs.findIndex((other) => other.question === heir.question) === at).map(({ old: _, ...heir }) => heir);
}

/** The old ids (of whole questions, and of those a part of which was taken over) that stand under a question now. */
export function replacedBy(protocol: Partial<WithQuestions>, kind: SucceedingKind, question: string): string[] {
  const there = new Set(questionsOf(protocol, kind).map(({ id }) => id));
  const olds = claimsOf(protocol, kind).filter((claim) => claim.question === question);
  return [...new Set(olds.map(({ old }) => old.split(":")[0] ?? old))].filter((id) => !there.has(id));
}

/**
 * A protocol whose questions also name what the version before it had replaced: what a question has once taken the place of it keeps,
 * and with it comes what that had replaced. So the newest version alone tells where every earlier answer belongs.
 */
export function withSuccession<P extends WithQuestions>(protocol: P, before: WithQuestions): P {
  const { guide } = protocol;
  if (claimsOf(before, "question").length + claimsOf(before, "guide-question").length === 0) return protocol;
  return {
    ...protocol,
    questions: inherited(protocol, before, "question", protocol.questions),
    ...(guide && {
      guide: {
        ...guide,
        blocks: guide.blocks.map((block) => ({ ...block, questions: inherited(protocol, before, "guide-question", block.questions) })),
      },
    }),
  };
}

function inherited<Q extends Question>(protocol: WithQuestions, before: WithQuestions, kind: SucceedingKind, questions: readonly Q[]): Q[] {
  const earlier = claimsOf(before, kind);
  const there = keysOf(protocol, kind);
  const complete = (own: readonly string[], question: string, part: string): Holder => {
    const kept = earlier.filter((claim) => claim.question === question && claim.part === part);
    const through = own.flatMap((old) => earlier.filter((claim) => holderIsIn(claim, old)));
    const all = [...new Set([...own, ...[...kept, ...through].map(({ old }) => old)])].filter((old) => !there.has(old));
    return all.length > 0 ? { replaces: all } : {};
  };
  return questions.map(({ replaces = [], parts, ...question }) => ({
    ...question,
    ...complete(replaces, question.id, ""),
    ...(parts && { parts: parts.map(({ replaces: own = [], ...part }) => ({ ...part, ...complete(own, question.id, part.key) })) }),
  })) as Q[]; // the same questions with their lists made longer
}

/** Whether what a claim holds goes along with what is named: its question as a whole, its part, or the question that its part is of. */
function holderIsIn({ question, part }: Claim, named: string): boolean {
  return named === question || named === keyOfItem(question, part) || (part === "" && named.startsWith(`${question}:`));
}
