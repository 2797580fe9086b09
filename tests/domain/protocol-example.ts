/** A small fictional protocol without problems or remarks; tests break one line of it at a time. */
export const bridges = `format: grondslag-protocol/1
id: bridges
title: { nl: Bruggen van Veldmark, en: Bridges of Veldmark }
languages: [nl, en]
originalLanguage: nl
commissioner: { nl: Provincie Veldmark, en: Province of Veldmark }
purpose: { nl: Een besluit, en: A decision }
period: { from: "2030-01-01", to: "2030-06-30" }
methods:
  - { id: desk, title: { nl: Lezen, en: Reading } }
rules:
  chain: strict
  contradictionMustBeAddressed: true
  citableWhen: recorded
  factCheck: { offer: always, days: 30, confirmedWhen: all-asked }
  confidence: { scale: three, statements: [finding] }
  reconciliation: { ordinal: discussion }
  signOff: { rule: all-named-reviewers }
  coverage: [{ minKinds: 2, severity: blocker }]
  ownExpertise: false
questions:
  - { id: "1", kind: main, text: { nl: Houden zij het?, en: Do they hold? } }
  - id: 1a
    parent: "1"
    kind: sub
    text: { nl: Hoeveel?, en: How many? }
    answerKind: fields
    methods: [desk]
    fields:
      - key: open
        label: { nl: Open, en: Open }
        answer: { kind: yes-no-unknown }
      - key: counted
        label: { nl: Geteld, en: Counted }
        onlyIf: { field: open, is: "yes" }
        answer: { kind: number, min: 0, max: 50 }
      - key: list
        label: { nl: Lijst, en: List }
        answer: { kind: table, columns: [{ key: name, label: { nl: Naam, en: Name }, answer: { kind: short-text } }] }
guide:
  intervieweeKinds:
    - { id: keeper, title: { nl: Brugwachter, en: Bridge keeper } }
  notAskedReasons: [{ key: no-time, label: { nl: Geen tijd, en: No time } }]
  noAnswerReasons: [{ key: unknown, label: { nl: Weet niet, en: Does not know } }]
  blocks:
    - id: block-a
      title: { nl: Werk, en: Work }
      questions:
        - id: g1
          number: 1
          text: { nl: Welke bruggen?, en: Which bridges? }
          parts:
            - { key: old, text: { nl: oude, en: old } }
            - { key: new, text: { nl: nieuwe, en: new } }
          answer: { kind: single-choice, choices: [{ key: a, label: { nl: A, en: A } }, { key: b, label: { nl: B, en: B } }] }
          informs: ["1"]
          askedOf: [keeper]
        - id: g2
          number: 2
          text: { nl: Waarom?, en: Why? }
          answer: { kind: long-text }
          informs: ["1"]
          onlyIf: { question: g1, part: old, is: a }
scales:
  - id: three
    title: { nl: Drie, en: Three }
    kind: ordinal
    levels:
      - { value: 1, key: low, label: { nl: Laag, en: Low }, anchor: { nl: Valt om, en: Falls over } }
      - { value: 2, key: high, label: { nl: Hoog, en: High }, anchor: { nl: Staat, en: Stands } }
    extraValues: [{ key: closed, label: { nl: Dicht, en: Closed } }]
  - id: mark
    title: { nl: Cijfer, en: Mark }
    kind: numeric
    min: 1
    max: 10
    step: 1
    direction: higher-is-better
    anchors: [{ at: 1, text: { nl: Niets, en: Nothing } }, { at: 10, text: { nl: Alles, en: All } }]
  - id: sort
    title: { nl: Soort, en: Sort }
    kind: nominal
    classes:
      - { key: wood, label: { nl: Hout, en: Wood }, anchor: { nl: Van hout, en: Of wood } }
      - { key: stone, label: { nl: Steen, en: Stone }, anchor: { nl: Van steen, en: Of stone } }
criteria:
  - { id: firm, code: K1, subject: actor, title: { nl: Stevig, en: Firm }, scale: three, weight: 2, informs: ["1"] }
  - { id: stuff, code: K2, subject: actor, title: { nl: Stof, en: Stuff }, scale: sort, informs: ["1"] }
frameworks:
  - id: plan
    code: P
    title: { nl: Plan, en: Plan }
    scale: three
    informs: ["1"]
    nodes:
      - { id: p1, number: "1", kind: group, title: { nl: Doel, en: Aim } }
      - { id: p2, number: "1.1", parent: p1, title: { nl: Veilig, en: Safe } }
options:
  - { id: keep, code: W1, kind: alternative, title: { nl: Houden, en: Keep } }
outline:
  - { id: s1, code: "1", kind: chapter, title: { nl: Bruggen, en: Bridges }, required: true, questions: ["1"], write: lead }
  - id: s2
    code: annex
    kind: annex
    title: { nl: Tabel, en: Table }
    required: false
    write: lead
    data: table
    table: { question: 1a, field: list }
`;

/** The example with one piece of text replaced, which must occur exactly once. */
export function broken(from: string, to: string): string {
  const pieces = bridges.split(from);
  if (pieces.length !== 2) throw new Error(`“${from}” occurs ${pieces.length - 1} times`);
  return pieces.join(to);
}
