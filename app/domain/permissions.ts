/**
 * Who may do what: authority only. Whether it can happen now is in the tables of moves (`moves/`).
 * No role skips this table, the administrator least of all: that role gives no access to study content.
 */

/** The roles that a person holds in one assessment. */
export const roles = ["lead", "researcher", "reviewer", "commissioner"] as const;

/** A role in one assessment. */
export type Role = (typeof roles)[number];

/** The roles of those who do a study, not of those for whom it is done. */
export const teamRoles = ["lead", "researcher", "reviewer"] as const satisfies readonly Role[];
/** A role of somebody who does a study. */
export type TeamRole = (typeof teamRoles)[number];

/** The signed-in person as far as rights go; roles are read from the database on every request. */
export interface Person {
  id: string;
  administrator: boolean;
  mayStart: boolean;
  /** Role per assessment id; memberships that have ended are not in it. */
  roles: Readonly<Record<string, Role>>;
}

/** A thing of an assessment, or the assessment itself (`{ id }` of it as `assessmentId`). */
export interface InAssessment {
  assessmentId: string;
}

/** A section with the people who were named for it and everyone who wrote any part of its present content. */
export interface SectionPeople extends InAssessment {
  writerIds: readonly string[];
  reviewerIds: readonly string[];
  authorIds: readonly string[];
}

/** A suggestion for a section, with who made it: she takes it back, and leaves settling it to another. */
export interface SuggestionPeople extends SectionPeople {
  byId: string;
}

/** An interview with the people who hold it, and who may read its raw notes as consented. */
export interface InterviewPeople extends InAssessment {
  interviewerIds: readonly string[];
  notesFor: "team" | "interviewers";
}

/** A round with the people who were assigned to judge in it. */
export interface RoundPeople extends InAssessment {
  raterIds: readonly string[];
}

/** A publication with the people who screened it at a step. */
export interface ScreeningPeople extends InAssessment {
  screenerIds: readonly string[];
}

/** An edition: the commissioner sees it once it has been released. */
export interface EditionShown extends InAssessment {
  released: boolean;
}

/** A remark on an edition: once its response was shown to who made it, only the lead changes that. */
export interface RemarkAnswered extends InAssessment {
  shown: boolean;
}

type Rule<Subject> = (person: Person, subject: Subject) => boolean;

const roleIn = (person: Person, { assessmentId }: InAssessment) => person.roles[assessmentId];
const has =
  (...allowed: Role[]): Rule<InAssessment> =>
  (person, subject) => {
    const role = roleIn(person, subject);
    return role !== undefined && allowed.includes(role);
  };
const member = has("lead", "researcher", "reviewer", "commissioner");
const team = has("lead", "researcher", "reviewer");
const researchers = has("lead", "researcher");
const lead = has("lead");
const commissioner = has("commissioner");
const writes: Rule<SectionPeople> = (person, subject) =>
  lead(person, subject) || (researchers(person, subject) && subject.writerIds.includes(person.id));
const administrator: Rule<null> = (person) => person.administrator;

