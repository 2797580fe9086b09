import { expect, test, type Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { compileFirstDraft } from "./support/editions";
import { open, people, send, signedIn } from "./support/people";
import { type SeenBodies, seenBodies } from "./support/seen-bodies";

test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

const slug = `rounds-${Date.now()}`;
const study = `/assessments/${slug}`;

/** What each rater gives on three kinds of scale, with words that stand nowhere else. The third works without script. */
const raters = [
  { role: "researcher", name: "Ruben Onderzoeker", relevance: "4 Full", coherence: "Complementary", mark: "8", words: "Kingfisher" },
  { role: "secondResearcher", name: "Sanne Onderzoeker", relevance: "1 Weak", coherence: "Overlapping", mark: "4", words: "Wheatear" },
  { role: "reviewer", name: "Bas Beoordelaar", relevance: "3 Clear", coherence: "Complementary", mark: "5", words: "Dotterel" },
] as const;
type Rater = (typeof raters)[number];

let lead: Page;
let onlooker: Page;
let pages: Page[];
const seen = new Map<string, SeenBodies>();

test.beforeAll(async ({ browser }) => {
  lead = await signedIn(browser, "lead");
  onlooker = await signedIn(browser, "secondReviewer");
  pages = [];
  for (const [place, { role }] of raters.entries())
    pages.push(await signedIn(browser, role, "en", place === 2 ? { javaScriptEnabled: false } : {}));
  const watched: [string, Page][] = [
    ["lead", lead],
    ["onlooker", onlooker],
    ...raters.map(({ role }, at): [string, Page] => [role, pageOf(at)]),
  ];
  for (const [name, page] of watched) seen.set(name, seenBodies(page));
});

test.afterAll(async () => {
  for (const page of [lead, onlooker, ...pages]) await page.context().close();
});

const pageOf = (place: number): Page => pages[place] ?? lead;

/** Where words of a rater were sent to somebody else. */
async function leaks(): Promise<string[]> {
  const found: string[] = [];
  for (const { role, words } of raters)
    for (const [name, bodies] of seen)
      if (name !== role) found.push(...(await bodies.withText(words)).map((url) => `${words} to ${name}: ${url}`));
  return found;
}

/** Opens every page on which a judgement could stand. */
async function lookAround(page: Page) {
  const paths = [
    "actors",
    "actors?cell=O1:K1",
    "actors/O1",
    "actors/rounds",
    "actors/reconcile?cell=O1:K1&of=actor&round=1",
    "actors/ranking",
    "trail",
    "search?q=bird",
    "overview",
    "statements",
    "sections",
    "editions",
    ...raters.map(({ words }) => `search?q=${words.slice(0, 4)}`),
  ];
  for (const path of paths) await page.goto(`${study}/${path}`);
  await page.goto("/work");
}

/** Searching puts what was searched for into the address, and answers with it: only the beginning of a word is searched for. */
async function rate(page: Page, { relevance, coherence, mark, words }: Rater) {
  const given = [
    {
      code: "K1",
      title: "Relevance",
      give: (form: Page | ReturnType<Page["getByRole"]>) => form.getByRole("radio", { name: relevance }).check(),
    },
    {
      code: "K2",
      title: "Coherence",
      give: (form: Page | ReturnType<Page["getByRole"]>) => form.getByRole("radio", { name: new RegExp(`^${coherence}`) }).check(),
    },
    {
      code: "K4",
      title: "Efficiency",
      give: (form: Page | ReturnType<Page["getByRole"]>) => form.getByRole("textbox", { name: /^Value/ }).fill(mark),
    },
  ];
  for (const { code, title, give } of given) {
    await page.goto(`${study}/actors/O1/rate?round=1&q=pumps`);
    const form = page.getByRole("form", { name: `${code} ${title}` });
    await give(form);
    await form.getByLabel("Justification").fill(`${words} bird says so of ${title.toLowerCase()}.`);
    await form.getByRole("checkbox", { name: /O1:f1/ }).check();
    await form.getByRole("button", { name: "Save rating" }).click();
    await expect(
      form
        .getByText("Judged")
        .or(page.locator(`section:has(form[aria-label^="${code}"])`).getByText("Judged"))
        .first(),
    ).toBeVisible();
  }
}

async function openStudy() {
  await open(lead, "/assessments/new");
  await lead.getByLabel("File", { exact: true }).setInputFiles("protocols/evaluation-oecd-dac.yaml");
  await lead.getByRole("button", { name: "Read the file" }).click();
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Check the protocol file");
  await lead.getByLabel("Address").fill(slug);
  await lead.getByRole("button", { name: "Make the assessment" }).click();
  await expect(lead).toHaveURL(study);
}

test("the lead makes a study with three raters and a reviewer who rates nothing", async () => {
  await openStudy();
  const members = [
    { email: people.researcher, role: /^Researcher/ },
    { email: people.secondResearcher, role: /^Researcher/ },
    { email: people.reviewer, role: /^Reviewer/ },
    { email: people.secondReviewer, role: /^Reviewer/ },
  ];
  for (const { email, role } of members) {
    await open(lead, `${study}/team`);
    await lead.getByLabel("Mail address").fill(email);
    await lead.getByRole("radio", { name: role }).check();
    await lead.getByRole("button", { name: "Add a person" }).click();
    await expect(lead.getByRole("cell", { name: email })).toBeVisible();
  }
  await open(lead, `${study}/actors/new`);
  await lead.getByLabel("Name", { exact: true }).fill("Pumps of Veldmark");
  await lead.getByRole("button", { name: "Add this actor" }).click();
  await expect(lead).toHaveURL(/actors\/O1$/);
  await open(lead, `${study}/actors/O1?field=other#new-fact`);
  const fact = lead.getByRole("form", { name: "Record a fact" });
  await fact.getByLabel("What is recorded (EN)").fill("Pumps");
  await fact.getByLabel("In words").fill("It keeps forty pumps going.");
  await send(lead, fact.getByRole("button", { name: "Record this fact" }));
  await expect(lead.getByText("O1:f1").first()).toBeVisible();
});

test("the lead opens a round on three criteria, with a day to send by", async () => {
  await open(lead, `${study}/actors/rounds`);
  await lead.getByLabel("Name (EN)").fill("Spring");
  await lead.getByLabel("Name (NL)").fill("Lente");
  for (const code of ["K3", "K5", "K6"])
    await lead
      .getByRole("group", { name: "Criteria" })
      .getByLabel(new RegExp(`^${code} `))
      .uncheck();
  for (const { name } of raters) await lead.getByRole("group", { name: "Raters" }).getByLabel(name).check();
  await lead.getByLabel(/^Send by/).fill("14-03-2099");
  await lead.getByRole("button", { name: "Open the round" }).click();
  const round = lead.getByRole("region", { name: "Round 1: Spring" });
  await expect(round).toContainText("0 of 3");
  await expect(round).toContainText("14 March 2099");
  await expect(round).toContainText(/Waits for .*Ruben Onderzoeker/);
});

test("each rater fills in blind: the first two with script, the third without", async () => {
  const [first] = raters;
  await open(pageOf(0), `${study}/actors/rounds/1/send`);
  await expect(pageOf(0).getByText("O1:K1").locator("..")).toContainText("still needs a value, a justification, a ground");
  for (const [place, rater] of raters.entries()) await rate(pageOf(place), rater);
  await open(pageOf(0), `${study}/actors/O1/rate?round=1`);
  await expect(pageOf(0).getByText(`${first.words} bird says so of relevance.`)).toBeVisible();
});

test("nobody is sent a word of another's ratings: not before anyone has sent, nor until the last has", async () => {
  const everybody = [lead, onlooker, ...pages];
  for (const page of everybody) await lookAround(page);
  expect(await leaks()).toEqual([]);
  for (const [place] of raters.slice(0, 2).entries()) {
    const page = pageOf(place);
    await open(page, `${study}/actors/rounds/1/send`);
    await page.getByRole("button", { name: "Send my round" }).click();
    await expect(page).toHaveURL(`${study}/actors/rounds`);
  }
  for (const page of everybody) await lookAround(page);
  expect(await leaks()).toEqual([]);
  for (const bodies of seen.values()) expect(await bodies.count()).toBeGreaterThan(20);
  for (const { role, words } of raters) expect(await seen.get(role)?.withText(words)).not.toEqual([]);
});

test("the last rater sends, without script, and the round opens for everybody", async () => {
  const page = pageOf(2);
  await page.goto(`${study}/actors/rounds/1/send`);
  await expect(page.getByText("You are the last: the round opens for everyone at once.")).toBeVisible();
  await page.getByRole("button", { name: "Send my round" }).click();
  await expect(page).toHaveURL(`${study}/actors/rounds`);
  await open(onlooker, `${study}/actors/O1`);
  for (const { words } of raters) await expect(onlooker.getByText(`${words} bird says so of relevance.`)).toBeAttached();
});

test("the lead settles by discussion with a dissent, by majority and by median, the furthest apart first", async () => {
  await open(lead, `${study}/actors/reconcile?round=1`);
  await expect(lead.getByText("0 of 3 settled")).toBeVisible();
  // K1: from weak to full is the whole span. K2: two of three classes alike. K4: 4 to 8 on a span of 9.
  await expect(lead.getByRole("row").nth(1)).toContainText("O1:K1");
  await lead.getByRole("link", { name: "Pumps of Veldmark" }).first().click();
  await expect(lead.getByText("Difference 1 of 3 · 0 settled")).toBeVisible();
  const given = lead.getByRole("list", { name: "What raters gave" });
  await expect(given.getByRole("listitem")).toHaveCount(3);
  await expect(given).not.toContainText(raters[1].name);
  await lead.getByRole("link", { name: "Show names" }).click();
  await expect(given).toContainText(raters[1].name);
  const form = lead.getByRole("form", { name: "Reconcile K1" });
  await send(lead, form.getByRole("button", { name: "Save agreed value" }));
  await expect(form.getByText("Choose one").first()).toBeVisible();
  await form.getByRole("radio", { name: /Clear/ }).check();
  await form.getByLabel("Reason", { exact: true }).fill("Weighed against each other.");
  await form.getByLabel(/^B .*keeps to another value/).fill("Lapwing still finds it weak.");
  await form.getByRole("button", { name: "Save agreed value" }).click();

  await expect(lead.getByText(/Difference \d of 3 · 1 settled/)).toBeVisible();
  const majority = lead.getByRole("form", { name: "Reconcile K2" });
  await expect(majority).toContainText("Majority, as the protocol asks: Complementary.");
  await expect(majority.getByRole("radio", { name: /^Complementary/ })).toBeChecked();
  await majority.getByRole("button", { name: "Save agreed value" }).click();

  await expect(lead.getByText(/Difference \d of 3 · 2 settled/)).toBeVisible();
  const median = lead.getByRole("form", { name: "Reconcile K4" });
  await expect(median).toContainText("Median, as the protocol asks: 5 points.");
  await expect(median.getByRole("textbox", { name: /^Agreed value/ })).toHaveValue("5");
  await median.getByRole("button", { name: "Save agreed value" }).click();
  await expect(lead.getByText("3 of 3 settled")).toBeVisible();

  await open(lead, `${study}/actors/rounds`);
  await lead.getByRole("button", { name: "Close the round" }).click();
  await expect(lead.getByRole("region", { name: "Round 1: Spring" })).toContainText("Closed");
});

test("the heatmap, the actor and the trail tell it", async () => {
  await open(onlooker, `${study}/actors`);
  const row = onlooker.getByRole("row", { name: /Pumps of Veldmark/ }).first();
  await expect(row).toContainText("3");
  await expect(row).toContainText("Complementary");
  await expect(row).toContainText("5");
  await open(onlooker, `${study}/actors/O1`);
  await expect(onlooker.getByText("Lapwing still finds it weak.")).toBeVisible();
  await open(lead, `${study}/trail`);
  const sentences = (await lead.getByRole("region", { name: "Entries" }).getByRole("paragraph").allInnerTexts())
    .reverse()
    .join(" ")
    .replace(/\s+/g, " ");
  expect(sentences).toMatch(
    /opened rating round 1 \(Spring\).*rated O1:K1.*sent the own ratings of round 1.*sent the own ratings of round 1.*sent the own ratings of round 1.*reconciled O1:K1.*reconciled O1:K2.*reconciled O1:K4.*closed round 1/,
  );
});

test("the document shows the agreed values and the dissent", async () => {
  await open(lead, `${study}/protocol/freeze`);
  await lead.getByRole("button", { name: "Freeze protocol" }).click();
  await expect(lead.getByText(/^Frozen .* by Ilse Hoofdonderzoeker\./)).toBeVisible();
  await compileFirstDraft(lead, study);
  const href = await lead.locator('a[href*="/files/"][href*="docx"]').first().getAttribute("href");
  const file = await lead.request.get(href ?? "");
  expect(file.status()).toBe(200);
  const parts = unzipSync(new Uint8Array(await file.body()));
  const text = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]*>/gu, " ");
  expect(text).toContain("Pumps of Veldmark");
  expect(text).toContain("Lapwing still finds it weak.");
});

