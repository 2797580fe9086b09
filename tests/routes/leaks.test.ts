import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { useDatabase } from "../support/database";
import { givenLeakScene, secret, type LeakScene, type SecretName } from "../support/leak-scene";
import { cookiesOf, everyStop, stopAt, walk, walkers, type Leak, type Stop, type Walker } from "../support/leak-walk";
import { folded, leaksIn, needlesOf, textOf } from "../support/leaks";

useDatabase();

const interviewer: readonly Walker[] = ["lead", "researcher"];
const team: readonly Walker[] = ["lead", "researcher", "secondResearcher", "reviewer"];

/** Who may be sent which secret; nobody else, and each of these does get it somewhere. */
const may: Readonly<Record<SecretName, readonly Walker[]>> = {
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
  remark: ["researcher", "interviewee"],
  rating: ["researcher"],
  hiddenName: ["lead", "secondResearcher"],
  hiddenContact: ["lead", "secondResearcher"],
  hiddenOrganisation: ["lead", "secondResearcher"],
  hiddenRole: ["lead", "secondResearcher"],
};
const names = Object.keys(may) as SecretName[]; // its keys are the names
const sentinels = names.map((name) => secret[name]);

let scene: LeakScene;
let cookies: Record<Walker, string>;
let pages: Stop[];
beforeAll(async () => {
  scene = await givenLeakScene();
  cookies = await cookiesOf(scene);
  pages = [...(await everyStop(scene)), ...(await furtherPages())];
}, 240_000);

/** Pages that the table of expectations asks for once: every entry of the trail, the history of every record, other views. */
async function furtherPages(): Promise<Stop[]> {
  const { id: chain, slug } = scene.cast.assessment;
  const events = await db.event.findMany({ where: { chain }, select: { seq: true } });
  const [first, second] = scene.variants;
  const views = ["?view=record", "?view=guide", "?part=a"];
  return Promise.all([
    ...events.map(({ seq }) => stopAt("assessments.$slug.trail.$entry", { slug, entry: String(seq) }, "")),
    ...["interview/I1", "interview/I2", "interview/I3", "interviewee/P1", "interviewee/P2", "source/S01", "statement/F1", "actor/O2"].map(
      (item) => {
        const [kind = "", code = ""] = item.split("/");
        return stopAt("assessments.$slug.trail.items.$kind.$code", { slug, kind, code }, "");
      },
    ),
    stopAt("assessments.$slug.interviews.$code._index", { slug, code: "I3" }, ""),
    ...[first, second].flatMap((variant) =>
      views.map((view) => stopAt("assessments.$slug.interviews.$code._index", { slug, code: variant?.interview.code ?? "" }, view)),
    ),
  ]);
}

/** Every search of the program, asked for a secret: by its words, their beginnings, and as a phrase. */
async function searchesFor(name: SecretName): Promise<Stop[]> {
  const { slug } = scene.cast.assessment;
  const { text, words } = secret[name];
  const asked = [text, `"${text}"`, ...words, ...needlesOf(secret[name]).map((needle) => `${needle}*`)];
  const section = scene.variants[0]?.document.section ?? "";
  const stops = asked.flatMap((each) => {
    const q = encodeURIComponent(each);
    return [
      stopAt("assessments.$slug.search", { slug }, `?q=${q}`),
      stopAt("assessments.$slug.sections.$code.edit", { slug, code: section }, `?cite=F1&q=${q}`),
      stopAt("assessments.$slug.alignments.$framework.$node", { slug, framework: "plan", node: "p1" }, `?q=${q}`),
      stopAt("assessments.$slug.options.$code", { slug, code: "W1" }, `?q=${q}`),
      stopAt("assessments.$slug.questions.$code._index", { slug, code: "1" }, `?q=${q}`),
      stopAt("assessments.$slug.sources._index", { slug }, `?q=${q}`),
    ];
  });
  return Promise.all(stops);
}

