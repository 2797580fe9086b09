import type { Answer } from "~/domain/protocol/fields";
import type { Scale } from "~/domain/protocol/scales";
import type { Examples } from "./example";
import { ProtocolField } from "./protocol-field";
import type { ProtocolFieldSetting } from "./protocol-field-setting";
import { typedFrom } from "./protocol-field-setting";

const both = (en: string, nl: string) => ({ en, nl });
const condition: Scale = {
  id: "condition",
  title: both("Condition", "Staat"),
  kind: "ordinal",
  levels: [
    { value: 1, key: "poor", label: both("Poor", "Slecht"), anchor: both("Out of use", "Buiten gebruik") },
    { value: 2, key: "good", label: both("Good", "Goed"), anchor: both("In daily use", "Dagelijks in gebruik") },
  ],
  extraValues: [{ key: "unknown", label: both("Cannot be judged", "Niet te beoordelen") }],
};
const mark: Scale = { id: "mark", title: both("Mark", "Cijfer"), kind: "numeric", min: 1, max: 5, step: 1, direction: "higher-is-better" };
const share: Scale = {
  id: "share",
  title: both("Share", "Aandeel"),
  kind: "numeric",
  min: 0,
  max: 100,
  step: 1,
  unit: both("%", "%"),
  direction: "higher-is-better",
};
const setting: ProtocolFieldSetting = {
  language: "en",
  fallbackOrder: ["nl"],
  languages: ["en"],
  scales: [condition, mark, share],
  references: {
    actor: [
      { value: "a1", label: "O1 Harbour board" },
      { value: "a2", label: "O2 Boat club" },
    ],
  },
};
const field = (answer: Answer, required = true) => ({
  label: both("What about the pier?", "Hoe zit het met de steiger?"),
  part: null,
  help: null,
  required,
  answer,
});
const choices = [
  { key: "wood", label: both("Wood", "Hout") },
  { key: "steel", label: both("Steel", "Staal") },
];

export const examples: Examples = {
  "words in two languages": (
    <ProtocolField
      name="v-1"
      field={field({ kind: "long-text" })}
      value={{ en: "Built in 1920.", nl: "Gebouwd in 1920." }}
      setting={{ ...setting, languages: ["nl", "en"] }}
    />
  ),
  "one line": <ProtocolField name="v-2" field={field({ kind: "short-text" }, false)} setting={setting} />,
  "a number with unit": (
    <ProtocolField name="v-3" field={field({ kind: "number", unit: both("metres", "meter") })} value={12.5} setting={setting} />
  ),
  money: (
    <ProtocolField
      name="v-4"
      field={field({ kind: "money", currencies: ["EUR", "USD"] })}
      value={{ amount: 1200, currency: "USD" }}
      setting={setting}
    />
  ),
  "a month": <ProtocolField name="v-5" field={field({ kind: "date", precision: "month" })} value="2020-03" setting={setting} />,
  "yes or no, explained": (
    <ProtocolField
      name="v-6"
      field={field({ kind: "yes-no-unknown", explanation: "optional" })}
      value={{ value: "yes", explanation: { en: "Since the flood." } }}
      setting={setting}
    />
  ),
  "one choice": <ProtocolField name="v-7" field={field({ kind: "single-choice", choices })} value="wood" setting={setting} />,
  "several choices": <ProtocolField name="v-8" field={field({ kind: "multiple-choice", choices })} value={["steel"]} setting={setting} />,
  "a scale with anchors": <ProtocolField name="v-9" field={field({ kind: "scale", scale: "condition" })} value="good" setting={setting} />,
  "a short scale of numbers": <ProtocolField name="v-10" field={field({ kind: "scale", scale: "mark" })} value={3} setting={setting} />,
  "a long scale of numbers": <ProtocolField name="v-11" field={field({ kind: "scale", scale: "share" })} value={40} setting={setting} />,
  "a list": <ProtocolField name="v-12" field={field({ kind: "text-list" })} value={[{ en: "Planks" }]} setting={setting} />,
  references: (
    <ProtocolField name="v-13" field={field({ kind: "reference", to: "actor", several: true })} value={["a2"]} setting={setting} />
  ),
  "a table of fixed rows": (
    <ProtocolField
      name="v-14"
      field={field({
        kind: "table",
        rows: [{ key: "y1", label: both("First year", "Eerste jaar") }],
        columns: [
          { key: "cost", label: both("Cost", "Kosten"), answer: { kind: "money", currencies: ["EUR"] } },
          { key: "note", label: both("Note", "Opmerking"), answer: { kind: "short-text" } },
        ],
      })}
      value={[{ row: "y1", cells: { cost: { amount: 10, currency: "EUR" }, note: { en: "Paint" } } }]}
      setting={setting}
    />
  ),
  "refused, with what was typed": (
    <ProtocolField
      name="v-15"
      field={field({ kind: "number" })}
      setting={setting}
      typed={typedFrom({ "v-15": ["many"] }, { "v-15": "Fill in a number, for example 1,250 or 3.5" })}
    />
  ),
};
