import { beforeAll, describe, expect, it } from "vitest";
import { tablesToBind } from "~/domain/evidence/data-table";
import type { Person } from "~/domain/permissions";
import { Protocol } from "~/domain/protocol/schema";
import { addIntervention } from "~/features/interventions/add-intervention.server";
import { listInterventions } from "~/features/interventions/list-interventions.server";
import { rateSubject } from "~/features/ratings/rate-subject.server";
import { openRound } from "~/features/rounds/open-round.server";
import { sendRound } from "~/features/rounds/send-round.server";
import { dataBlockValues } from "~/platform/data-blocks.server";
import { db } from "~/platform/db.server";
import { as, type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { givenProtocol, hour, interviewProtocol } from "../support/interview-scene";
import { givenExcerpt, givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
let roundId: string;
const codes = new Map<string, string>();
const text = (words: string) => ({ nl: words, en: words });
/** Three classes without order, and an answer without one. */
const protocol = Protocol.parse({
  ...interviewProtocol,
  scales: [
    ...(interviewProtocol.scales ?? []),
    {
      id: "effect",
      kind: "nominal",
      title: text("Effect"),
      classes: ["works", "may-work", "harms"].map((key) => ({ key, label: text(key), anchor: text(`${key} means this`) })),
      extraValues: [{ key: "not-given", label: text("not given") }],
    },
  ],
  criteria: [{ id: "effect", code: "K2", subject: "intervention", title: text("Effect"), scale: "effect" }],
});
const here = () => ({ assessmentId: cast.assessment.id });
const study = () => ({
  assessment: { id: cast.assessment.id, languages: ["nl", "en"] },
  protocol,
  viewer: { id: cast.lead.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: "lead" as const } } satisfies Person,
  language: "en" as const,
});
const all = { find: "", group: "", class: "" };

beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await rawWriter().protocolVersion.updateMany({ where: here(), data: { body: JSON.stringify(protocol) } });
  const source = await givenSource(cast);
  const grounds = [(await givenExcerpt(cast, source.id)).id, (await givenExcerpt(cast, source.id)).id].map((id) => `excerpt/${id}`);
  const made = new Map<string, string>();
  for (const [title, group] of [
    ["Lessons", "School"],
    ["Helpline", "Care"],
    ["Shelter", "Care"],
    ["Camera", "Care"],
  ] as const) {
    const input = { groupKey: null, groupTitle: text(group), title, description: "", language: "nl", sourceId: null };
    const { id, code } = await addIntervention(as(cast.researcher), { ...here(), ...input });
    made.set(title, id);
    codes.set(title, code);
  }
  const judged = ["Lessons", "Helpline", "Shelter"];
  const asked = {
    title: text("Effect"),
    subjectKind: "intervention" as const,
    subjectIds: judged.map((one) => made.get(one) ?? ""),
    criteria: ["effect"],
  };
  roundId = (await openRound(as(cast.lead), { ...here(), ...asked, raterIds: [cast.researcher.id] })).id;
  for (const [title, value, under] of [
    ["Lessons", "works", grounds],
    ["Helpline", "may-work", grounds.slice(0, 1)],
    ["Shelter", "not-given", []],
  ] as const) {
    const content = { value, justification: "Daarom.", language: "nl", ownExpertise: false, grounds: [...under] };
    const cell = { roundId, subjectId: made.get(title) ?? "", criterion: "effect", version: 0 };
    await rateSubject(as(cast.researcher), { ...here(), ...cell, ...content });
  }
});

describe("interventions by class", () => {
  it("are in no class while their round is blind, and in a document neither", async () => {
    const [effect] = (await listInterventions(db, study(), all)).effects;
    expect(effect).toMatchObject({ classed: 0, unclassed: { unrated: 1, blind: 3, differs: 0 } });
    expect(effect?.classes.flatMap(({ interventions, grounds }) => [...interventions, ...grounds])).toEqual([]);
    expect(JSON.stringify((await dataBlockValues(db, study(), { block: "interventions" }))[0]?.pictures)).not.toContain("excerpt/");
  });

  // Lessons rests on two passages of one source, Helpline on the first of them: 2 pieces of 1 origin under one class, 1 of 1 under the other.
  it("stand in the order of the protocol with pieces and origins, and apart what has no level", async () => {
    const { version } = await db.roundRater.findFirstOrThrow({ where: { roundId } });
    await sendRound(as(cast.researcher, hour(2)), { ...here(), roundId, version });
    const [effect] = (await listInterventions(db, study(), all)).effects;
    expect(
      effect?.classes.map(({ key, interventions, evidence }) => [
        key,
        interventions.map(({ code }) => code),
        evidence.pieces,
        evidence.origins,
      ]),
    ).toEqual([
      ["works", [codes.get("Lessons")], 2, 1],
      ["may-work", [codes.get("Helpline")], 1, 1],
      ["harms", [], 0, 0],
    ]);
    expect(effect?.without.map(({ key, interventions }) => [key, interventions.length])).toEqual([["not-given", 1]]);
    expect(effect).toMatchObject({ classed: 2, unclassed: { unrated: 1, blind: 0, differs: 0 } });
  });

  it("are narrowed to a group, and listed by class", async () => {
    const narrowed = await listInterventions(db, study(), { ...all, group: "Care" });
    expect(narrowed).toMatchObject({ total: 4, effects: [{ classed: 1 }] });
    expect(narrowed.interventions.map(({ title }) => title)).toEqual(["Helpline", "Shelter", "Camera"]);
    const listed = await listInterventions(db, study(), { ...all, class: "not-given" });
    expect(listed.interventions.map(({ title }) => title)).toEqual(["Shelter"]);
    expect(listed.classes.map(({ value }) => value)).toEqual(["works", "may-work", "harms", "not-given"]);
  });

  it("stand in a document as picture and table by class; a sign-off binds them one by one, as it always did", async () => {
    const tables = await dataBlockValues(db, study(), { block: "interventions" });
    expect(tables.map(({ pictures, rows }) => [pictures?.length ?? 0, rows.length])).toEqual([
      [1, 5],
      [0, 4],
    ]);
    expect(tablesToBind(tables).map(({ columns }) => columns.map(({ id }) => id))).toEqual([
      ["code", "intervention", "group", "description", "effect"],
    ]);
  });
});
