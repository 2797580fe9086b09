import { expect, test, type Page } from "@playwright/test";
import { open, send, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });

const study = "/assessments/sec-in-oda";
const main = (page: Page) => page.getByRole("main");

test("a relation is recorded with an actor that is not listed yet, without script, and stands on both pages", async ({ browser }) => {
  const plain = await signedIn(browser, "researcher", "en", { javaScriptEnabled: false });
  await plain.goto(`${study}/actors/O7`);
  await plain.getByRole("link", { name: "Add a relation" }).click();
  await plain.getByRole("button", { name: "Record this relation" }).click();
  await expect(main(plain)).toContainText("Choose one");
  await plain.getByLabel("Is funded by").check();
  await plain.getByLabel("Or its name, if it is not in the list").fill("Sparrow Fund");
  await plain.getByLabel("Countries in which this holds").fill("Kenya\nVelmara");
  await plain.getByRole("button", { name: "Record this relation" }).click();
  await expect(plain).toHaveURL(/actors\/O7#relations$/);
  const relations = plain.getByRole("region", { name: "Relations" });
  await expect(relations).toContainText("Sparrow Fund");
  await expect(relations).toContainText("Kenya, Velmara");
  await expect(relations).toContainText("No source");
  await relations.getByRole("link", { name: "Sparrow Fund" }).click();
  const other = plain.getByRole("region", { name: "Relations" });
  await expect(other).toContainText("Funds");
  await expect(other).toContainText("Internet Watch Foundation (IWF)");
  await plain.goto(`${study}/actors?find=sparrow`);
  await expect(main(plain)).not.toContainText("Sparrow Fund");
  await plain.goto(`${study}/actors/list?mark=named-only&q=sparrow`);
  await expect(main(plain)).toContainText("1 of");
  await plain.context().close();
});

test("a double is found, compared and merged; its old address and codes lead on, and the trail tells it", async ({ browser }) => {
  const page = await signedIn(browser, "secondResearcher", "en");
  await open(page, `${study}/actors/doubles`);
  await page.getByRole("link", { name: "Compare O26 and O65" }).click();
  await page.getByLabel("Name of O65").check();
  await page.getByRole("button", { name: "Merge O65 into O26" }).click();
  await expect(main(page)).toContainText("Fill this in");
  await page.getByLabel("Why they are the same").fill("One programme, named in two ways");
  await send(page, page.getByRole("button", { name: "Merge O65 into O26" }));
  await expect(page).toHaveURL(`${study}/actors/O26`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("UK Aid");
  await expect(main(page)).toContainText("UK Aid / UK Home Office");
  await expect(page.getByRole("region", { name: "Relations" })).toContainText(
    "Global Partnership and Fund to End Violence Against Children",
  );
  await open(page, `${study}/actors/O65`);
  await expect(page).toHaveURL(`${study}/actors/O26`);
  await open(page, `${study}/trail/items/actor/O65`);
  await expect(main(page)).toContainText("merged actor");
  await expect(main(page)).toContainText("One programme, named in two ways");
  await page.context().close();
});

test("two that one round judged are not merged, and the page says why", async ({ browser }) => {
  const page = await signedIn(browser, "researcher", "en");
  await open(page, `${study}/actors/doubles?stays=O1&goes=O2`);
  await expect(main(page)).toContainText(/Round \d+ judged both/);
  await expect(page.getByRole("button", { name: "Merge O2 into O1" })).toHaveAttribute("aria-disabled", "true");
  await page.context().close();
});
