import { secret, type SecretName } from "./leak-scene";
import type { Leak, Walker } from "./leak-walk";

const interviewer: readonly Walker[] = ["lead", "researcher"];
const team: readonly Walker[] = ["lead", "researcher", "secondResearcher", "reviewer"];

/** Who may be sent which secret; nobody else, and each of these does get it somewhere. */
export const may: Readonly<Record<SecretName, readonly Walker[]>> = {
  name: interviewer,
  contact: interviewer,
  organisation: interviewer,
  role: interviewer,
  title: interviewer,
  selectionReason: interviewer,
  stateReason: interviewer,
  place: interviewer,
  notes: ["researcher"],
  recording: ["researcher"],
  consent: interviewer,
  consentTo: interviewer,
  consentHow: interviewer,
  withdrawn: [],
  correction: [...team, "interviewee"],
  discussion: [...team, "interviewee"],
  remark: ["researcher", "interviewee"],
  rating: ["researcher"],
  ratingOfIntervention: ["researcher"],
  ratingOfNode: ["researcher"],
  ratingOfOption: ["researcher"],
  ratingOfSource: ["researcher"],
  ratingSent: ["researcher"],
  ratingTakenOut: ["researcher"],
  ratingAbandoned: ["researcher"],
  hiddenName: ["lead", "secondResearcher"],
  hiddenContact: ["lead", "secondResearcher"],
  hiddenOrganisation: ["lead", "secondResearcher"],
  hiddenRole: ["lead", "secondResearcher"],
  remarkDraft: ["commissioner"],
  remarkSent: [...team, "commissioner"],
  remarkAnswer: team,
  remarkOfOthers: [],
};

/** The names of all secrets. */
export const secretNames = Object.keys(may) as SecretName[]; // its keys are the names

/** All secrets, to look for. */
export const sentinels = secretNames.map((name) => secret[name]);

/** What a walker may be sent, told as a leak would be. */
export const mayGet = (walker: Walker): string[] =>
  secretNames.filter((name) => may[name].includes(walker)).map((name) => secret[name].what);

/** Leaks as lines, and only those that are not allowed. */
export const forbidden = (leaks: readonly Leak[]): string[] =>
  told(leaks.filter(({ to, what }) => !secretNames.some((name) => secret[name].what === what && may[name].includes(to))));

const told = (leaks: readonly Leak[]) => [...new Set(leaks.map(({ to, what, where }) => `${what} → ${to}: ${where}`))];

/** Which secrets are among the leaks, in the order of the rule. */
export const whatOf = (leaks: readonly Leak[]): string[] =>
  sentinels.map(({ what }) => what).filter((each) => leaks.some(({ what }) => what === each));
