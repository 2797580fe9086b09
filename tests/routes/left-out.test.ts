import { beforeAll, expect, it } from "vitest";
import { decide } from "~/features/screening/decide.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { db } from "~/platform/db.server";
import { readGroundsFor } from "~/platform/grounds.server";
import { loader as citeLoader } from "~/routes/assessments.$slug.cite";
import { loader as editionsLoader } from "~/routes/assessments.$slug.editions.new";
import { loader as reviewLoader } from "~/routes/assessments.$slug.sections.$code.review";
import { loader as sendLoader } from "~/routes/assessments.$slug.sections.$code.send";
import { loader as searchLoader } from "~/routes/assessments.$slug.search";
import { as, loadCast, type Cast } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol, hour, interviewProtocol } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { decision, givenDecided, givenFound } from "../support/screening-scene";
import { givenWrittenSection } from "../support/section-scene";
import { givenExcerpt } from "../support/source-scene";

useDatabase();
let cast: Cast;
let cited: { id: string; code: string };
const slug = "cast-study";
beforeAll(async () => {
  cast = await loadCast();
  const { id: assessmentId } = cast.assessment;
  await givenProtocol(assessmentId, cast.lead.id);
  const source = await givenFound(cast);
  cited = await givenExcerpt(cast, source.id);
  await givenWrittenSection(cast);
  const block = await db.block.findFirstOrThrow({ where: { assessmentId } });
  await linkEvidence(as(cast.researcher, hour(3)), {
    assessmentId,
    blockId: block.id,
    to: { kind: "excerpt", id: cited.id },
    kind: "supports",
  });
});

const told = async (loader: Parameters<typeof ask>[0], path: string, params: Record<string, string> = {}) =>
  (await ask(loader, await signedIn(cast.lead.id, `/assessments/${slug}/${path}`), { slug, ...params })).data;
const study = () => ({
  assessment: { id: cast.assessment.id, languages: ["nl", "en"] },
  protocol: interviewProtocol,
  viewer: { id: cast.lead.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: "lead" as const } },
  language: "nl" as const,
});

const says = (page: unknown, pattern: RegExp) => pattern.test(JSON.stringify(page));

/** Where a ground is told to be left out: search, page to cite, picker of a judgement, review, page that sends to review, checklist of an edition. */
async function places() {
  const { found } = await readGroundsFor(db, study(), { kind: "alignment", id: null }, "kranen");
  return {
    search: says(await told(searchLoader, "search?q=kranen"), /"code":"S01:1".*?"leftOut":true/u),
    cite: says(await told(citeLoader, `cite?evidence=${cited.code}`), /"leftOut":true/u),
    picker: found.find(({ code }) => code === cited.code)?.leftOut,
    review: says(await told(reviewLoader, "sections/1/review", { code: "1" }), /"leftOut":true/u),
    checklist: says(await told(editionsLoader, "editions/new"), /"kind":"left-out-ground"/u),
    send: await told(sendLoader, "sections/1/send", { code: "1" }),
  };
}

it("tells that something is cited from a source that the screening left out, once both have decided and not before", async () => {
  const source = await db.source.findFirstOrThrow({ where: { code: "S01" } });
  await decide(as(cast.researcher), decision(cast, source.id, { decision: "exclude", reason: "far" }));
  const nowhere = { search: false, cite: false, picker: false, review: false, checklist: false };
  expect(await places()).toMatchObject({ ...nowhere, send: { leftOut: [] } });
  await givenDecided(cast, source.id, [cast.secondResearcher], { decision: "exclude", reason: "far" });
  const everywhere = { search: true, cite: true, picker: true, review: true, checklist: true };
  expect(await places()).toMatchObject({ ...everywhere, send: { leftOut: [cited.code] } });
});
