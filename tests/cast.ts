import { change } from "~/platform/change.server";
import type { By, ChangeContext } from "~/platform/change.server";
import { newId } from "~/platform/ids.server";

/** A person of the cast: her account, and her role in the cast's assessment ("administrator" and "outsider" have none there). */
export interface Person {
  id: string;
  email: string;
  name: string;
  role: string;
}

/** The people and assessments that tests tell their stories with. */
export interface Cast {
  administrator: Person;
  lead: Person;
  researcher: Person;
  secondResearcher: Person;
  reviewer: Person;
  commissioner: Person;
  /** Leads another assessment and has nothing to do with this one. */
  outsider: Person;
  assessment: { id: string; slug: string };
  otherAssessment: { id: string; slug: string };
}

/** The day on which the cast's stories begin; tests pass later times in. */
export const startOfStory = new Date("2026-09-01T09:00:00.000Z");

const roles = {
  administrator: ["Anna de Beheerder", "administrator"],
  lead: ["Lotte van Leiden", "lead"],
  researcher: ["Noor Bakker", "researcher"],
  secondResearcher: ["Samir Haddad", "researcher"],
  reviewer: ["Rosa Jansen", "reviewer"],
  commissioner: ["Cees Opdracht", "commissioner"],
  outsider: ["Otto Buitenland", "lead"],
} as const;

type PersonKey = keyof typeof roles;

/** Who does it, as `change` wants to know it. */
function by(person: Person): By {
  return { kind: "user", id: person.id, name: person.name, role: person.role };
}

/** Who, when and which request, for calling a change; `at` defaults to an hour after the story began. */
export function as(person: Person, at = new Date(startOfStory.getTime() + 3_600_000)): ChangeContext {
  return { by: by(person), at, request: newId(at) };
}

const program: By = { kind: "system", id: "cast" };
const scene = (at: Date): ChangeContext => ({ by: program, at, request: newId(at) });

/** Makes an account through a change, on the installation's chain. */
async function givenUser(key: string, name: string, role: string, at = startOfStory): Promise<Person> {
  const id = newId(at);
  const email = `${key}@example.org`;
  const flags = { administrator: role === "administrator", mayStart: role === "lead" };
  return change({ ...scene(at), chain: "installation" }, async (tx) => {
    const data = {
      id,
      email,
      emailFolded: email,
      name,
      language: "nl",
      passwordHash: null,
      deactivatedAt: null,
      demo: false,
      createdAt: at,
      version: 1,
    };
    await tx.user.create({ data: { ...data, ...flags } });
    return {
      result: { id, email, name, role },
      event: { action: "user.create", subject: { type: "user", id, version: 1 }, label: name, change: { email, ...flags } },
    };
  });
}

/** Starts an assessment through a change, on a chain of its own, led by the given person. */
async function givenAssessment(lead: Person, slug: string, at = startOfStory): Promise<{ id: string; slug: string }> {
  const id = newId(at);
  await change({ by: by(lead), at, request: newId(at), chain: id }, async (tx) => {
    const languages = ["nl", "en"];
    const text = {
      title: JSON.stringify({ nl: `Studie ${slug}`, en: `Study ${slug}` }),
      languages: JSON.stringify(languages),
      originalLanguage: "nl",
    };
    await tx.assessment.create({ data: { id, slug, ...text, protocolNumber: 1, codeKey: "00".repeat(32), createdAt: at, version: 1 } });
    await tx.member.create({ data: { id: newId(at), assessmentId: id, userId: lead.id, role: "lead", addedAt: at, version: 1 } });
    return {
      result: null,
      event: {
        action: "assessment.start",
        subject: { type: "assessment", id, version: 1 },
        label: slug,
        change: { slug, protocol: "cast", languages },
      },
    };
  });
  return { id, slug };
}

/** Adds a person to an assessment through a change; gives the member's id. */
async function givenMember(assessment: { id: string }, person: Person, role: string, at = startOfStory): Promise<string> {
  const id = newId(at);
  return change({ ...scene(at), chain: assessment.id }, async (tx) => {
    await tx.member.create({ data: { id, assessmentId: assessment.id, userId: person.id, role, addedAt: at, version: 1 } });
    const subject = { type: "member", id, version: 1 } as const;
    return { result: id, event: { action: "member.add", subject, label: person.name, about: person.id, change: { role, endsOn: null } } };
  });
}

/** The whole cast in the open database: seven accounts, an assessment with its members, and the outsider's own. */
export async function loadCast(): Promise<Cast> {
  const people = {} as Record<PersonKey, Person>;
  for (const key of Object.keys(roles) as PersonKey[]) {
    const [name, role] = roles[key];
    people[key] = await givenUser(key.toLowerCase(), name, role);
  }
  const assessment = await givenAssessment(people.lead, "cast-study");
  for (const key of ["researcher", "secondResearcher", "reviewer", "commissioner"] as const)
    await givenMember(assessment, people[key], people[key].role);
  return { ...people, assessment, otherAssessment: await givenAssessment(people.outsider, "other-study") };
}
