import type { Cast } from "../cast";
import { loadCast } from "../cast";
import { givenHeldInterview, givenProtocol } from "../support/interview-scene";

/** What the routes are asked about: the cast, and a record of each kind that has an address. */
export interface RoutesScene {
  cast: Cast;
  /** Held by the researcher with one interviewee. */
  interview: Awaited<ReturnType<typeof givenHeldInterview>>;
}

/** Makes one of each kind of record that has an address of its own. */
export async function givenRoutesScene(): Promise<RoutesScene> {
  const cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
  return { cast, interview: await givenHeldInterview(cast) };
}
