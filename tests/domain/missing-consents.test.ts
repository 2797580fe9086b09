import { describe, expect, it } from "vitest";
import { missingConsents } from "~/domain/interviews/consent";

const one = (id: string, consentOn: string | null, withdrawnAt: Date | null = null) => ({ id, consentOn, withdrawnAt });
const people = [one("a", null), one("b", "2026-08-31"), one("c", null, new Date("2026-09-01T10:00:00Z")), one("d", null)];

describe("whose consent is still to be recorded", () => {
  it.each([
    ["of everybody while nothing was said", [], ["a", "d"]],
    ["of those whom an answer names", [["a"]], ["a"]],
    ["of nobody when only those who consented spoke", [["b"]], []],
    ["of nobody who took her consent back", [["c"]], []],
    ["of everybody where an answer names nobody", [["b"], []], ["a", "d"]],
  ])("%s", (_, said, missing) => {
    const answers = said.map((givenBy) => ({ givenBy }));
    expect(missingConsents(answers, people).map(({ id }) => id)).toEqual(missing);
  });
});
