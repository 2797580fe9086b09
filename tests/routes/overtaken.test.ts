import { beforeAll, describe, expect, it } from "vitest";
import type { Entries, Overtaken } from "~/domain/overtaken";
import { keepNotes } from "~/features/interviews/keep-notes.server";
import { addLimitation } from "~/features/limitations/add-limitation.server";
import { addPoint } from "~/features/options/add-point.server";
import { bibliographicFields } from "~/domain/sources/bibliography";
import { translatePoint } from "~/features/options/translate-point.server";
import { keepProtocolFile } from "~/platform/checked-protocol.server";
import { db } from "~/platform/db.server";
import * as account from "~/routes/admin.accounts.$id";
import * as ownAccount from "~/routes/account";
import * as actor from "~/routes/assessments.$slug.actors.$code._index";
import * as alignment from "~/routes/assessments.$slug.alignments.$framework.$node";
import * as answerField from "~/routes/assessments.$slug.questions.$code.answer";
import * as intervention from "~/routes/assessments.$slug.interventions.$code._index";
import * as interviewee from "~/routes/assessments.$slug.interviewees.$code";
import * as interview from "~/routes/assessments.$slug.interviews.$code._index";
import * as agreement from "~/routes/assessments.$slug.interviews.$code.participants";
import * as limitations from "~/routes/assessments.$slug.limitations";
import * as option from "~/routes/assessments.$slug.options.$code";
import * as replace from "~/routes/assessments.$slug.protocol.replace";
import * as settings from "~/routes/assessments.$slug.settings";
import * as source from "~/routes/assessments.$slug.sources.$code";
import * as team from "~/routes/assessments.$slug.team";
import { as, type Person } from "../cast";
import { record } from "../support/consent-scene";
import { useDatabase } from "../support/database";
import { hour, interviewProtocol } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenExcerpt } from "../support/source-scene";
import { givenRoutesScene, type RoutesScene } from "./scene";

useDatabase();
let scene: RoutesScene;
let here: { assessmentId: string };
beforeAll(async () => {
  scene = await givenRoutesScene();
  here = { assessmentId: scene.cast.assessment.id };
});

type Handler = Parameters<typeof ask>[0];
type Form = Record<string, string | string[]>;

/** A form of a record that two people have open; `version` is the one that both have read. */
interface Case {
  action: Handler;
  path: string;
  params?: Record<string, string>;
  who?: Person;
  other?: Person;
  version: number;
  form: Form;
  theirs: Form;
  mine: Form;
}

