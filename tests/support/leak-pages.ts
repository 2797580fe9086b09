import { writtenFormats } from "~/domain/sources/reference-formats";
import { readEditionDocument } from "~/platform/edition-document.server";
import { db } from "~/platform/db.server";
import { spreadsheetFormats } from "~/platform/spreadsheet.server";
import { annexes, type LeakScene } from "./leak-scene";
import { postAt, stopAt, type Stop } from "./leak-walk";

/** The codes of what was kept of the study, as the trail names it. */
const kept = ["interview/I1", "interview/I2", "interview/I3", "interviewee/P1", "interviewee/P2", "source/S01", "statement/F1", "actor/O2"];

/** Pages that the table of expectations asks for once: the history of every record, and what else their addresses can ask. */
export async function furtherPages({ cast, variants }: LeakScene): Promise<Stop[]> {
  const { slug } = cast.assessment;
  const at = (name: string, params: Record<string, string>, query = "") => stopAt(`assessments.$slug.${name}`, { slug, ...params }, query);
  const views = ["?view=record", "?view=guide", "?part=a"];
  const cells = ["?cell=I1:gq1", "?cell=I2:gq1", "?question=gq1", "?question=gq2", "?interview=I1", "?interview=I2", "?all=1"];
  return Promise.all([
    ...kept.map((item) => {
      const [kind = "", code = ""] = item.split("/");
      return at("trail.items.$kind.$code", { kind, code });
    }),
    at("interviews.$code._index", { code: "I3" }),
    ...variants
      .slice(0, 2)
      .flatMap(({ interview: { code, participantId } }) => [
        ...views.map((view) => at("interviews.$code._index", { code }, view)),
        at("interviews.$code.cite", { code }, "?answer=1"),
        at("interviews.$code.fact-check", { code }, `?preview=${participantId}`),
        at("codings._index", {}, `?of=${code}:1`),
      ]),
    ...cells.map((query) => at("interviews.matrix._index", {}, query)),
    ...["worry", "money"].flatMap((code) => ["", "?interview=I1", "?question=gq1"].map((query) => at("codes.$code", { code }, query))),
    ...["merge", "split"].map((act) => at(`codes.$code_.${act}`, { code: "money" }, "?to=worry")),
    ...annexes.map((code) => at("sections.$code._index", { code })),
    at("codes._index", {}, "?by=question"),
    at("statements._index", {}, "?ground=interview-answer"),
    ...["check", "withdraw", "sent"].map((step) => stopAt("fact-check", {}, `?step=${step}`)),
    ...(await judgedCells(cast.assessment.id)).flatMap(({ code, number, subjectKind }) => [
      at("trail.items.$kind.$code", { kind: "judgement", code }),
      at("actors.rounds.$number.$code", { number, code: code.split(":")[0] ?? "" }),
      at("actors.rounds.$number.send", { number }),
      at("actors.reconcile", {}, `?cell=${encodeURIComponent(code)}&of=${subjectKind}&round=${number}&names=yes`),
    ]),
  ]);
}

/** What was judged, in which round: blind, sent, emptied and abandoned. */
async function judgedCells(assessmentId: string) {
  const rows = await db.judgement.findMany({
    where: { assessmentId },
    select: { code: true, subjectKind: true, round: { select: { number: true } } },
  });
  return rows.map(({ code, subjectKind, round }) => ({ code, subjectKind, number: String(round.number) }));
}

/** Every entry of the trail. */
export async function trailEntries({ cast }: LeakScene): Promise<Stop[]> {
  const { id: chain, slug } = cast.assessment;
  const events = await db.event.findMany({ where: { chain }, select: { seq: true } });
  return Promise.all(events.map(({ seq }) => stopAt("assessments.$slug.trail.$entry", { slug, entry: String(seq) }, "")));
}

/** Every file that the program makes, and every page of every edition that was compiled, in each language. */
export async function filesAndDocuments({ cast }: LeakScene): Promise<Stop[]> {
  const { id: assessmentId, slug } = cast.assessment;
  const at = (name: string, params: Record<string, string>, query = "") => stopAt(`assessments.$slug.${name}`, { slug, ...params }, query);
  const editions = await db.edition.findMany({ where: { assessmentId }, select: { id: true, number: true, draft: true, hash: true } });
  const documents = await Promise.all(
    editions.map(async ({ number, draft, ...edition }) => {
      const { sections } = await readEditionDocument(db, edition, "nl");
      const n = String(number);
      const ofLanguage = (language: string) => [
        ...["docx", "html"].map((format) => at("editions.$n.files.$name", { n, name: `${language}.${format}` }, `?draft=${draft}`)),
        ...sections.map(({ code }) => at("editions.$n.read.$section", { n, section: code }, `?draft=${draft}&in=${language}`)),
      ];
      return [at("editions.$n.manifest", { n }, `?draft=${draft}`), ...["nl", "en"].flatMap(ofLanguage)];
    }),
  );
  const tables = spreadsheetFormats.flatMap((format) => [
    ...["", "?all=1", "?block=a&informs=1&perspective=practice", "?state=withdrawn", "?state=disputed"].map((query) =>
      at("interviews.matrix.files.$format", { format }, query),
    ),
    ...["", "?code=money"].map((query) => at("codings.files.$format", { format }, query)),
  ]);
  const references = Object.keys(writtenFormats).map((format) => at("sources.export", {}, `?format=${format}`));
  return Promise.all([...documents.flat(), ...tables, ...references]);
}

/** Forms of records that somebody else has changed since: what was refused is shown beside what is there. */
export async function overtakenForms({ variants, answers }: LeakScene): Promise<Stop[]> {
  const attribution = { attribution: "anonymous", consentOn: "", consentHow: "", persons: "", notesFor: "team", notesForBefore: "team" };
  const particulars = { agreedWith: "", plannedOn: "", heldOn: "", language: "nl", mode: "", place: "" };
  const key = "5b1c1f0a-4c3d-4e5f-8a9b-0c1d2e3f4a5b";
  const forms = variants.slice(0, 2).flatMap(({ cast, interview: { code, participantId, interviewee } }) => {
    const { slug } = cast.assessment;
    const version = "1";
    const asked = { question: "gq1", part: "", state: "answered", record: "Anders.", notes: "Anders." };
    const said = { answerId: answers.said, version: "0", key };
    const at = (name: string, form: Record<string, string>) => postAt(`assessments.$slug.interviews.$code.${name}`, { slug, code }, form);
    const person = (form: Record<string, string>) => postAt("assessments.$slug.interviewees.$code", { slug, code: interviewee.code }, form);
    return [
      at("_index", { intent: "record", ...asked, key, version: "0" }),
      at("_index", { intent: "notes", ...said, notes: "Anders." }),
      at("_index", { intent: "take-notes", ...said }),
      at("participants", { intent: "set-attribution", participantId, ...attribution, version }),
      at("participants", { intent: "change", ...particulars, version }),
      person({ intent: "change", kind: "club", actorId: "", interestActorId: "", interestWords: "", version: "0" }),
      person({ intent: "identity", name: "Iemand", contact: "", version: "0" }),
    ];
  });
  return Promise.all([...forms, postAt("fact-check", {}, { intent: "save", version: "1", remarks: "" })]);
}
