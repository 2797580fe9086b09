import type { Examples } from "./example";
import { TranslationForm } from "./translation-form";

const shared = { record: { id: "l1" }, language: "en", label: "Translation (EN)", about: "L1" };

export const examples: Examples = {
  "not translated yet": <TranslationForm {...shared} id="f-new" translations={[]} />,
  "behind its original": (
    <TranslationForm
      {...shared}
      id="f-behind"
      rows={2}
      translations={[{ language: "en", body: "Figures of 2021 are missing.", version: 2, behind: true }]}
    />
  ),
};
