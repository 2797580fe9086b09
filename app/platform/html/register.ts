import type { RegisterEntry } from "~/domain/document/model";
import { chips, flagMark, line } from "./inline";
import { element, type Child, type Markup } from "./markup";
import { word } from "~/platform/document-locale";
import { langOf, type Writing } from "./writing";

/** The register of evidence: code with its place, what the ground is as far as consent allows, and links back to what stands on it. */
export function registerBlock(writing: Writing): Markup {
  const { register } = writing.document;
  if (register.length === 0) return element("p", {}, word(writing, "register-empty"));
  const heads = ["register-code", "register-what", "register-bears"].map((key) => element("th", { scope: "col" }, word(writing, key)));
  return element(
    "table",
    { class: "register" },
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...register.map((entry) => ["\n", entryRow(writing, entry)])),
  );
}

function entryRow(writing: Writing, entry: RegisterEntry): Markup {
  return element(
    "tr",
    {},
    element("th", { scope: "row", id: entry.anchor }, entry.code),
    element("td", {}, ...describing(writing, entry)),
    element("td", {}, ...entry.bears.map((each, at): Child => [at > 0 && ", ", bearing(writing, each)])),
  );
}

function describing(writing: Writing, entry: RegisterEntry): Child[] {
  const { language } = writing.document;
  const text = entry.text && [line(writing, entry.text, entry.language), flagMark(writing, entry.flag, entry.language)];
  return [
    element("p", {}, line(writing, entry.label, language)),
    text && element("p", { class: "said", ...langOf(entry.language, language) }, text),
    entry.withheld !== null && element("p", { class: "withheld" }, entry.withheld),
    ...entry.remarks.map((remark) => element("p", { class: "remark" }, remark)),
    entry.grounds.length > 0 && element("p", { class: "remark" }, `${word(writing, "stands-on")} `, chips(writing, entry.grounds)),
  ];
}

function bearing(writing: Writing, { code, to, relation }: RegisterEntry["bears"][number]): Child {
  const link = element("a", { href: `#${to}` }, code);
  return relation === "supports" ? link : [link, ` (${word(writing, relation)})`];
}
