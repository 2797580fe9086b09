import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addBlock } from "~/features/sections/add-block.server";
import { askChanges } from "~/features/sections/ask-changes.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { recallSection } from "~/features/sections/recall-section.server";
import { reopenSection } from "~/features/sections/reopen-section.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { setConfidence } from "~/features/sections/set-confidence.server";
import { signOffSection } from "~/features/sections/sign-off-section.server";
import { unlink } from "~/features/sections/unlink.server";
import { changeExcerpt } from "~/features/sources/change-excerpt.server";
import { requireSectionState, type SectionState } from "~/domain/moves/section";
import { db } from "~/platform/db.server";
import { readDocument } from "~/platform/evidence-graph.server";
import { readKeptStandings } from "~/platform/kept-standings.server";
import { Refusal } from "~/platform/refusal.server";
import { sectionBinder } from "~/platform/section-binding.server";
import { readStandings, type Standing } from "~/platform/section-standing.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenSections, sectionNow, sectionProtocol, shownNow, signing, type SectionScene } from "../support/section-scene";

useDatabase();
let cast: Cast;
let scene: SectionScene;
let study: { assessment: { id: string; languages: string[] }; protocol: typeof sectionProtocol };
beforeAll(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  study = { assessment: { id: cast.assessment.id, languages: ["nl", "en"] }, protocol: sectionProtocol };
});

/** The two sections that stand on each other: a finding of 3.1 is what a conclusion of 5 stands on. */
const codes = ["3.1", "5"] as const;
type Code = (typeof codes)[number];

/** What the model knows of a sign-off: who gave it, and what both digests were when she did. */
interface Given {
  by: string;
  content: string;
  evidence: string;
}

/** The sign-offs of each section since it was last opened for writing, as the model keeps them beside the program. */
const given: Record<Code, Given[]> = { "3.1": [], "5": [] };

/** One thing that somebody tries; `pick` chooses among what is there. */
type Act = (step: { code: Code; pick: number; at: Date }) => Promise<unknown>;

const blocksIn = (code: Code) =>
  db.block.findMany({ where: { sectionId: scene.section(code), archivedAt: null }, include: { statement: true }, orderBy: { id: "asc" } });
const chosen = <Item>(items: readonly Item[], pick: number) => items[pick % items.length];
const words = ["Kranen werken drie jaar.", "Kranen werken vier jaar.", "De helft staat stil."];

const moving = async (code: Code, move: (input: { assessmentId: string; id: string; version: number }) => Promise<unknown>) => {
  const id = scene.section(code);
  return move({ assessmentId: cast.assessment.id, id, version: (await sectionNow(id)).version });
};

async function digestsNow(code: Code): Promise<{ content: string; evidence: string }> {
  const id = scene.section(code);
  const bind = await sectionBinder(db, study, await readDocument(db, study.assessment.id), [id]);
  return bind(id, signing.languages).digests;
}

const acts: Record<string, Act> = {
  add: ({ code, pick, at }) =>
    addBlock(as(cast.researcher, at), {
      assessmentId: cast.assessment.id,
      sectionId: scene.section(code),
      kind: code === "5" ? "conclusion" : "finding",
      language: "nl",
      text: { text: words[pick % words.length] ?? "" },
    }),
  write: async ({ code, pick, at }) => {
    const block = chosen(await blocksIn(code), pick);
    return block && saveBlock(as(cast.researcher, at), { assessmentId: block.assessmentId, id: block.id, version: block.version, text: { text: words[pick % words.length] ?? "" } }); // prettier-ignore
  },
  weigh: async ({ code, pick, at }) => {
    const block = chosen(await blocksIn(code), pick);
    const weight = { level: pick % 2 === 0 ? "low" : "high", reason: "", contradiction: "", components: {} };
    return block && setConfidence(as(cast.researcher, at), { assessmentId: block.assessmentId, blockId: block.id, version: block.version, ...weight }); // prettier-ignore
  },
  link: async ({ code, pick, at }) => {
    const block = chosen(await blocksIn(code), pick);
    const finding = chosen(await blocksIn("3.1"), pick)?.statement;
    const excerpt = { kind: "excerpt", id: pick % 2 === 0 ? scene.excerpt : scene.otherExcerpt } as const;
    const to = code === "5" && finding ? ({ kind: "statement", id: finding.id } as const) : excerpt;
    return block && linkEvidence(as(cast.researcher, at), { assessmentId: block.assessmentId, blockId: block.id, to, kind: "supports" });
  },
  unlink: async ({ code, pick, at }) => {
    const blocks = (await blocksIn(code)).map(({ id }) => id);
    const link = chosen(await db.link.findMany({ where: { fromBlockId: { in: blocks }, archivedAt: null }, orderBy: { id: "asc" } }), pick);
    return link && unlink(as(cast.researcher, at), { assessmentId: link.assessmentId, id: link.id, version: link.version });
  },
  correct: async ({ pick, at }) => {
    const excerpt = await db.excerpt.findUniqueOrThrow({ where: { id: pick % 2 === 0 ? scene.excerpt : scene.otherExcerpt } });
    const { assessmentId, id, version, language } = excerpt;
    const text = words[pick % words.length] ?? "";
    return changeExcerpt(as(cast.researcher, at), { assessmentId, id, version, form: "quoted", text, language, place: "p. 1" });
  },
  send: ({ code, at }) => moving(code, (input) => sendToReview(as(cast.researcher, at), input)),
  recall: ({ code, at }) => moving(code, (input) => recallSection(as(cast.researcher, at), input)),
  ask: ({ code, at }) => moving(code, (input) => askChanges(as(cast.reviewer, at), { ...input, reason: "Dit is nog niet rond." })),
  reopen: async ({ code, at }) => {
    await moving(code, (input) => reopenSection(as(cast.lead, at), { ...input, reason: "De bron bleek ingetrokken." }));
    given[code] = [];
  },
  sign: async ({ code, pick, at }) => {
    const person: Person = pick % 2 === 0 ? cast.reviewer : cast.lead;
    const digests = await digestsNow(code);
    const read = await shownNow(scene.section(code));
    await moving(code, (input) => signOffSection(as(person, at), { ...input, ...signing, read }));
    given[code].push({ by: person.id, ...digests });
  },
};

