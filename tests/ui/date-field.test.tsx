import { describe, expect, it } from "vitest";
import { DateField } from "~/ui/date-field";
import { renderOnServer } from "./render";

describe("a field for a day", () => {
  it.each([
    ["2026-01-05", "05-01-2026"],
    ["2026-01-01T25:00", "2026-01-01T25:00"],
    ["31-02-2022", "31-02-2022"],
  ])("shows %s as %s", async (value, shown) => {
    expect(await renderOnServer(<DateField name="on" label="On" value={value} />, "en")).toContain(`value="${shown}"`);
  });
});