const cases: Record<string, () => Case | Promise<Case>> = {
  "a member": async () => {
    const { cast } = scene;
    const { id, version } = await db.member.findFirstOrThrow({ where: { ...here, userId: cast.secondResearcher.id } });
    const form = { intent: "change", memberId: id, role: "researcher", endsOn: "" };
    const path = "/assessments/cast-study/team";
    const lead = { who: cast.lead, other: cast.lead };
    return { ...lead, action: team.action, path, version, form, theirs: { endsOn: "31-12-2030" }, mine: { endsOn: "30-06-2030" } };
  },
  "the settings of an assessment": async () => {
    const { version, title } = await db.assessment.findUniqueOrThrow({ where: { id: here.assessmentId } });
    const texts = Object.fromEntries(
      Object.entries(JSON.parse(title) as Record<string, string>).map(([code, text]) => [`title.${code}`, text]),
    );
    return {
      action: settings.action,
      path: "/assessments/cast-study/settings",
      who: scene.cast.lead,
      other: scene.cast.lead,
      version,
      form: { ...texts, startsOn: "", endsOn: "", "notice.nl": "" },
      theirs: { startsOn: "01-01-2026" },
      mine: { startsOn: "01-02-2026" },
    };
  },
  "an account": async () => {
    const { id, version } = await db.user.findUniqueOrThrow({ where: { id: scene.cast.reviewer.id } });
    const admin = scene.cast.administrator;
    return {
      action: account.action,
      path: `/admin/accounts/${id}`,
      params: { id },
      who: admin,
      other: admin,
      version,
      form: { intent: "change" },
      theirs: { mayStart: "yes" },
      mine: { administrator: "yes" },
    };
  },
  "a limitation": async () => {
    const { id } = await addLimitation(as(scene.cast.researcher), {
      ...here,
      text: "Eén seizoen.",
      language: "nl",
      sections: [],
      statements: [],
    });
    const form = { intent: "change", id, text: "Eén seizoen.", language: "nl" };
    return {
      action: limitations.action,
      path: "/assessments/cast-study/limitations",
      version: 1,
      form,
      theirs: { text: "Eén droog seizoen." },
      mine: { text: "Eén nat seizoen." },
    };
  },
  "a point of an option": async () => {
    const point = { criterion: "cost", side: "against", text: "Kost veel.", language: "nl" } as const;
    const { id } = await addPoint(as(scene.cast.researcher), { ...here, ...point, grounds: [], option: "fund" });
    return {
      action: option.action,
      path: "/assessments/cast-study/options/W1",
      params: { code: "W1" },
      version: 1,
      form: { intent: "change", id, ...point },
      theirs: { text: "Kost heel veel." },
      mine: { text: "Kost weinig." },
    };
  },
  "a translation of it": async () => {
    const point = { criterion: "cost", side: "against", text: "Kost tijd.", language: "nl" } as const;
    const { id } = await addPoint(as(scene.cast.researcher), { ...here, ...point, grounds: [], option: "fund" });
    await translatePoint(as(scene.cast.researcher), { ...here, id, language: "en", version: 0, text: "Takes time." });
    return {
      action: option.action,
      path: "/assessments/cast-study/options/W1",
      params: { code: "W1" },
      version: 1,
      form: { intent: "translate", id, language: "en", text: "Takes time." },
      theirs: { text: "Takes much time." },
      mine: { text: "Takes hours." },
    };
  },
  "a source": () => {
    const { code } = scene.source;
    const empty = Object.fromEntries(bibliographicFields.map((name) => [name, ""]));
    const form = {
      ...empty,
      type: "report",
      title: "Kranen in de stad",
      titleKind: "given",
      authors: "Visser, A.",
      issued: "2024",
      language: "nl",
    };
    return {
      action: source.action,
      path: `/assessments/cast-study/sources/${code}`,
      params: { code },
      version: 1,
      form: { intent: "change", ...form, reading: "read", origin: "", appraisal: "", abstract: "" },
      theirs: { authors: "Visser, A.\nBos, C." },
      mine: { authors: "Visser, Anna" },
    };
  },
  "a passage": async () => {
    const { id } = await givenExcerpt(scene.cast, scene.source.id);
    const form = { intent: "change-excerpt", id, form: "quoted", text: "Kranen werken drie jaar.", place: "p. 4", language: "nl" };
    const { code } = scene.source;
    return {
      action: source.action,
      path: `/assessments/cast-study/sources/${code}`,
      params: { code },
      version: 1,
      form,
      theirs: { place: "p. 5" },
      mine: { place: "p. 6" },
    };
  },
  "an alignment": () => ({
    action: alignment.action,
    path: "/assessments/cast-study/alignments/plan/p1",
    params: { framework: "plan", node: "p1" },
    version: 0,
    form: { intent: "judge", value: "much", reasons: "", language: "nl" },
    theirs: { reasons: "Zo staat het er." },
    mine: { reasons: "Dat staat er niet." },
  }),
  "an intervention": () => {
    const { code } = scene.intervention;
    const form = { intent: "change", title: "Werkwijze", description: "", group: "", language: "nl", source: "", "groupTitle@nl": "Groep" };
    return {
      action: intervention.action,
      path: `/assessments/cast-study/interventions/${code}`,
      params: { code },
      version: 1,
      form,
      theirs: { title: "Werkwijze A" },
      mine: { title: "Werkwijze B" },
    };
  },
  "an actor": async () => {
    const row = await db.actor.findUniqueOrThrow({ where: { id: scene.actor.id } });
    const form = { intent: "change", name: row.name, ownLevels: "", countries: "", url: "" };
    return {
      action: actor.action,
      path: `/assessments/cast-study/actors/${row.code}`,
      params: { code: row.code },
      version: row.version,
      form,
      theirs: { countries: "Kenia" },
      mine: { countries: "Ghana" },
    };
  },
  "the particulars of an interviewee": async () => {
    const row = await db.interviewee.findFirstOrThrow({ where: here });
    const form = { intent: "change", kind: row.kind, actorId: "", interestActorId: "", interestWords: "" };
    return {
      action: interviewee.action,
      path: `/assessments/cast-study/interviewees/${row.code}`,
      params: { code: row.code },
      other: scene.cast.lead,
      version: row.version,
      form,
      theirs: { "role@nl": "Wethouder" },
      mine: { "role@nl": "Burgemeester" },
    };
  },
  "the identity of an interviewee": async () => {
    const row = await db.interviewee.findFirstOrThrow({ where: here });
    const identity = await db.identity.findUnique({ where: { intervieweeId: row.id } });
    return {
      action: interviewee.action,
      path: `/assessments/cast-study/interviewees/${row.code}`,
      params: { code: row.code },
      other: scene.cast.lead,
      version: identity?.version ?? 0,
      form: { intent: "identity", name: "", contact: "" },
      theirs: { name: "Bo de Wit" },
      mine: { name: "B. de Wit" },
    };
  },
  "the consent of a participant": async () => {
    const row = await db.participant.findFirstOrThrow({ where: here });
    const { code, notesFor } = await db.interview.findUniqueOrThrow({ where: { id: row.interviewId } });
    const form = { intent: "set-attribution", participantId: row.id, attribution: "role-organisation", wantsRecord: "" };
    return {
      action: agreement.action,
      path: `/assessments/cast-study/interviews/${code}/participants`,
      params: { code },
      other: scene.cast.lead,
      version: row.version,
      form: { ...form, attribution: row.attribution, consentOn: "", consentHow: "", persons: "", notesFor, notesForBefore: notesFor },
      theirs: { consentHow: "Per brief" },
      mine: { consentHow: "Aan tafel" },
    };
  },
  "the particulars of an interview": async () => {
    const row = await db.interview.findFirstOrThrow({ where: here });
    const form = { intent: "change", agreedWith: "", plannedOn: "", heldOn: row.heldOn ?? "", language: row.language, mode: "", place: "" };
    return {
      action: agreement.action,
      path: `/assessments/cast-study/interviews/${row.code}/participants`,
      params: { code: row.code },
      other: scene.cast.lead,
      version: row.version,
      form,
      theirs: { place: "Utrecht" },
      mine: { place: "Leiden" },
    };
  },
  "a field of a research question": () => ({
    action: answerField.action,
    path: "/assessments/cast-study/questions/1/answer",
    params: { code: "1" },
    version: 0,
    form: { field: "since", explanation: "", reason: "", "v-since": "" },
    theirs: { "v-since": "1990" },
    mine: { "v-since": "1991" },
  }),
  "one's own account": async () => {
    const { version } = await db.user.findUniqueOrThrow({ where: { id: scene.cast.researcher.id } });
    const form = { intent: "change", name: "Noor Bakker", language: "nl" };
    const { researcher } = scene.cast;
    const who = { who: researcher, other: researcher };
    return { ...who, action: ownAccount.action, path: "/account", version, form, theirs: { name: "Noor B." }, mine: { name: "N. Bakker" } };
  },
  "the notes of an answer": async () => {
    const { answerId, ...place } = await givenAnswer("which");
    return { ...place, version: 2, form: { intent: "notes", answerId }, theirs: { notes: "kort en bondig" }, mine: { notes: "lang" } };
  },
  "the translation of an answer": async () => {
    const { answerId, ...place } = await givenAnswer("why");
    return {
      ...place,
      form: { intent: "translate", answerId, language: "en" },
      theirs: { record: "Working together." },
      mine: { record: "To cooperate." },
    };
  },
};

