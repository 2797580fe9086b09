import { beforeEach, describe, expect, it } from "vitest";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { unlink } from "~/features/sections/unlink.server";
import type { CoverageRule } from "~/domain/protocol/rules";
import { db } from "~/platform/db.server";
import * as reviewRoute from "~/routes/assessments.$slug.sections.$code.review";
import * as sendRoute from "~/routes/assessments.$slug.sections.$code.send";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenBlock, givenSections, ruledBy, sectionNow, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let linkId: string;
const single: CoverageRule = { statements: ["finding"], minOrigins: 2, severity: "warning" };
const level: CoverageRule = { statements: ["finding"], confidence: "level", severity: "warning" };

beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  const { id: blockId } = await givenBlock(cast, scene.section("3.1"));
  const to = { kind: "excerpt", id: scene.excerpt } as const;
  ({ id: linkId } = await linkEvidence(as(cast.researcher, hour(3)), { assessmentId, blockId, to, kind: "supports" }));
});

const path = "/assessments/cast-study/sections/3.1";
const params = { slug: "cast-study", code: "3.1" };
const version = async () => String((await sectionNow(scene.section("3.1"))).version);
const send = async (form: Record<string, string>, who: Person = cast.researcher) => {
  const whole = { version: await version(), dueOn: "", note: "Let op F1.", ...form };
  return ask(sendRoute.action, await signedIn(who.id, `${path}/send`, { form: whole }), params);
};
const shown = async (loader: typeof sendRoute.loader | typeof reviewRoute.loader, who: Person) =>
  ask(loader, await signedIn(who.id, path), params);

describe("sending a section with warnings", () => {
  it("asks a reason for each before anything is written, and keeps what was typed", async () => {
    await ruledBy(cast, [single, level]);
    const seq = await lastSeq(assessmentId);
    const refused = await send({ "why:origins:F1": "Eén bron volstaat.", "why-version:origins:F1": "0", "why:confidence:F1": " " });
    expect(refused).toMatchObject({
      status: 422,
      data: {
        fields: { "why:confidence:F1": ["required"] },
        values: { "why:origins:F1": ["Eén bron volstaat."], note: ["Let op F1."] },
      },
    });
    expect(await send({ "why:origins:F1": "x".repeat(2_001), "why:confidence:F1": "Nog niet gewogen." })).toMatchObject({
      status: 422,
      data: { fields: { "why:origins:F1": ["too-long"] } },
    });
    expect(await actionsSince(assessmentId, seq)).toEqual([]);
  });
  it("writes one event per reason and one for sending; the reviewer reads each with its author", async () => {
    await ruledBy(cast, [single, level]);
    const seq = await lastSeq(assessmentId);
    const sent = await send({
      "why:origins:F1": "Eén bron volstaat.",
      "why:confidence:F1": "Nog niet gewogen.",
      "why-version:origins:F1": "0",
    });
    expect(sent).toMatchObject({ status: 302, location: path });
    expect(await actionsSince(assessmentId, seq)).toEqual(["gate.give-reason", "gate.give-reason", "section.send-to-review"]);
    const { data } = await shown(reviewRoute.loader, cast.reviewer);
    expect(data).toMatchObject({
      gate: {
        lines: [
          { key: "origins:F1", state: "reasoned", reason: { text: "Eén bron volstaat.", by: cast.researcher.name } },
          { key: "confidence:F1", state: "reasoned" },
        ],
      },
    });
  });
  it("says 409 to an overtaken section or reason, and keeps the reason", async () => {
    await ruledBy(cast, [single]);
    const typed = { "why:origins:F1": "Eén bron volstaat." };
    const values = { "why:origins:F1": ["Eén bron volstaat."] };
    expect(await send({ ...typed, version: "7" })).toMatchObject({ status: 409, data: { values } });
    expect(await db.gateReason.count()).toBe(0);
    expect(await send({ ...typed, "why-version:origins:F1": "4" })).toMatchObject({
      status: 409,
      data: { fields: { "why:origins:F1": ["changed-meanwhile"] }, values },
    });
  });
  it("is stopped when a rule is broken between the page and the post, with the way to what stops it", async () => {
    await ruledBy(cast, [{ statements: ["finding"], minEvidence: 1, severity: "blocker" }, single]);
    const page = { gate: { lines: [{ state: "asks-reason" }, { state: "in-order" }] } };
    expect((await shown(sendRoute.loader, cast.researcher)).data).toMatchObject(page);
    await unlink(as(cast.lead, hour(4)), { assessmentId, id: linkId, version: 1 });
    const refused = await send({ "why:origins:F1": "Eén bron volstaat." });
    expect(refused).toMatchObject({ status: 422, data: { form: ["gate-closed"], values: { "why:origins:F1": ["Eén bron volstaat."] } } });
    const { data } = await shown(sendRoute.loader, cast.researcher);
    const blocked = {
      state: "blocked",
      check: "evidence",
      has: 0,
      needs: 1,
      href: expect.stringContaining("/sections/3.1/edit#block-") as string,
    };
    expect(data).toMatchObject({ gate: { lines: [blocked, { state: "asks-reason" }] } });
  });
});