/** A leak as a line, and only those that are not allowed. */
const told = (leaks: readonly Leak[]) => [...new Set(leaks.map(({ to, what, where }) => `${what} → ${to}: ${where}`))];
const isAllowed = ({ to, what }: Leak) => names.some((name) => secret[name].what === what && may[name].includes(to));

describe("what a protected person said and who she is", () => {
  it.each(walkers)(
    "is sent to %s only as far as it may be, by every loader and action of the program",
    async (walker) => {
      const leaks = await walk(walker, cookies[walker], pages, sentinels);
      expect(told(leaks.filter((leak) => !isAllowed(leak)))).toEqual([]);
      const reached = names.filter((name) => leaks.some(({ what }) => what === secret[name].what));
      expect(reached).toEqual(names.filter((name) => may[name].includes(walker)));
    },
    240_000,
  );

  it.each(walkers)(
    "is found by %s only as far as it may be, however it is searched for",
    async (walker) => {
      for (const name of names) {
        // What was typed is sent back, so only what was not typed counts; and a search for what may not be seen finds nothing.
        const others = sentinels.filter(({ words }) => words !== secret[name].words && !words.some((word) => sharesBeginning(word, name)));
        const leaks = await walk(walker, cookies[walker], await searchesFor(name), others);
        expect(told(leaks.filter((leak) => !isAllowed(leak)))).toEqual([]);
      }
    },
    240_000,
  );
});

const sharesBeginning = (word: string, name: SecretName) => needlesOf(secret[name]).some((needle) => folded(word).startsWith(needle));

describe("the looking itself", () => {
  const leaky = (given: () => unknown): Stop => ({ where: "leaky", handler: given, path: "/leaky", params: {}, method: "GET" });

  const refused = (details: Record<string, unknown>) => {
    throw refuse("conflict", details);
  };

  it.each([
    ["data", () => ({ people: [{ shown: secret.name.text }] })],
    ["part of it", () => ({ shown: "zilver…" })],
    ["it without accents", () => ({ role: "HOEDER VAN DE VOLIERE" })],
    ["a page", () => new Response(`<p>${secret.hiddenOrganisation.text}</p>`)],
    ["marked words", () => new Response("<p>Zil<mark>ver</mark>berk</p>")],
    ["a header", () => new Response("", { headers: { "content-disposition": `attachment; filename*=UTF-8''IJsvogelbrief.pdf` } })],
    ["an address", () => new Response(null, { status: 302, headers: { location: "/sign-in?to=%5A%69lverberk" } })],
    [
      "a file in a file",
      () => new Response(new Uint8Array(zipSync({ "word/document.xml": new TextEncoder().encode("<w:t>Kanarie</w:t><w:t>geel</w:t>") }))),
    ],
    ["what is refused", () => refused({ theirs: secret.rating.text })],
  ])("finds a leak in %s", async (_, given) => {
    const leaks = await walk("reviewer", cookies.reviewer, [leaky(given)], sentinels);
    expect(leaks.filter((leak) => !isAllowed(leak))).not.toEqual([]);
  });

  it("finds a loader that forgets who asks", async () => {
    const forgets = leaky(() => db.identity.findMany());
    const leaks = await walk("reviewer", cookies.reviewer, [forgets], sentinels);
    expect(leaks.map(({ what }) => what).sort()).toEqual(
      [secret.contact, secret.hiddenContact, secret.hiddenName, secret.name].map(({ what }) => what).sort(),
    );
  });

  it("finds nothing in what holds nothing", async () => {
    expect(leaksIn(await textOf({ shown: "Vereniging", at: new Date(0) }), sentinels)).toEqual([]);
    expect(needlesOf(secret.role)).toEqual(["volier"]);
  });

  it("asks every route", () => {
    expect(pages.length).toBeGreaterThan(300);
    expect(new Set(pages.map(({ method }) => method))).toEqual(new Set(["GET", "POST"]));
  });
});