/** An answer with notes and a translation, which those who hold the interview have open in two places. */
async function givenAnswer(part: "which" | "why"): Promise<Omit<Case, "form" | "theirs" | "mine"> & { answerId: string }> {
  const { cast, interview: held } = scene;
  const { researcher } = cast;
  const { id } = await record(cast, held.id, "gq2", part, "Samenwerken.");
  await keepNotes(as(researcher, hour(6)), { ...here, interviewId: held.id, answerId: id, version: 1, notes: "kort" });
  const path = `/assessments/cast-study/interviews/${held.code}`;
  return { who: researcher, other: researcher, action: interview.action, path, params: { code: held.code }, version: 0, answerId: id };
}

const post = async (who: Person, { action, path, params }: Case, form: Form) =>
  ask(action, await signedIn(who.id, path, { form }), { slug: "cast-study", ...params });

const overtakenIn = (data: unknown) => (data as { overtaken: Overtaken }).overtaken;
const asTyped = (form: Form, entries: Entries) =>
  Object.fromEntries(Object.keys(form).map((name) => [name, (entries[name] ?? []).join("|")]));

describe.each(Object.keys(cases))("%s that somebody else changed meanwhile", (name) => {
  it("shows theirs and what was typed, and keeps what is then chosen as the next version", async () => {
    const found = await cases[name]?.();
    if (!found) throw new Error("No such case");
    const { version, form, theirs, mine } = found;
    const [me, other] = [found.who ?? scene.cast.researcher, found.other ?? scene.cast.secondResearcher];
    const at = { version: String(version) };
    expect((await post(other, found, { ...form, ...theirs, ...at })).status).toBe(302);
    const refused = await post(me, found, { ...form, ...mine, ...at });
    expect(refused.status).toBe(409);
    const overtaken = overtakenIn(refused.data);
    expect(overtaken).toMatchObject({
      baseVersion: version,
      version: version + 1,
      me: expect.any(String) as string,
      by: expect.any(String) as string,
    });
    for (const [field, value] of Object.entries(mine)) {
      const day = /^(\d\d)-(\d\d)-(\d{4})$/.exec(String(value));
      expect(overtaken.mine[field]).toEqual([day ? `${day[3]}-${day[2]}-${day[1]}` : value]);
      expect(overtaken.theirs[field] ?? []).not.toEqual(overtaken.mine[field]);
    }
    const told = asTyped(theirs, overtaken.theirs);
    for (const [field, value] of Object.entries(theirs))
      expect(told[field]?.split("-").reverse().join("-") === value || told[field] === value, `${field}: ${told[field]}`).toBe(true);
    const chosen = { ...form, ...theirs, ...mine, version: String(overtaken.version) };
    expect((await post(me, found, chosen)).status).toBe(302);
  });
});

