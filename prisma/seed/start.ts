import { readFileSync } from "node:fs";
import { addMember } from "~/features/members/add-member.server";
import { startAssessment } from "~/features/assessments/start-assessment.server";
import { readProtocolFile } from "~/platform/protocol-file.server";
import type { ChangeContext } from "~/platform/change.server";
import type { DemoPerson, SeededStudy } from "./study";

export interface StudyStart {
  /** Its id in the team files. */
  key: string;
  slug: string;
  protocolFile: string;
  lead: string;
  startsOn: string;
  endsOn: string;
}

/** Starts a study from a protocol that ships with the product, as its lead. */
export async function startStudy(
  start: StudyStart,
  people: ReadonlyMap<string, DemoPerson>,
  at: Date,
  request: string,
): Promise<SeededStudy> {
  const file = readFileSync(new URL(`../../protocols/${start.protocolFile}`, import.meta.url), "utf8");
  const { protocol } = readProtocolFile(file);
  if (!protocol) throw new Error(`${start.protocolFile} is no protocol.`);
  const person = (key: string) => {
    const found = people.get(key);
    if (!found) throw new Error(`There is no ${key} in the team files.`);
    return found;
  };
  const as = (key: string, when: Date): ChangeContext => {
    const { id, name, roles } = person(key);
    return { by: { kind: "user", id, name, role: roles[start.key] ?? "none" }, at: when, request };
  };
  const { slug, startsOn, endsOn } = start;
  const id = await startAssessment(as(start.lead, at), {
    leadId: person(start.lead).id,
    slug,
    startsOn,
    endsOn,
    languages: protocol.languages,
    protocol,
    file,
    fileName: start.protocolFile,
  });
  return { id, slug, protocol, people, evidence: new Map(), records: new Map(), as, user: (key) => person(key).id };
}

/** Adds everyone who has a role in the study besides its lead. */
export async function addTeam(study: SeededStudy, start: StudyStart, at: Date): Promise<void> {
  for (const [key, { roles, email }] of study.people) {
    const role = roles[start.key];
    if (role && key !== start.lead) await addMember(study.as(start.lead, at), { assessmentId: study.id, email, role, endsOn: null });
  }
}
