import type { Answer } from "~/domain/protocol/fields";
import type { Scale } from "~/domain/protocol/scales";
import type { Examples } from "./example";
import { ProtocolField } from "./protocol-field";
import type { ProtocolFieldSetting } from "./protocol-field-setting";

const reach: Scale = {
  id: "reach",
  kind: "ordinal",
  title: { en: "Reach" },
  levels: [
    { value: 0, key: "none", label: { en: "None" }, anchor: { en: "No port takes part" } },
    { value: 1, key: "some", label: { en: "Some" }, anchor: { en: "One or two ports" } },
  ],
  extraValues: [{ key: "cannot-judge", label: { en: "Cannot be judged" } }],
};
const setting: ProtocolFieldSetting = {
  language: "en",
  fallbackOrder: ["en"],
  languages: ["en"],
  scales: [reach],
  references: { actor: [{ value: "O1", label: "O1 Port of Veere" }] },
};
const choices = [
  { key: "yearly", label: { en: "Every year" } },
  { key: "never", label: { en: "Never" } },
];

const answers: Record<string, Answer> = {
  "short text": { kind: "short-text" },
  "long text": { kind: "long-text" },
  number: { kind: "number", unit: { en: "vessels" } },
  money: { kind: "money", currencies: ["EUR", "USD"] },
  date: { kind: "date" },
  "yes, no or unknown": { kind: "yes-no-unknown", explanation: "optional" },
  "one choice": { kind: "single-choice", choices },
  "several choices": { kind: "multiple-choice", choices },
  scale: { kind: "scale", scale: "reach" },
  list: { kind: "text-list" },
  reference: { kind: "reference", to: "actor" },
  table: { kind: "table", columns: [{ key: "port", label: { en: "Port" }, answer: { kind: "short-text" } }] },
};

export const examples: Examples = Object.fromEntries(
  Object.entries(answers).map(([name, answer]) => [
    name,
    <ProtocolField
      key={name}
      name="q8"
      field={{ label: { en: "How are the dues set?" }, part: null, help: null, required: true, answer }}
      setting={setting}
    />,
  ]),
);