describe("a protocol file that was checked while somebody else changed the assessment", () => {
  it("is kept, told who was first, and can still be put in force", async () => {
    const { id, slug, version } = await db.assessment.findUniqueOrThrow({ where: { id: here.assessmentId } });
    const { lead } = scene.cast;
    const next = { ...interviewProtocol, purpose: { nl: "Anders", en: "Other" } };
    const path = `/assessments/${slug}/protocol/replace`;
    const bytes = new TextEncoder().encode(JSON.stringify(next));
    const file = await keepProtocolFile(lead.id, path, { name: "next.yaml", bytes }, new Date());
    const post = async (at: number) =>
      ask(replace.action, await signedIn(lead.id, `${path}?file=${file}`, { form: { intent: "replace", file, version: String(at) } }), {
        slug,
      });
    const settingsForm = { version: String(version), startsOn: "", endsOn: "", "title.nl": "Onderzoek", "title.en": "Study" };
    const changed = await ask(settings.action, await signedIn(lead.id, `/assessments/${slug}/settings`, { form: settingsForm }), { slug });
    expect(changed.status).toBe(302);
    const refused = await post(version);
    expect(refused.status).toBe(409);
    expect(overtakenIn(refused.data)).toMatchObject({ version: version + 1, by: lead.name, mine: { file: [file] } });
    expect((await post(version + 1)).status).toBe(302);
    expect(await db.assessment.findUniqueOrThrow({ where: { id } })).toMatchObject({ protocolNumber: 2, version: version + 2 });
  });
});