test("a rater who falls out is taken out, and a round of one rater opens as she sends", async () => {
  await open(lead, `${study}/actors/rounds`);
  await lead.getByLabel("Name (EN)").fill("Autumn");
  for (const code of ["K2", "K3", "K4", "K5", "K6"])
    await lead
      .getByRole("group", { name: "Criteria" })
      .getByLabel(new RegExp(`^${code} `))
      .uncheck();
  for (const { name } of raters.slice(0, 2)) await lead.getByRole("group", { name: "Raters" }).getByLabel(name).check();
  await lead.getByRole("button", { name: "Open the round" }).click();
  const round = lead.getByRole("region", { name: "Round 2: Autumn" });
  await round.getByText("Take a rater out").click();
  const form = lead.getByRole("form", { name: "Take a rater out (2)" });
  await form.getByLabel("Who leaves").selectOption({ label: raters[1].name });
  await form.getByLabel("Reason").fill("On leave.");
  await form.getByRole("button", { name: /^Take this rater out/ }).click();
  await expect(round).toContainText("not yet; one rater");
  const page = pageOf(0);
  await page.goto(`${study}/actors/O1/rate?round=2`);
  const rating = page.getByRole("form", { name: "K1 Relevance" });
  await rating.getByRole("radio", { name: /Cannot judge/ }).check();
  await rating.getByLabel("Justification").fill("Nothing was published.");
  await rating.getByRole("button", { name: "Save rating" }).click();
  await expect(page.getByText("1 of 1 ratings filled in")).toBeVisible();
  await page.goto(`${study}/actors/rounds/2/send`);
  await expect(page.getByText("You are the only rater")).toBeVisible();
  await page.getByRole("button", { name: "Send my round" }).click();
  await expect(page).toHaveURL(`${study}/actors/rounds`);
  await open(onlooker, `${study}/actors/O1`);
  await expect(onlooker.getByText("Nothing was published.")).toBeVisible();
});
