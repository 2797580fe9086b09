import { freezeProtocol } from "~/features/protocol/freeze-protocol.server";
import { closeDatabase, db, dialectOf, openDatabase } from "~/platform/db.server";
import { isLoopback, settings } from "~/platform/environment.server";
import { newId } from "~/platform/ids.server";
import { ensureInstallation } from "~/platform/installation.server";
import { holdLock } from "~/platform/lock.server";
import { migrate } from "~/platform/migrate.server";
import { CommandProblem, runCommand, say } from "../commands/command";
import { moment, newAgenda } from "./seed/agenda";
import { planCodings } from "./seed/codings";
import { planDeviation } from "./seed/deviation";
import { planEdition } from "./seed/edition";
import { planInterviews } from "./seed/interviews";
import { makePeople } from "./seed/people";
import { planAlignments } from "./seed/sec-alignments";
import { planDocument as planSecDocument } from "./seed/sec-document";
import * as sec from "./seed/sec-in-oda";
import { planRemarks } from "./seed/remarks";
import { planScreening } from "./seed/screening";
import { planSources } from "./seed/sources";
import { addTeam, startStudy, type StudyStart } from "./seed/start";
import type { DemoPerson, SeededStudy } from "./seed/study";
import * as water from "./seed/watervoorziening";

const usage = `
npm run seed -- --demo [--json]

Loads the two example studies with their people and history into an empty database; does nothing where they are loaded already.
The demo's accounts have a known password, so it is refused where the origin is not a loopback address.

Exit codes: 0 loaded or there already, 1 failed, 2 wrong setting or argument, 3 in use by another process.
`;

const secStart: StudyStart = {
  key: "asm-sec",
  slug: "sec-in-oda",
  protocolFile: "sec-in-oda.yaml",
  lead: "usr-lead",
  startsOn: "2021-12-01",
  endsOn: "2022-03-30",
};
const waterStart: StudyStart = {
  key: "asm-small",
  slug: "watervoorziening",
  protocolFile: "evaluation-oecd-dac.yaml",
  lead: "usr-outsider",
  startsOn: "2025-01-13",
  endsOn: "2025-07-04",
};

/** The worked example: seventeen weeks from the protocol to a concept that the ministry can read. */
async function seedSec(people: ReadonlyMap<string, DemoPerson>, request: string): Promise<number> {
  const study = await startStudy(secStart, people, moment("2021-12-01", 9), request);
  await addTeam(study, secStart, moment("2021-12-01", 10));
  const agenda = newAgenda();
  const researchers = ["usr-researcher-1", "usr-researcher-2"];
  agenda.add(moment("2021-12-13", 15), (at) => freeze(study, "usr-lead", at));
  planSources(agenda, study, secStart.slug, { from: "2021-12-14", people: researchers });
  sec.planInterventions(agenda, study, {
    from: "2022-01-04", // before the facts of actors, some of which refer to them
    opened: "2022-01-31",
    sent: "2022-02-01",
    person: "usr-researcher-1",
    lead: "usr-lead",
  });
  sec.planActors(agenda, study, {
    from: "2022-01-03",
    people: researchers,
    commissioner: { nl: study.protocol.commissioner["nl"] ?? "", en: study.protocol.commissioner["en"] ?? "" },
  });
  planInterviews(agenda, study, secStart.slug, {
    planned: "2022-01-14",
    held: "2022-01-20",
    lead: "usr-lead",
    commissioner: "usr-commissioner",
  });
  planCodings(agenda, study, secStart.slug, "2022-02-10");
  planDeviation(agenda, study, {
    on: "2022-02-11",
    approved: "2022-02-10",
    lead: "usr-lead",
    commissioner: "usr-commissioner",
    file: secStart.protocolFile,
  });
  sec.planRatings(agenda, study, {
    opened: "2022-01-31",
    from: "2022-02-02",
    sent: ["2022-02-07", "2022-02-08"],
    reconciled: "2022-02-09",
  });
  planAlignments(agenda, study, { from: "2022-02-08", person: "usr-researcher-2" });
  sec.planOptions(agenda, study, { day: "2022-02-08", sent: "2022-02-10", person: "usr-researcher-2", lead: "usr-lead" });
  planSecDocument(agenda, study);
  planEdition(agenda, study, { lead: "usr-lead", compiled: "2022-03-14", released: "2022-03-15" });
  planRemarks(agenda, study, secStart.slug, {
    ...{ lead: "usr-lead", researcher: "usr-researcher-1", commissioner: "usr-commissioner" },
    ...{ asked: "2022-03-15", answered: "2022-03-25", shown: "2022-03-28" },
  });
  return agenda.run();
}

