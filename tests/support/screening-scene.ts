import { countByHand } from "~/features/screening/count.server";
import { decide, type Decide } from "~/features/screening/decide.server";
import { as, type Cast, type Person } from "../cast";
import { givenSource } from "./source-scene";
import { hour } from "./interview-scene";
import { rawWriter } from "./database";

/** A publication that was found in a database, by the researcher. */
export async function givenFound(cast: Cast, channel: string | null = "database") {
  const source = await givenSource(cast);
  await rawWriter().source.update({ where: { id: source.id }, data: { channel } });
  return source;
}

/** What somebody decides at title and abstract, unless said otherwise. */
export const decision = (cast: Cast, sourceId: string, more: Partial<Decide> = {}): Decide => ({
  assessmentId: cast.assessment.id,
  sourceId,
  step: "title-abstract",
  version: 0,
  decision: "include",
  reason: null,
  note: "",
  ...more,
});

/** Several people decide the same, one after the other. */
export async function givenDecided(cast: Cast, sourceId: string, people: readonly Person[], more: Partial<Decide> = {}): Promise<void> {
  for (const person of people) await decide(as(person, hour(4)), decision(cast, sourceId, more));
}

/** A publication that two people let go on and that was obtained: its full text is to be read. */
export async function givenObtained(cast: Cast) {
  const source = await givenFound(cast);
  await givenDecided(cast, source.id, [cast.researcher, cast.secondResearcher]);
  await givenDecided(cast, source.id, [cast.researcher], { step: "retrieval", decision: "retrieved" });
  return source;
}

/** Nine duplicates, counted by hand by the lead: something was recorded of the flow. */
export async function givenCounted(cast: Cast): Promise<void> {
  await countByHand(as(cast.lead), { assessmentId: cast.assessment.id, kind: "duplicates", count: 9, note: "", version: 0 });
}