/** One line per permission: its name, and who has it over which subject. */
const permissions = {
  "account.read": administrator,
  "account.manage": administrator,
  "assessment.start": ((person) => person.mayStart) as Rule<null>,

  "assessment.read": member,
  "overview.read": team,
  "settings.read": lead,
  "settings.change": lead,
  "team.read": team,
  "member.manage": lead,

  "protocol.read": team,
  "protocol.replace": lead,
  "protocol.freeze": lead,
  "protocol.deviate": lead,

  "question.read": team,
  "question.answer": researchers,
  "question.tag": researchers,

  "source.read": team,
  "source.write": researchers,

  "screening.read": team,
  "screening.decide": researchers,
  "screening.settle": ((person, subject) =>
    lead(person, subject) || (researchers(person, subject) && subject.screenerIds.includes(person.id))) as Rule<ScreeningPeople>,

  "interview.read": team,
  "interview.create": researchers,
  "interview.write": ((person, subject) =>
    lead(person, subject) || (researchers(person, subject) && subject.interviewerIds.includes(person.id))) as Rule<InterviewPeople>,
  "interview.read-notes": ((person, subject) =>
    subject.notesFor === "team"
      ? team(person, subject)
      : researchers(person, subject) && subject.interviewerIds.includes(person.id)) as Rule<InterviewPeople>,
  "identity.read": ((person, subject) =>
    lead(person, subject) || (researchers(person, subject) && subject.interviewerIds.includes(person.id))) as Rule<InterviewPeople>,
  "coding.read": team,
  "coding.write": researchers,
  "interviewee.read": team,
  "interviewee.write": researchers,

  "actor.read": team,
  "actor.write": researchers,
  "intervention.read": team,
  "intervention.write": researchers,

  "round.read": team,
  "round.manage": lead,
  "round.rate": ((person, subject) => team(person, subject) && subject.raterIds.includes(person.id)) as Rule<RoundPeople>,
  "round.reconcile": lead,

  "alignment.read": team,
  "alignment.judge": researchers,
  "option.read": team,
  "option.write": researchers,
  "limitation.write": researchers,

  "section.read": team,
  "section.write": writes,
  "section.assign": lead,
  "section.review": ((person, subject) => team(person, subject) && subject.reviewerIds.includes(person.id)) as Rule<SectionPeople>,
  "section.sign-off": ((person, subject) =>
    team(person, subject) && subject.reviewerIds.includes(person.id) && !subject.authorIds.includes(person.id)) as Rule<SectionPeople>,
  "section.reopen": lead,
  "section.step-back": ((person, subject) => team(person, subject) && subject.reviewerIds.includes(person.id)) as Rule<SectionPeople>,
  "section.replace-reviewer": lead,
  "statement.read": team,
  "comment.read": team,
  "comment.write": team,
  "suggestion.read": team,
  "suggestion.make": ((person, subject) => team(person, subject) && !subject.writerIds.includes(person.id)) as Rule<SectionPeople>,
  "suggestion.settle": ((person, subject) => writes(person, subject) && subject.byId !== person.id) as Rule<SuggestionPeople>,

  "edition.read": ((person, subject) => team(person, subject) || (subject.released && member(person, subject))) as Rule<EditionShown>,
  "edition.list": member,
  "reading-room.read": commissioner,
  "edition.compile": lead,
  "edition.release": lead,
  "house-style.read": team,
  "house-style.manage": lead,

  "returned-file.read": team,
  "returned-file.take": researchers,

  "remark.write": commissioner,
  "remark.read": team,
  "remark.respond": ((person, subject) =>
    lead(person, subject) || (researchers(person, subject) && !subject.shown)) as Rule<RemarkAnswered>,
  "remark.show": lead,
  "comment-round.manage": lead,

  "notice.read": team,
  "notice.settle": lead,

  "trail.read": team,
  "search.read": team,
} as const;

/** The name of a permission. */
export type Permission = keyof typeof permissions;

/** What a permission is about. */
export type SubjectOf<Name extends Permission> = Parameters<(typeof permissions)[Name]>[1];

/** May this person do this to that subject? One answer for server and page. */
export function can<Name extends Permission>(person: Person, name: Name, subject: SubjectOf<Name>): boolean {
  return (permissions[name] as Rule<SubjectOf<Name>>)(person, subject);
}

/** The roles that have a permission over a plain subject of an assessment, for the page that refuses: "the lead may". */
export function rolesWith(name: Permission): Role[] {
  return roles.filter((role) => {
    const person: Person = { id: "one", administrator: false, mayStart: false, roles: { here: role } };
    const subject = {
      assessmentId: "here",
      interviewerIds: ["one"],
      notesFor: "team",
      raterIds: ["one"],
      screenerIds: ["one"],
      writerIds: ["one"],
      reviewerIds: ["one"],
      authorIds: [],
      byId: "other",
      released: true,
      shown: false,
    };
    const subjects = [subject, { ...subject, writerIds: [] }];
    return subjects.some((one) => (permissions[name] as Rule<unknown>)(person, one));
  });
}
