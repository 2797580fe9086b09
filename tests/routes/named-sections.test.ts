import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { setDue } from "~/features/sections/set-due.server";
import { loader as newEdition } from "~/routes/assessments.$slug.editions.new";
import { loader as work } from "~/routes/work";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { hour, plan } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenSections, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
});

const Work = z.object({
  studies: z.array(
    z.object({
      changed: z.array(z.object({ action: z.string(), label: z.string().nullable(), thing: z.string().optional() })),
      meters: z.array(z.object({ key: z.string(), done: z.number(), total: z.number() })),
    }),
  ),
});
const workOf = async (person: { id: string }) => Work.parse((await ask(work, await signedIn(person.id, "/work"))).data).studies[0];

describe("my work", () => {
  it("calls a section that changed by its heading beside its code", async () => {
    const given = { assessmentId: cast.assessment.id, id: scene.section("sources"), version: 1 };
    await setDue(as(cast.lead, hour(2)), { ...given, dueOn: "2026-10-01" });
    expect((await workOf(cast.researcher))?.changed[0]).toEqual({ action: "section.set-due", label: "sources", thing: "Bronnen" });
  });

  it("counts an interview that was called off among none that are still to be held", async () => {
    const given = { assessmentId: cast.assessment.id };
    await planInterview(as(cast.lead, hour(2)), plan(cast, { perspective: null }));
    const { id } = await planInterview(as(cast.lead, hour(2)), plan(cast, { perspective: null }));
    await moveInterview(as(cast.lead, hour(3)), { ...given, id, version: 1, move: "cancel", reason: "No time" });
    const meters = (await workOf(cast.researcher))?.meters;
    expect(meters?.find(({ key }) => key === "interviews")).toEqual({ key: "interviews", done: 0, total: 1 });
  });
});

describe("what blocks an edition", () => {
  it("names the sections in the words of the reader", async () => {
    const page = await ask(newEdition, await signedIn(cast.lead.id, "/assessments/cast-study/editions/new"), { slug: "cast-study" });
    const { found } = z
      .object({
        found: z.object({ sections: z.array(z.object({ code: z.string(), number: z.string().nullable(), heading: z.string() })) }),
      })
      .parse(page.data);
    expect(found.sections).toContainEqual({ code: "sources", number: null, heading: "Bronnen" });
    expect(found.sections).toContainEqual(expect.objectContaining({ code: "3.1", heading: "Wat werkt" }));
  });
});
