import { beforeAll, expect, it } from "vitest";
import { addActor } from "~/features/actors/add-actor.server";
import { db } from "~/platform/db.server";
import * as newRoute from "~/routes/assessments.$slug.actors.new";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actorInput } from "../support/judgement-scene";
import { ask, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
});

const send = async (form: Record<string, string>) => {
  const request = await signedIn(cast.researcher.id, "/assessments/cast-study/actors/new", { form });
  return ask(newRoute.action, request, { slug: "cast-study" });
};

it("an actor of a listed name is asked about, with the way to that one, and is added once it is said to be another", async () => {
  const { code } = await addActor(as(cast.researcher), { ...actorInput, assessmentId: cast.assessment.id, name: "Grutto École" });
  const refused = await send({ name: "grutto  ecole", url: "https://grutto.example" });
  expect(refused).toMatchObject({
    status: 422,
    data: {
      namesake: { code, name: "Grutto École" },
      problem: { fields: { name: ["actor-namesake"] }, values: { url: ["https://grutto.example"] } },
    },
  });
  const named = { assessmentId: cast.assessment.id, number: { gte: Number(code.slice(1)) } };
  expect(await db.actor.count({ where: named })).toBe(1);
  expect((await send({ name: "grutto  ecole", another: "yes" })).status).toBe(302);
  expect(await db.actor.count({ where: named })).toBe(2);
  expect((await send({ name: "Grutto Elders" })).status).toBe(302);
});
