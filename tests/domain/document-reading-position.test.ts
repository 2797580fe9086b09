import { expect, it } from "vitest";
import { assembleDocument } from "~/domain/document/assemble-document";
import { positionIfAny, shownPositionIfAny } from "~/domain/document/reading-position";
import { documentWords } from "~/platform/document-words.server";
import { study } from "../support/edition-content";

const document = assembleDocument(study(), "nl", documentWords("nl"));

it.each([
  ["a page", { section: "1.1", place: null }, { section: "1.1", place: null }],
  ["a statement on it", { section: "1.1", place: "F1" }, { section: "1.1", place: "F1" }],
  ["a statement of another page", { section: "1.1", place: "C1" }, { section: "1.1", place: null }],
  ["a place that nothing has", { section: "2", place: "x" }, { section: "2", place: null }],
  ["the first page, where everybody begins", { section: document.sections[0]?.code ?? "", place: null }, null],
  ["a page that is not there", { section: "9", place: "F1" }, null],
])("a position is kept as far as the document has it: %s", (_, said, kept) => {
  expect(positionIfAny(document, said)).toEqual(kept);
});

it("is told with the line of the contents and the statement", () => {
  expect(shownPositionIfAny(document, { section: "1.1", place: "F1" })).toMatchObject({
    code: "F1",
    entry: { code: "1.1", number: "1.1" },
  });
  expect(shownPositionIfAny(document, { section: "2", place: null })).toMatchObject({ code: null, entry: { number: "2" } });
  expect(shownPositionIfAny(document, { section: "9", place: null })).toBeNull();
});
