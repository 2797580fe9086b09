import type { RoutesScene } from "./scene";

/** Who asks: nobody, each role of the assessment, the administrator, and the lead of another assessment. */
export const askers = ["nobody", "lead", "researcher", "reviewer", "commissioner", "administrator", "outsider"] as const;

/** One who asks. */
export type Asker = (typeof askers)[number];

/** The status that each asker gets. */
type Statuses = Readonly<Record<Asker, number>>;

/** What a route answers: GET for its loader, POST (of an empty form) for its action, and the params of a record that is there. */
export interface Expected {
  params?: (scene: RoutesScene) => Record<string, string>;
  query?: string;
  GET?: Statuses;
  POST?: Statuses;
  /** Of a page that has no loader, and so is shown to whoever asks. */
  page?: Statuses;
}

type Members = "lead" | "researcher" | "reviewer" | "commissioner";
const team: readonly Members[] = ["lead", "researcher", "reviewer"];
const members: readonly Members[] = [...team, "commissioner"];
const researchers: readonly Members[] = ["lead", "researcher"];
const lead: readonly Members[] = ["lead"];

const everyone = (status: number): Statuses => ({
  nobody: status,
  lead: status,
  researcher: status,
  reviewer: status,
  commissioner: status,
  administrator: status,
  outsider: status,
});
const only = (askers: readonly Asker[], status: number) => Object.fromEntries(askers.map((asker) => [asker, status]));

/** Whoever is signed in gets the status; nobody is sent to sign in. */
const signedInGets = (status: number): Statuses => ({ ...everyone(status), nobody: 302 });

/** A page: its readers see it (or get the given status), to all others it does not exist. */
const readBy = (readers: readonly Asker[], status = 200): Statuses => ({ ...signedInGets(404), ...only(readers, status) });

/** A form: an empty one is told what is missing (422) to its writers, other readers are told who may (403), to all others it does not exist. */
const writtenBy = (writers: readonly Asker[], readers: readonly Asker[], status = 422): Statuses => ({
  ...readBy(readers, 403),
  ...only(writers, status),
});

/** A page that only some may open at all, and that names them. */
const openTo = (askers: readonly Asker[], status: number): Statuses => ({ ...signedInGets(403), ...only(askers, status) });

const reviewer: readonly Members[] = ["reviewer"];
const inAssessment = ({ cast }: RoutesScene) => ({ slug: cast.assessment.slug });

const inSection = (scene: RoutesScene) => ({ ...inAssessment(scene), code: scene.document.section });
const inVersion = (scene: RoutesScene) => ({ ...inSection(scene), n: "1", m: "1" });
const edition = (scene: RoutesScene) => ({ ...inAssessment(scene), n: scene.edition.released });
const draft = (scene: RoutesScene) => ({ ...inAssessment(scene), n: scene.edition.draft });
const inSheet = (scene: RoutesScene) => ({ ...inAssessment(scene), n: String(scene.sheet.number) });
const inRound = (scene: RoutesScene) => ({ ...inAssessment(scene), number: "1" });
const starters: readonly Asker[] = ["lead", "outsider"];

/**
 * Every route by the name of its file, and what each asker gets: one line per route. A route that is not here fails the test, as does a
 * line without a route. Keep it in the order of the alphabet.
 */
