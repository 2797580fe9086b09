import { expect, test } from "@playwright/test";
import { templateDocx } from "../support/template-docx";
import { open, signedIn } from "./support/people";

test.setTimeout(60_000);

const slug = `house-style-${Date.now()}`;
const page = `/assessments/${slug}/editions/house-style`;
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: docx, buffer: Buffer.from(bytes) });

test("the lead gives a study a house style without script: what is refused is named, a style is chosen, and it is removed again", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "lead");
  await open(lead, "/assessments/new");
  await lead.getByLabel("File", { exact: true }).setInputFiles("protocols/evaluation-oecd-dac.yaml");
  await lead.getByRole("button", { name: "Read the file" }).click();
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Check the protocol file");
  await lead.getByLabel("Address").fill(slug);
  await lead.getByRole("button", { name: "Make the assessment" }).click();
  await expect(lead).toHaveURL(`/assessments/${slug}`);
  await lead.context().close();

  const plain = await signedIn(browser, "lead", "en", { javaScriptEnabled: false });
  await plain.goto(page);
  await expect(plain.getByText("The plain style is in use")).toBeVisible();
  const macros = templateDocx({ parts: { "word/vbaProject.bin": "x" } });
  await plain.getByLabel("Template", { exact: true }).setInputFiles(file("ministry.docm", macros));
  await plain.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(plain.getByRole("alert")).toContainText("vbaProject.bin (word/vbaProject.bin)");

  await plain.getByLabel("Template", { exact: true }).setInputFiles(file("ministry.docx", templateDocx()));
  await plain.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(plain).toHaveURL(page);
  await expect(plain.getByRole("img", { name: "Picture from the template" }).first()).toHaveJSProperty("naturalWidth", 360);
  await plain.getByLabel("Title", { exact: true }).selectOption({ label: "heading 2" });
  await plain.getByRole("button", { name: "Preview" }).click();
  await expect(plain.getByText("Title of the study", { exact: true }).last()).toHaveCSS("font-size", "16px");
  await plain.getByRole("button", { name: "Save the choice" }).click();
  await expect(plain).toHaveURL(page);
  await expect(plain.getByLabel("Title", { exact: true })).toHaveValue("Kop2");
  await plain.goto(`/assessments/${slug}/editions/new`);
  await expect(plain.getByText("House style: ministry.docx")).toBeVisible();
  await plain.context().close();

  const scripted = await signedIn(browser, "lead");
  await open(scripted, page);
  await open(scripted, `${page}/remove`);
  await scripted.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(scripted.getByText("The plain style is in use")).toBeVisible();
  await scripted.context().close();
});
