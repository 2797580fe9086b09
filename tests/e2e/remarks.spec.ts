import { expect, test } from "@playwright/test";
import { open, send, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });

const edition = "/assessments/sec-in-oda/editions/1";

test("a reader remarks on a passage of a statement, sends it, and reads the response once it is shown", async ({ browser }) => {
  const reader = await signedIn(browser, "commissioner");
  await open(reader, `${edition}/read/2.3`);
  await reader.locator("#F3 p").first().selectText();
  await reader.getByRole("button", { name: "Take over the selected words" }).click();
  await expect(reader.getByLabel("About").first()).toHaveValue("statement:F3");
  await expect(reader.getByLabel("Remark", { exact: true }).first()).toBeFocused();
  await reader.keyboard.type("Which causes weigh most?");
  await expect(reader.getByText(/^Saved at/)).toBeVisible();
  await open(reader, `${edition}/remarks/send`);
  await expect(reader.getByText("Which causes weigh most?")).toBeVisible();
  await send(reader, reader.getByRole("button", { name: /^Send \d+ remarks?/ }));
  await expect(reader).toHaveURL(`${edition}/remarks`);

  const lead = await signedIn(browser, "lead");
  await open(lead, `${edition}/remarks?show=open`);
  await lead
    .getByRole("row", { name: /Which causes weigh most/ })
    .getByRole("link")
    .first()
    .click();
  const heading = lead.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Respond to M9");
  await lead.getByRole("radio", { name: "Noted", exact: true }).check();
  await lead.getByLabel("Response (EN)").fill("The sources do not rank them.");
  await lead.keyboard.press("Control+Enter");
  await expect(heading).toHaveText(/^Respond to M[^9]/);
  await expect(reader.getByText("The sources do not rank them.")).toHaveCount(0);
  await open(lead, `${edition}/remarks/show`);
  await send(lead, lead.getByRole("button", { name: /^Show \d+ responses?/ }));
  await open(reader, `${edition}/remarks`);
  await expect(reader.getByText("The sources do not rank them.")).toBeVisible();
  await lead.context().close();
  await reader.context().close();
});

test("a draft is written and thrown away without script, on a phone", async ({ browser }) => {
  const reader = await signedIn(browser, "commissioner", "en", { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await reader.goto(`${edition}/read/2.3?about=F4#remark`);
  const panel = reader.getByRole("complementary", { name: "Remarks" });
  await panel.getByLabel("Remark", { exact: true }).first().fill("Add the age groups.");
  await panel.getByRole("button", { name: "Save the draft" }).first().click();
  await expect(panel.getByText("Add the age groups.")).toBeVisible();
  await panel
    .getByRole("button", { name: /^Throw away/ })
    .last()
    .click();
  await expect(panel.getByText("Add the age groups.")).toHaveCount(0);
  await reader.context().close();
});
