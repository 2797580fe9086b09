import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languages } from "~/domain/tool-language";
import type { Examples } from "~/ui/example";
import { readMarkup, tagsOf } from "./markup";
import type { Tag } from "./markup";
import { renderOnServer } from "./render";

const files = import.meta.glob<{ examples: Examples }>("../../app/ui/**/*.examples.tsx", { eager: true });
const cases = Object.entries(files).flatMap(([path, { examples }]) => {
  const part = path.replace("../../app/ui/", "").replace(".examples.tsx", "");
  return Object.entries(examples).flatMap(([name, element]) => languages.map((language) => ({ part, name, language, element })));
});

const attribute = (tag: Tag, name: string) => tag.attributes.get(name);
const idsIn = (tags: readonly Tag[]) => tags.flatMap((tag) => attribute(tag, "id") ?? []);

/** Where the name of a control comes from: its label's words, a label around it, or `aria-label`. */
function nameOf(control: Tag, tags: readonly Tag[]): string[] {
  const spoken = attribute(control, "aria-label");
  const pointing = tagsOf(tags, "label").filter(
    (label) => attribute(label, "for") !== undefined && attribute(label, "for") === attribute(control, "id"),
  );
  const around = control.around.filter(({ name }) => name === "label");
  return [...(spoken ? [spoken] : []), ...[...pointing, ...around].map((label) => label.text())];
}

/** The heading levels of a page may not skip one on the way down. */
function skippedHeadings(tags: readonly Tag[]): string[] {
  const levels = tags.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
  return levels.flatMap((level, place) => (place > 0 && level > (levels[place - 1] ?? 1) + 1 ? [`h${level}`] : []));
}

describe.each(cases)("$part, $name, $language", ({ element, language }) => {
  it("has one name per control, ids once, and references that exist", async () => {
    const tags = readMarkup(await renderOnServer(element, language));
    const ids = idsIn(tags);
    expect(
      ids.filter((id, place) => ids.indexOf(id) !== place),
      "an id twice",
    ).toEqual([]);

    const controls = tagsOf(tags, "input", "select", "textarea").filter(
      (tag) => !["hidden", "submit"].includes(attribute(tag, "type") ?? ""),
    );
    expect(
      controls.filter((tag) => nameOf(tag, tags).filter(Boolean).length !== 1).map((tag) => attribute(tag, "name")),
      "not one name",
    ).toEqual([]);

    const references = tags.flatMap((tag) =>
      ["aria-describedby", "aria-labelledby", "popovertarget"].flatMap((name) => attribute(tag, name)?.split(" ") ?? []),
    );
    expect(
      references.filter((id) => !ids.includes(id)),
      "refers to nothing",
    ).toEqual([]);
    expect(
      tagsOf(tags, "label").filter((label) => attribute(label, "for") && !ids.includes(attribute(label, "for") ?? "")),
      "a label of nothing",
    ).toEqual([]);
  });

  it("has words on everything that can be pressed, and no heading out of order", async () => {
    const tags = readMarkup(await renderOnServer(element, language));
    const silent = tagsOf(tags, "a", "button", "summary").filter((tag) => !tag.text() && !attribute(tag, "aria-label"));
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(skippedHeadings(tags)).toEqual([]);
    expect(tagsOf(tags, "main").length).toBeLessThanOrEqual(1);
    expect(tagsOf(tags, "fieldset").filter((set) => !tags.some((tag) => tag.name === "legend" && tag.around[0] === set))).toEqual([]);
    expect(tags.filter((tag) => attribute(tag, "style") !== undefined)).toEqual([]);
  });
});

describe("the parts", () => {
  it("each have examples", () => {
    const names = readdirSync(new URL("../../app/ui", import.meta.url)).filter((file) => file.endsWith(".tsx"));
    const parts = names.filter((file) => !file.endsWith(".examples.tsx")).map((file) => file.slice(0, -4));
    expect(parts.filter((part) => !names.includes(`${part}.examples.tsx`) && !partOfOthers.has(part))).toEqual([]);
  });
});

/** Shown by the examples of the part that they belong to, or without a look of their own. */
const partOfOthers = new Set([
  "account-menu",
  "assessment-switcher",
  "device-key",
  "intl",
  "language-switch",
  "mark",
  "protocol-field-scale",
  "protocol-field-table",
  "rich-text",
  "search-form",
  "side-nav",
]);