/** The small, wholly fictional example on the other protocol. */
async function seedWater(people: ReadonlyMap<string, DemoPerson>, request: string): Promise<number> {
  const study = await startStudy(waterStart, people, moment("2025-01-13", 9), request);
  await addTeam(study, waterStart, moment("2025-01-13", 10));
  const agenda = newAgenda();
  agenda.add(moment("2025-02-03", 15), (at) => freeze(study, "usr-outsider", at));
  water.planActors(agenda, study, { from: "2025-01-20", person: "usr-small-researcher" });
  planSources(agenda, study, waterStart.slug, { from: "2025-01-14", people: ["usr-reviewer-2", "usr-small-researcher"] });
  planInterviews(agenda, study, waterStart.slug, {
    planned: "2025-02-04",
    held: "2025-02-12",
    lead: "usr-outsider",
    commissioner: "usr-small-commissioner",
  });
  planScreening(agenda, study, {
    on: "2025-01-17",
    lead: "usr-outsider",
    first: "usr-reviewer-2",
    second: "usr-small-researcher",
    folder: waterStart.slug,
  });
  water.planFields(agenda, study);
  water.planRatings(agenda, study);
  water.planAlignments(agenda, study);
  water.planOptions(agenda, study, { lead: "usr-outsider", sent: "2025-04-25" });
  water.planDocument(agenda, study, { lead: "usr-outsider" });
  planEdition(agenda, study, { lead: "usr-outsider", compiled: "2025-06-23", released: "2025-06-24" });
  return agenda.run();
}

async function freeze(study: SeededStudy, lead: string, at: Date): Promise<void> {
  const { version } = await db.assessment.findUniqueOrThrow({ where: { id: study.id }, select: { version: true } });
  await freezeProtocol(study.as(lead, at), { assessmentId: study.id, version });
}

async function load(): Promise<number> {
  const already = await db.assessment.findUnique({ where: { slug: secStart.slug }, select: { id: true } });
  if (already) return 0;
  const begin = moment("2021-11-29", 9);
  const request = newId(begin);
  const people = await makePeople([secStart.slug, waterStart.slug], begin, request);
  return (await seedSec(people, request)) + (await seedWater(people, request));
}

await runCommand({
  usage,
  options: { demo: { type: "boolean" } },
  async run({ values }) {
    if (!values.demo) throw new CommandProblem("There is one set of examples: npm run seed -- --demo.");
    const { databaseUrl: url, dataDir, origin } = settings();
    if (!isLoopback(origin))
      throw new CommandProblem("GRONDSLAG_ORIGIN is not a loopback address, and the demo's accounts have a known password.");
    const release = dialectOf(url) === "sqlite" ? holdLock(dataDir) : () => undefined;
    try {
      await migrate({ url, dataDir, at: new Date() });
      await openDatabase(url);
      await ensureInstallation({ at: moment("2021-11-29", 8), request: newId(moment("2021-11-29", 8)), program: "Grondslag" });
      const acts = await load();
      if (values.json) say({ acts });
      else say(acts === 0 ? "The examples are loaded already." : `Loaded the examples: ${acts} acts.`);
      return 0;
    } finally {
      await closeDatabase();
      release();
    }
  },
});
