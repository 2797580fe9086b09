import { textOfDoc } from "~/domain/text/text-of-doc";
import { addComment, type AddComment } from "~/features/comments/add-comment.server";
import { resolveComment } from "~/features/comments/resolve-comment.server";
import { makeSuggestion } from "~/features/suggestions/make-suggestion.server";
import { db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { moment, type Agenda } from "./agenda";
import type { SeededStudy } from "./study";

/** The sections that are talked about, and who does. */
interface Discussion {
  node: string;
  on: string;
  reviewer: string;
  writer: string;
}

/** A point on a passage that is answered and dealt with, one that is open and names the writer, one on the whole section, and a draft. */
export function planDiscussion(agenda: Agenda, study: SeededStudy, { node, on, reviewer, writer }: Discussion): void {
  const assessmentId = study.id;
  let settled = "";
  const plan = (minutes: number, act: (found: Awaited<ReturnType<typeof sectionWith>>, at: Date) => Promise<unknown>) =>
    agenda.add(moment(on, 13, minutes), async (at) => act(await sectionWith(study, node), at));
  const say = (by: string, at: Date, sectionId: string, more: Said) =>
    addComment(study.as(by, at), { assessmentId, sectionId, mentions: [], draft: false, ...more });
  plan(0, async ({ id, blocks: [first] }, at) => {
    const text = "Staat dit zo in de bron, of leest u het uit wat er niet staat?";
    settled = (await say(reviewer, at, id, { ...passageOf(first), text })).id;
  });
  plan(9, ({ id, blocks: [first, second] }, at) => {
    const text = `@${study.people.get(writer)?.name ?? ""}: is er een tweede bron van buiten deze organisatie?`;
    return say(reviewer, at, id, { ...passageOf(second ?? first), text });
  });
  plan(14, ({ id }, at) => say(reviewer, at, id, { text: "Leg in één zin vooraf uit waarom dit onderscheid ertoe doet." }));
  plan(16, ({ id, blocks: [first] }, at) =>
    say(reviewer, at, id, { ...passageOf(first, 7), text: "Voorzichtiger: dit rust op één gesprek.", draft: true }),
  );
  plan(25, ({ id }, at) => say(writer, at, id, { threadId: settled, text: "Het staat er zo; de vindplaats is toegevoegd." }));
  plan(41, (_, at) => resolveComment(study.as(reviewer, at), { assessmentId, id: settled, version: 1 }, "resolve"));
}

type Said = Pick<AddComment, "text"> & Partial<AddComment>;

/** Another wording of the first statement of a section that was given back, which waits for its writer. */
export function planSuggestion(agenda: Agenda, study: SeededStudy, { node, on, reviewer }: Omit<Discussion, "writer">): void {
  agenda.add(moment(on, 16), async (at) => {
    const { blocks } = await sectionWith(study, node);
    const [block] = blocks;
    if (!block) return;
    const text = textOfDoc(documentOf(block.document));
    const softer = `Voor zover de geraadpleegde bronnen laten zien: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
    const words = { text: { text: softer }, reason: "De uitspraak rust op één passage; zo staat er niet meer dan die draagt." };
    await makeSuggestion(study.as(reviewer, at), { assessmentId: study.id, blockId: block.id, version: block.version, ...words });
  });
}

/** A section with the statements that stand in it. */
function sectionWith(study: SeededStudy, node: string) {
  const written = { where: { archivedAt: null, repeats: null, data: null, statement: { isNot: null } }, orderBy: { sort: "asc" } } as const;
  return db.section.findUniqueOrThrow({
    where: { assessmentId_node: { assessmentId: study.id, node } },
    select: { id: true, blocks: { ...written, select: { id: true, document: true, language: true, version: true } } },
  });
}

/** Some words of a text that stand in it once: three or four from a place on. */
function passageOf(block: { id: string; document: string; language: string } | undefined, from = 3) {
  if (!block) return {};
  const text = textOfDoc(documentOf(block.document));
  const words = [...text.matchAll(/\S+/gu)].slice(from, from + 4);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return {};
  const selected = { start: first.index, end: last.index + last[0].replace(/[.,;:]$/u, "").length };
  return { on: { blockId: block.id, language: block.language, quote: { words: text.slice(selected.start, selected.end), which: 0 } } };
}
