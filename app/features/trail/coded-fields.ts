/** Fields whose values are words of ours and not of a person. */
const coded: ReadonlySet<string> = new Set([
  "kind",
  "type",
  "form",
  "mode",
  "reading",
  "titleKind",
  "side",
  "language",
  "languages",
  "ownStatement",
  "mayQuote",
  "wantsRecord",
  "opened",
  "role",
  "purpose",
  "notesFor",
  "level",
  "attribution",
  "subjectKind",
  "changed",
  "field",
  "format",
  "channel",
  "step",
  "decision",
  "because",
  "as",
  "stance",
]);

/** Says whether a field of an event holds a word of ours, which has a word in each language. */
export function isCoded(name: string): boolean {
  return coded.has(name);
}

/** Fields that store a text in languages, a list or a small object as JSON. */
const structured: ReadonlySet<string> = new Set([
  "title",
  "notice",
  "kind",
  "levels",
  "focus",
  "countries",
  "label",
  "group",
  "authors",
  "bibliography",
  "appraisal",
  "addressedTo",
  "files",
  "asked",
  "response",
  "whatChanged",
]);

/** Says whether a field of an event stores JSON and not the words of a person. */
export function isStructured(name: string): boolean {
  return structured.has(name);
}