export const expectations: Readonly<Record<string, Expected>> = {
  $: { GET: everyone(404), POST: everyone(404) },
  _index: { GET: signedInGets(302) },
  accessibility: { page: everyone(200) },
  account: { GET: signedInGets(200), POST: signedInGets(422) },
  "admin._index": { GET: readBy(["administrator"], 302) },
  "admin.accounts.$id": {
    params: ({ cast }) => ({ id: cast.reviewer.id }),
    GET: readBy(["administrator"]),
    POST: readBy(["administrator"], 422),
  },
  "admin.accounts._index": { GET: readBy(["administrator"]), POST: readBy(["administrator"], 422) },
  "assessments.$slug._index": { params: inAssessment, GET: { ...readBy(team), commissioner: 302 } },
  "assessments.$slug.actors.$code._index": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.actor.code }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.actors.$code.rate": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.actor.code }),
    GET: readBy(["researcher"]),
    POST: readBy(["researcher"], 422),
  },
  "assessments.$slug.actors._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.actors.countries._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.actors.countries.files.$format": {
    params: (scene) => ({ ...inAssessment(scene), format: "csv" }),
    GET: readBy(team),
  },
  "assessments.$slug.actors.criteria.$code": { params: (scene) => ({ ...inAssessment(scene), code: "K1" }), GET: readBy(team) },
  "assessments.$slug.actors.doubles": { params: inAssessment, GET: readBy(team), POST: writtenBy(researchers, team) },
  "assessments.$slug.actors.import": {
    params: inAssessment,
    GET: writtenBy(researchers, team, 200),
    POST: writtenBy(researchers, team, 415),
  },
  "assessments.$slug.actors.imports.$n._index": {
    params: (scene) => inSheet(scene),
    GET: readBy(["researcher"]),
    POST: readBy(["researcher"], 422),
  },
  "assessments.$slug.actors.imports.$n.errors": { params: (scene) => inSheet(scene), GET: readBy(["researcher"]) },
  "assessments.$slug.actors.imports._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.actors.list._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.actors.list.files.$format": {
    params: (scene) => ({ ...inAssessment(scene), format: "csv" }),
    GET: readBy(team),
  },
  "assessments.$slug.actors.new": { params: inAssessment, GET: writtenBy(researchers, team, 200), POST: writtenBy(researchers, team) },
  "assessments.$slug.actors.ranking": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.actors.reconcile": { params: inAssessment, GET: writtenBy(lead, team, 200), POST: writtenBy(lead, team) },
  "assessments.$slug.actors.relations": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.actors.rounds.$number.$code": {
    params: (scene) => ({ ...inAssessment(scene), number: "1", code: scene.actor.code }),
    GET: readBy(["researcher"]),
    POST: readBy(["researcher"], 422),
  },
  "assessments.$slug.actors.rounds.$number.agreement._index": {
    params: (scene) => ({ ...inAssessment(scene), number: "1" }),
    GET: readBy(team),
  },
  "assessments.$slug.actors.rounds.$number.agreement.files.$format": {
    params: (scene) => ({ ...inAssessment(scene), number: "1", format: "csv" }),
    GET: readBy(team, 409),
  },
  "assessments.$slug.actors.rounds.$number.send": {
    params: (scene) => ({ ...inAssessment(scene), number: "1" }),
    GET: writtenBy(["researcher"], team, 200),
    POST: writtenBy(["researcher"], team),
  },
  "assessments.$slug.actors.rounds.$number.sheet.$format": {
    params: (scene) => ({ ...inRound(scene), format: "csv" }),
    GET: readBy(["researcher"]),
  },
  "assessments.$slug.actors.rounds.$number.sheet._index": {
    params: (scene) => inRound(scene),
    GET: readBy(["researcher"]),
    POST: readBy(["researcher"], 415),
  },
  "assessments.$slug.actors.rounds.$number.sheets.$n._index": {
    params: (scene) => ({ ...inRound(scene), n: String(scene.ratingSheet.number) }),
    GET: readBy(["researcher"]),
    POST: readBy(["researcher"], 422),
  },
  "assessments.$slug.actors.rounds.$number.sheets.$n.errors": {
    params: (scene) => ({ ...inRound(scene), n: String(scene.ratingSheet.number) }),
    GET: readBy(["researcher"]),
  },
  "assessments.$slug.actors.rounds._index": { params: inAssessment, GET: readBy(team), POST: writtenBy(lead, team) },
  "assessments.$slug.alignments.$framework.$node": {
    params: (scene) => ({ ...inAssessment(scene), framework: "plan", node: "p1" }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.alignments.$framework._index": {
    params: (scene) => ({ ...inAssessment(scene), framework: "plan" }),
    GET: readBy(team),
  },
  "assessments.$slug.alignments._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.attachments.$id._index": {
    params: (scene) => ({ ...inAssessment(scene), id: scene.attachment.id }),
    GET: readBy(team),
  },
  "assessments.$slug.attachments.$id.change": {
    params: (scene) => ({ ...inAssessment(scene), id: scene.attachment.id }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.attachments.new": {
    params: inAssessment,
    query: "?holder=source:S01",
    GET: writtenBy(researchers, team, 200),
    POST: writtenBy(researchers, team, 415),
  },
  "assessments.$slug.cite": { params: inAssessment, GET: readBy(team, 302), POST: writtenBy(researchers, team) },
  "assessments.$slug.codes.$code": { params: (scene) => ({ ...inAssessment(scene), code: "worry" }), GET: readBy(team) },
  "assessments.$slug.codes.$code_.merge": {
    params: (scene) => ({ ...inAssessment(scene), code: "worry" }),
    GET: writtenBy(researchers, team, 200),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.codes.$code_.split": {
    params: (scene) => ({ ...inAssessment(scene), code: "worry" }),
    GET: writtenBy(researchers, team, 200),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.codes._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.codings._index": {
    params: inAssessment,
    query: "?of=I1:1",
    GET: readBy([]),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.codings.files.$format": { params: (scene) => ({ ...inAssessment(scene), format: "csv" }), GET: readBy(team) },
  "assessments.$slug.comments": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.editions.$n._index": { params: (scene) => edition(scene), GET: readBy(members) },
  "assessments.$slug.editions.$n.brief": { params: (scene) => edition(scene), GET: readBy(members) },
  "assessments.$slug.editions.$n.drafts.$k": { params: (scene) => ({ ...draft(scene), k: "1" }), GET: readBy(team) },
  "assessments.$slug.editions.$n.files.$name": { params: (scene) => ({ ...edition(scene), name: "nl.docx" }), GET: readBy(members) },
  "assessments.$slug.editions.$n.compare.$m._index": {
    params: (scene) => ({ ...edition(scene), m: edition(scene).n }),
    GET: readBy(members),
  },
  "assessments.$slug.editions.$n.compare.$m.files.$name": {
    params: (scene) => ({ ...edition(scene), m: edition(scene).n, name: "nl.changes.docx" }),
    GET: readBy(members),
  },
  "assessments.$slug.editions.$n.manifest": { params: (scene) => edition(scene), GET: readBy(members) },
  "assessments.$slug.editions.$n.notices": { params: (scene) => edition(scene), GET: readBy(team), POST: writtenBy(lead, team) },
  "assessments.$slug.editions.$n.position": { params: (scene) => edition(scene), POST: { ...readBy(members, 422), nobody: 401 } },
  "assessments.$slug.editions.$n.read.$section": {
    params: (scene) => ({ ...edition(scene), section: scene.document.section }),
    GET: readBy(members),
    POST: writtenBy(["commissioner"], team),
  },
  "assessments.$slug.editions.$n.read._index": { params: (scene) => edition(scene), GET: readBy(members, 302) },
  "assessments.$slug.editions.$n.release": {
    params: (scene) => draft(scene),
    GET: writtenBy(lead, team, 200),
    POST: writtenBy(lead, team),
  },
  "assessments.$slug.editions.returned._index": { params: inAssessment, GET: readBy(team), POST: writtenBy(researchers, team, 415) },
  "assessments.$slug.editions.returned.$number": {
    params: (scene) => ({ ...inAssessment(scene), number: String(scene.returned.number) }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.editions.$n.search": { params: (scene) => edition(scene), query: "?q=kraan", GET: readBy(members) },
  "assessments.$slug.editions.$n.withdraw": {
    params: (scene) => edition(scene),
    GET: writtenBy(lead, team, 200),
    POST: writtenBy(lead, team),
  },
  "assessments.$slug.editions.$n.remarks.$code": {
    params: (scene) => ({ ...edition(scene), code: scene.remark.code }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.editions.$n.remarks._index": {
    params: (scene) => edition(scene),
    GET: readBy(members),
    POST: writtenBy(["commissioner"], team),
  },
  "assessments.$slug.editions.$n.remarks.files.$name": { params: (scene) => ({ ...edition(scene), name: "nl.docx" }), GET: readBy(team) },
  "assessments.$slug.editions.$n.remarks.round": {
    params: (scene) => edition(scene),
    GET: writtenBy(lead, team, 200),
    POST: writtenBy(lead, team),
  },
  "assessments.$slug.editions.$n.remarks.send": {
    params: (scene) => edition(scene),
    GET: writtenBy(["commissioner"], team, 200),
    POST: writtenBy(["commissioner"], team),
  },
  "assessments.$slug.editions.$n.remarks.show": {
    params: (scene) => edition(scene),
    GET: writtenBy(lead, team, 200),
    POST: writtenBy(lead, team),
  },
  "assessments.$slug.editions.house-style._index": { params: inAssessment, GET: readBy(team), POST: writtenBy(lead, team) },
  "assessments.$slug.editions.house-style.pictures.$n": { params: (scene) => ({ ...inAssessment(scene), n: "1" }), GET: readBy(team) },
  "assessments.$slug.editions.house-style.remove": { params: inAssessment, GET: writtenBy(lead, team, 200), POST: writtenBy(lead, team) },
  "assessments.$slug.editions.jobs.$id": {
    params: (scene) => ({ ...inAssessment(scene), id: scene.job.id }),
    GET: readBy(team),
    POST: writtenBy(lead, team, 302),
  },
  "assessments.$slug.editions._index": { params: inAssessment, GET: readBy(members) },
  "assessments.$slug.editions.new": { params: inAssessment, GET: readBy(team), POST: writtenBy(lead, team) },
  "assessments.$slug.interventions.$code._index": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.intervention.code }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.interventions.$code.rate": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.intervention.code }),
    GET: readBy(["researcher"]),
    POST: readBy(["researcher"], 422),
  },
  "assessments.$slug.interventions._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.interventions.new": {
    params: inAssessment,
    GET: writtenBy(researchers, team, 200),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.interviewees.$code": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.interview.interviewee.code }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.interviewees._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.interviewees.new": {
    params: inAssessment,
    GET: writtenBy(researchers, team, 200),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.interviews.$code._index": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.interview.code }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.interviews.$code.cite": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.interview.code }),
    GET: readBy(team, 302),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.interviews.$code.fact-check": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.interview.code }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.interviews.$code.participants": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.interview.code }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.interviews.$code.participants_.$person.withdraw": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.interview.code, person: scene.interview.interviewee.code }),
    GET: writtenBy(researchers, team, 200),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.interviews._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.interviews.matrix._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.interviews.matrix.files.$format": {
    params: (scene) => ({ ...inAssessment(scene), format: "csv" }),
    GET: readBy(team),
  },
  "assessments.$slug.interviews.new": { params: inAssessment, GET: writtenBy(researchers, team, 200), POST: writtenBy(researchers, team) },
  "assessments.$slug.limitations": { params: inAssessment, GET: readBy(team), POST: writtenBy(researchers, team) },
  "assessments.$slug.options.$code": {
    params: (scene) => ({ ...inAssessment(scene), code: "W1" }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.options.$code_.compare": { params: (scene) => ({ ...inAssessment(scene), code: "W1" }), GET: readBy(team) },
  "assessments.$slug.options._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.pictures.$name.$format": {
    params: (scene) => ({ ...inAssessment(scene), name: "flow", format: "svg" }),
    GET: readBy(team),
  },
  "assessments.$slug.protocol._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.protocol.deviations.$n": {
    params: (scene) => ({ ...inAssessment(scene), n: "1" }),
    GET: readBy([], 404),
    POST: readBy([], 404),
  },
  "assessments.$slug.protocol.deviations._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.protocol.deviations.new": { params: inAssessment, GET: writtenBy(lead, team, 200), POST: writtenBy(lead, team) },
  "assessments.$slug.protocol.freeze": { params: inAssessment, GET: writtenBy(lead, team, 200), POST: writtenBy(lead, team) },
  "assessments.$slug.protocol.replace": { params: inAssessment, GET: writtenBy(lead, team, 200), POST: writtenBy(lead, team) },
  "assessments.$slug.protocol.versions.$n._index": { params: (scene) => ({ ...inAssessment(scene), n: "1" }), GET: readBy(team) },
  "assessments.$slug.protocol.versions.$n.file": { params: (scene) => ({ ...inAssessment(scene), n: "1" }), GET: readBy(team) },
  "assessments.$slug.questions.$code._index": {
    params: (scene) => ({ ...inAssessment(scene), code: "1" }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.questions.$code.answer": {
    params: (scene) => ({ ...inAssessment(scene), code: "1" }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.reading": { params: inAssessment, GET: readBy(["commissioner"]) },
  "assessments.$slug.search": { params: inAssessment, query: "?q=water", GET: readBy(team) },
  "assessments.$slug.sections.$code._index": { params: inSection, GET: readBy(team), POST: writtenBy(lead, team) },
  "assessments.$slug.sections.$code.comments.$n": {
    params: (scene) => ({ ...inSection(scene), n: scene.document.comment }),
    GET: readBy(team),
    POST: writtenBy(team, team),
  },
  "assessments.$slug.sections.$code.comments._index": { params: inSection, GET: readBy(team), POST: writtenBy(team, team) },
  "assessments.$slug.sections.$code.edit": { params: inSection, GET: readBy(team), POST: writtenBy(researchers, team) },
  "assessments.$slug.sections.$code.insert": { params: inSection, GET: readBy(team) },
  "assessments.$slug.sections.$code.live": { params: inSection, GET: { ...readBy(team, 503), nobody: 401 } }, // nothing is passed on while no server runs
  "assessments.$slug.sections.$code.presence": { params: inSection, POST: { ...readBy(team, 422), nobody: 401 } },
  "assessments.$slug.sections.$code.versions.$n._index": { params: inVersion, GET: readBy(team) },
  "assessments.$slug.sections.$code.versions.$n.compare.$m": { params: inVersion, GET: readBy(team) },
  "assessments.$slug.sections.$code.versions.$n.restore": { params: inVersion, GET: readBy(team), POST: writtenBy(researchers, team) },
  "assessments.$slug.sections.$code.versions._index": { params: inSection, GET: readBy(team) },
  "assessments.$slug.sections.$code.recall": { params: inSection, GET: readBy(team, 409), POST: writtenBy(researchers, team) },
  "assessments.$slug.sections.$code.reopen": { params: inSection, GET: readBy(team, 409), POST: writtenBy(lead, team) },
  "assessments.$slug.sections.$code.review": { params: inSection, GET: readBy(team), POST: writtenBy(reviewer, team) },
  "assessments.$slug.sections.$code.send": { params: inSection, GET: readBy(team), POST: writtenBy(researchers, team) },
  "assessments.$slug.sections.$code.seen": { params: inSection, POST: writtenBy(team, team) },
  "assessments.$slug.sections.$code.sign-offs.$n": {
    params: (scene) => ({ ...inSection(scene), n: "1" }),
    GET: { ...readBy(team, 404) },
  },
  "assessments.$slug.sections.$code.step-back": { params: inSection, GET: readBy(team), POST: writtenBy(["lead", "reviewer"], team) },
  "assessments.$slug.sections.$code.suggest.$block": {
    params: (scene) => ({ ...inSection(scene), block: scene.document.statement }),
    GET: { ...readBy(["lead", "reviewer"]), researcher: 403 },
    POST: writtenBy(["lead", "reviewer"], team),
  },
  "assessments.$slug.sections.$code.suggestions.$n": {
    params: (scene) => ({ ...inSection(scene), n: scene.document.suggestion }),
    GET: readBy(team),
    POST: readBy(team, 422),
  },
  "assessments.$slug.sections._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.settings": { params: inAssessment, GET: readBy(lead), POST: writtenBy(lead, lead) },
  "assessments.$slug.sources.$code": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.source.code }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.sources.export": { params: inAssessment, query: "?format=ris", GET: readBy(team) },
  "assessments.$slug.sources.import": {
    params: inAssessment,
    GET: writtenBy(researchers, team, 200),
    POST: writtenBy(researchers, team, 415),
  },
  "assessments.$slug.sources.imports._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.sources.imports.$n": {
    params: (scene) => ({ ...inAssessment(scene), n: String(scene.import.number) }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.sources.$code_.read.$id": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.source.code, id: scene.attachment.id }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.sources._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.sources.appraisal": { params: inAssessment, GET: readBy(team), POST: writtenBy(researchers, team) },
  "assessments.$slug.sources.flow": { params: inAssessment, GET: readBy(team), POST: writtenBy(researchers, team) },
  "assessments.$slug.sources.new": { params: inAssessment, GET: writtenBy(researchers, team, 200), POST: writtenBy(researchers, team) },
  "assessments.$slug.sources.screening.$step": {
    params: (scene) => ({ ...inAssessment(scene), step: "title-abstract" }),
    GET: readBy(team),
    POST: writtenBy(researchers, team),
  },
  "assessments.$slug.sources.screening._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.sources.screening.conflicts": { params: inAssessment, GET: readBy(team), POST: writtenBy(researchers, team) },
  "assessments.$slug.sources.screening.list": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.statements.$code": {
    params: (scene) => ({ ...inAssessment(scene), code: scene.document.statement }),
    GET: readBy(team),
  },
  "assessments.$slug.statements._index": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.statements.graph": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.statements.orphans": { params: inAssessment, GET: readBy(team) },
  "assessments.$slug.team": { params: inAssessment, GET: readBy(team), POST: writtenBy(lead, team) },
  "assessments.$slug.trail.$entry": { params: (scene) => ({ ...inAssessment(scene), entry: "1" }), GET: readBy(team) },
  "assessments.$slug.trail._index": { params: inAssessment, GET: readBy(team), POST: readBy(team, 422) },
  "assessments.$slug.trail.items.$kind.$code": {
    params: (scene) => ({ ...inAssessment(scene), kind: "interview", code: scene.interview.code }),
    GET: readBy(team),
  },
  "assessments._index": { GET: signedInGets(200) },
  "assessments.new._index": { GET: openTo(starters, 200), POST: openTo(starters, 415) },
  "assessments.new.check": { query: "?shipped=evaluation-oecd-dac", GET: openTo(starters, 200), POST: openTo(starters, 422) },
  "f.$token": { params: () => ({ token: "unknown" }), GET: everyone(404) },
  "fact-check": { GET: everyone(404), POST: everyone(404) },
  help: { page: everyone(200) },
  language: { GET: everyone(302), POST: everyone(422) },
  "mail.off.$token": { params: () => ({ token: "unknown" }), GET: everyone(404), POST: everyone(404) },
  "p.$token": { params: () => ({ token: "unknown" }), GET: everyone(404) },
  password: { GET: everyone(200), POST: everyone(404) },
  "sign-in": { GET: { ...everyone(302), nobody: 200 }, POST: everyone(422) },
  "sign-out": { GET: everyone(302), POST: everyone(302) },
  work: { GET: signedInGets(200) },
};

export { inAssessment, lead, members, researchers, team };
