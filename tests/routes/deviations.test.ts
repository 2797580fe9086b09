import { beforeAll, describe, expect, it } from "vitest";
import { freezeProtocol } from "~/features/protocol/freeze-protocol.server";
import { keepProtocolFile } from "~/platform/checked-protocol.server";
import { db } from "~/platform/db.server";
import * as newDeviation from "~/routes/assessments.$slug.protocol.deviations.new";
import * as deviation from "~/routes/assessments.$slug.protocol.deviations.$n";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol, interviewProtocol } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
let path: string;
let slug: string;
beforeAll(async () => {
  cast = await loadCast();
  slug = cast.assessment.slug;
  path = `/assessments/${slug}/protocol/deviations/new`;
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

const filled = {
  intent: "deviate",
  "reason@nl": "Twee vragen liepen in elkaar over.",
  "reason@en": "",
  "effect@nl": "Geen gevolg voor eerdere antwoorden.",
  "effect@en": "No effect on earlier answers.",
  approvedBy: "Begeleidingsgroep",
  approvedOn: "5-1-2026",
};
const keptFile = (body: object) =>
  keepProtocolFile(cast.lead.id, path, { name: "next.yaml", bytes: new TextEncoder().encode(JSON.stringify(body)) }, new Date());
const next = { ...interviewProtocol, purpose: { nl: "Anders", en: "Other" } };
const post = async (form: Record<string, string>) =>
  ask(newDeviation.action, await signedIn(cast.lead.id, path, { form: { ...filled, ...form } }), { slug });
const page = async (file: string) => ask(newDeviation.loader, await signedIn(cast.lead.id, `${path}?file=${file}`), { slug });
const problemOf = ({ data }: { data: unknown }) => (data as { problem?: { fields: object; values: object } }).problem;

describe("the page of a new deviation", () => {
  it("says where to go while the protocol is not frozen", async () => {
    const file = await keptFile(next);
    expect((await page(file)).data).toMatchObject({ frozen: false, checked: null });
    expect((await post({ file, version: "1" })).status).toBe(409);
  });

  it("shows what changes, keeps all that was typed on a refusal and when somebody was first, and records once", async () => {
    await freezeProtocol(as(cast.lead), { assessmentId: cast.assessment.id, version: 1 });
    const file = await keptFile(next);
    expect((await page(file)).data).toMatchObject({
      checked: { problems: [], changes: [{ kind: "part", code: "purpose", way: "reworded" }] },
    });
    const empty = await post({ file, version: "2", "reason@nl": " ", approvedOn: "1-1-2999" });
    expect([empty.status, problemOf(empty)?.fields]).toMatchObject([422, { "reason@nl": ["required"] }]);
    expect(problemOf(empty)?.values).toMatchObject({ "effect@en": ["No effect on earlier answers."] });
    const late = await post({ file, version: "2", approvedOn: "1-1-2999" });
    expect([late.status, problemOf(late)?.fields]).toMatchObject([422, { approvedOn: ["in-future"] }]);
    expect((await post({ file, version: "2" })).status).toBe(302);
    const other = await keptFile({ ...next, purpose: { nl: "Nog anders", en: "Other still" } });
    const overtaken = await post({ file: other, version: "2" });
    expect([overtaken.status, overtaken.data]).toMatchObject([
      409,
      { overtaken: { mine: { "effect@nl": [filled["effect@nl"]], file: [other] } } },
    ]);
    expect((await post({ file: other, version: "3" })).status).toBe(302);
    expect(await db.deviation.findMany({ select: { number: true, protocolNumber: true }, orderBy: { number: "asc" } })).toEqual([
      { number: 1, protocolNumber: 2 },
      { number: 2, protocolNumber: 3 },
    ]);
    const shown = await ask(deviation.loader, await signedIn(cast.lead.id, `${path}/../2`), { slug, n: "2" });
    expect(shown.data).toMatchObject({ deviation: { number: 2, approvedOn: "2026-01-05" }, mayChange: true });
  });
});
