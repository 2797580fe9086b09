import { describe, expect, it } from "vitest";
import { GroundSearch } from "~/ui/ground-search";
import { readMarkup, tagsOf } from "./markup";
import { renderOnServer } from "./render";

describe("the search for a ground", () => {
  it("keeps what else the address asks for, such as the round", async () => {
    const page = readMarkup(await renderOnServer(<GroundSearch find="kranen" count={2} />, "nl", "/rate?round=4&q=kranen"));
    const sent = tagsOf(page, "input").map(({ attributes }) => [attributes.get("name"), attributes.get("value")]);
    expect(sent).toEqual([
      ["round", "4"],
      ["q", "kranen"],
    ]);
  });
});
