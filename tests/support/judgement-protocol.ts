import { Protocol } from "~/domain/protocol/schema";

const text = (en: string, nl = en) => ({ nl, en });
const levels = ["none", "marginal", "partial", "substantial", "leading"].map((key, value) => ({
  key,
  value,
  label: text(key),
  anchor: text(`${key} means this`),
}));

/** A small protocol with all that judging needs: three kinds of scale, facts of four kinds, a set of interventions. */
export const judgementProtocol = Protocol.parse({
  format: "grondslag-protocol/1",
  id: "cast",
  title: text("Cast study"),
  languages: ["nl", "en"],
  originalLanguage: "nl",
  commissioner: text("The ministry"),
  purpose: text("To test"),
  rules: {
    chain: "strict",
    contradictionMustBeAddressed: false,
    citableWhen: "recorded",
    factCheck: { offer: "on-request", days: 30, confirmedWhen: "all-asked" },
    reconciliation: {},
    signOff: { rule: "all-named-reviewers" },
    coverage: [],
    ownExpertise: true,
  },
  questions: [{ id: "1", kind: "main", text: text("Does it work?", "Werkt het?") }],
  scales: [
    {
      id: "five",
      kind: "ordinal",
      title: text("Five"),
      levels,
      extraValues: [{ key: "cannot-judge", label: text("cannot judge", "niet te beoordelen") }],
    },
    {
      id: "fit",
      kind: "nominal",
      title: text("Fit"),
      classes: [
        { key: "adds", label: text("adds", "vult aan") },
        { key: "doubles", label: text("doubles", "dubbelt") },
      ],
    },
    { id: "ten", kind: "numeric", title: text("Ten"), min: 1, max: 10, step: 0.5, direction: "higher-is-better" },
  ],
  criteria: [
    { id: "reach", code: "K1", subject: "actor", title: text("Reach", "Bereik"), scale: "five", informs: ["1"] },
    { id: "fit", code: "K2", subject: "actor", title: text("Fit", "Past"), scale: "fit", informs: ["1"] },
    { id: "effect", code: "K3", subject: "actor", title: text("Effect"), scale: "ten", informs: ["1"] },
    { id: "promise", code: "K4", subject: "intervention", title: text("Promise", "Belofte"), scale: "five" },
  ],
  interventionSets: [{ id: "first", title: text("First set", "Eerste set") }],
  actorFacts: [
    { key: "staff", label: text("Staff", "Personeel"), answer: { kind: "number", unit: text("posts", "banen"), min: 0, decimals: 0 } },
    { key: "open", label: text("Open", "Geopend"), answer: { kind: "yes-no-unknown" } },
    { key: "work", label: text("Work", "Werk"), answer: { kind: "long-text" } },
    { key: "partners", label: text("Partners"), answer: { kind: "reference", to: "actor", several: true } },
  ],
  outline: [{ id: "s1", code: "1", kind: "chapter", required: true, title: text("Answer", "Antwoord") }],
});