/** What is tried in a state: mostly what it allows, so that sections are signed and come to be stale, and now and then what it refuses. */
const tried: Record<SectionState, readonly string[]> = {
  "not-started": ["add"],
  "in-writing": ["add", "write", "weigh", "link", "link", "unlink", "correct", "send", "send", "sign"],
  "in-review": ["sign", "sign", "sign", "sign", "correct", "recall", "ask", "write"],
  "changes-asked": ["write", "link", "send", "send"],
  "signed-off": ["correct", "correct", "sign", "sign", "ask", "reopen", "write"],
};
const steps = fc.array(fc.tuple(fc.constantFrom(...codes), fc.nat(50), fc.nat(11)), { minLength: 14, maxLength: 14 });
const reviewers: Record<Code, () => string[]> = { "3.1": () => [cast.reviewer.id], "5": () => [cast.reviewer.id, cast.lead.id] };

let clock = 10;
async function attempt(name: string, code: Code, pick: number): Promise<"done" | "refused"> {
  clock += 1;
  try {
    await acts[name]?.({ code, pick, at: hour(clock) });
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return "refused";
    throw error;
  }
}

/** Each change made one event; that a section began with it is told as one more, of the section itself. */
async function expectOneEvent(before: number, outcome: "done" | "refused", version: number): Promise<void> {
  const raised = (await actionsSince(cast.assessment.id, before)).filter((action) => action !== "section.start");
  expect(raised.length).toBe(outcome === "refused" || version === (await countVersions()) ? 0 : 1);
}
const countVersions = () => db.version.count({ where: { assessmentId: cast.assessment.id } });

/** How a section is told, without the ways to what changed, which are many where several are as near. */
const told = ({ state, status, complete, stale, missing, people, signOffs }: Standing) => ({
  ...{ state, status, complete, stale, missing, people },
  signOffs: signOffs.map(({ id, holds, causes }) => ({ id, holds, causes })),
});

async function expectStanding(): Promise<void> {
  const whole = await readStandings(db, study, await readDocument(db, study.assessment.id));
  const followed = await readKeptStandings(db, study);
  expect([...followed].map(([id, standing]) => [id, told(standing)])).toEqual([...whole].map(([id, standing]) => [id, told(standing)]));
  for (const code of codes) {
    const standing = whole.get(scene.section(code));
    const now = await digestsNow(code);
    const holding = given[code].filter(({ content, evidence }) => content === now.content && evidence === now.evidence).map(({ by }) => by);
    const valid = standing?.state === "signed-off" && reviewers[code]().every((id) => holding.includes(id));
    expect(standing?.status === "signed-off").toBe(valid);
  }
}

/** Something is written, stands on something, and all who must sign do. */
const opening: readonly (readonly [string, number])[] = [["add", 0], ["link", 1], ["send", 0], ["sign", 0], ["sign", 1]]; // prettier-ignore

/** Tries one thing, and looks at all that must hold after it. */
async function act(name: string, code: Code, pick: number): Promise<void> {
  const [before, versions] = [await lastSeq(cast.assessment.id), await countVersions()];
  const outcome = await attempt(name, code, pick);
  await expectOneEvent(before, outcome, versions);
  await expectStanding();
}
const statuses = async () => {
  const standings = await readKeptStandings(db, study);
  return codes.map((code) => standings.get(scene.section(code))?.status);
};

describe("whatever is done in a study", () => {
  it("a section is signed off exactly while both digests of the sign-offs since it was opened are those of now, and one change is one event", async () => {
    // Both sections come to be signed, and one to be stale, before chance goes on from there.
    for (const code of codes) for (const [name, pick] of opening) await act(name, code, pick);
    expect(await statuses()).toEqual(["signed-off", "signed-off"]);
    await act("correct", "3.1", 1);
    expect(await statuses()).toEqual(["stale", "stale"]);
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        for (const [code, place, pick] of drawn) {
          const { state } = await sectionNow(scene.section(code));
          await act(chosen(tried[requireSectionState(state)], place) ?? "add", code, pick);
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 240_000);
});
