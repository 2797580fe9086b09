import fc from "fast-check";
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  attributionLevels,
  codeOfProtected,
  factsShown,
  giversOf,
  interestShown,
  isProtected,
  labelOfInterviewee,
  labelsOfInterviewees,
  levelOfAnswer,
  mayQuoteAnswer,
  nameInterviewee,
  smallGroups,
  stricterThan,
  strictestOf,
  strictnessOf,
  type AttributionLevel,
  type ParticipantColumns,
  type ViewerKind,
} from "~/domain/attribution";

const person = (attribution: AttributionLevel, more: Partial<ParticipantColumns> = {}): ParticipantColumns => ({
  id: "p1",
  number: 1,
  code: "P4",
  attribution,
  persons: 1,
  name: "Joris Vandermeel",
  organisation: { nl: "Stichting Kroezemeer" },
  role: { nl: "Programmaleider", en: "Programme leader" },
  kind: { id: "ngo", title: { nl: "Maatschappelijke organisatie", en: "Civil society organisation" } },
  interest: [
    { kind: "employed-by-assessed-actor", actorId: "a5" },
    { kind: "funded-by-commissioner", words: { en: "Has a grant." } },
  ],
  ...more,
});
const level = fc.constantFrom(...attributionLevels);

/** What each level shows of a person who agreed to that level and is shown at it, to team and reader alike. */
const table: [AttributionLevel, string[], string][] = [
  ["name", ["name", "organisation", "role", "kind"], "Joris Vandermeel, Programme leader, Stichting Kroezemeer"],
  ["organisation-and-role", ["organisation", "role", "kind"], "Programme leader, Stichting Kroezemeer"],
  ["organisation", ["organisation", "kind"], "Stichting Kroezemeer"],
  ["organisation-kind-and-role", ["role", "kind"], "Programme leader, Civil society organisation"],
  ["organisation-kind", ["kind"], "Civil society organisation"],
  ["anonymous", [], "anonymous interviewee"],
];

describe("naming an interviewee", () => {
  for (const viewer of ["team", "reader"] as const) {
    it.each(table)(`shows a ${viewer} at level %s: %j`, (attribution, facts, label) => {
      const [shown] = nameInterviewee([person(attribution)], attribution, viewer);
      if (!shown) throw new Error("nobody named");
      const present = (["name", "organisation", "role", "kind"] as const).filter((fact) => shown[fact] !== null);
      expect(present).toEqual(facts);
      expect(labelOfInterviewee(shown, "en", "anonymous interviewee", ["nl"])).toBe(label);
    });
  }

  it.each(attributionLevels)("shows everything to the lead and the interviewers at level %s", (attribution) => {
    const [shown] = nameInterviewee([person(attribution)], attribution, "identity");
    expect(shown).toMatchObject({ name: "Joris Vandermeel", organisation: { nl: "Stichting Kroezemeer" }, level: attribution });
  });

  it("gives the team the code and a reader neither code nor id", () => {
    expect(nameInterviewee([person("anonymous")], "anonymous", "team")[0]).toMatchObject({ code: "P4", participantId: "p1" });
    expect(nameInterviewee([person("name")], "name", "reader")[0]).toMatchObject({ code: null, participantId: null });
  });

  it("keeps the number of people of a protected participant from a reader", () => {
    expect(nameInterviewee([person("organisation-kind", { persons: 4 })], "organisation-kind", "reader")[0]?.persons).toBeNull();
    expect(nameInterviewee([person("organisation", { persons: 4 })], "organisation", "reader")[0]?.persons).toBe(4);
    expect(nameInterviewee([person("organisation-kind", { persons: 4 })], "organisation-kind", "team")[0]?.persons).toBe(4);
  });

  it("shows no role of someone who agreed to the organisation alone, at a stricter level that has a role", () => {
    const [shown] = nameInterviewee([person("organisation")], "organisation-kind-and-role", "team");
    expect(shown).toMatchObject({ organisation: null, role: null, name: null, level: "organisation-kind-and-role" });
    expect(shown?.kind?.id).toBe("ngo");
  });

  it("leaves null what was not selected", () => {
    expect(nameInterviewee([person("name", { name: null })], "name", "team")[0]?.name).toBeNull();
  });
});

describe("levels", () => {
  it("fall in the order that was agreed", () => {
    expect(attributionLevels.map(strictnessOf)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(stricterThan("organisation")).toEqual(["organisation-kind-and-role", "organisation-kind", "anonymous"]);
    expect(stricterThan("anonymous")).toEqual([]);
  });

  it("have the strictest decide, and nobody's agreement mean anonymous", () => {
    expect(strictestOf(["name", "organisation-kind", "organisation"])).toBe("organisation-kind");
    expect(strictestOf([])).toBe("anonymous");
  });

  it("protect a person from the kind of organisation on", () => {
    expect(attributionLevels.filter(isProtected)).toEqual(["organisation-kind-and-role", "organisation-kind", "anonymous"]);
  });
});

describe("the level of an answer", () => {
  const two = [person("organisation-and-role"), person("organisation-kind", { id: "p2" })];
  it("is the strictest among those who gave it", () => {
    expect(levelOfAnswer({ attribution: null, givenBy: ["p1"] }, two)).toBe("organisation-and-role");
    expect(levelOfAnswer({ attribution: null, givenBy: ["p1", "p2"] }, two)).toBe("organisation-kind");
  });
  it("is the strictest of all when nobody is named, or only people who are not there", () => {
    expect(levelOfAnswer({ attribution: null, givenBy: [] }, two)).toBe("organisation-kind");
    expect(levelOfAnswer({ attribution: null, givenBy: ["gone"] }, two)).toBe("organisation-kind");
    expect(giversOf(["gone"], two)).toEqual(two);
  });
  it("may be stricter than what was agreed and never looser", () => {
    expect(levelOfAnswer({ attribution: "anonymous", givenBy: ["p1"] }, two)).toBe("anonymous");
    expect(levelOfAnswer({ attribution: "name", givenBy: ["p1"] }, two)).toBe("organisation-and-role");
  });
  it("is anonymous without participants", () => {
    expect(levelOfAnswer({ attribution: null, givenBy: [] }, [])).toBe("anonymous");
  });
  it("lets an answer be quoted only if everyone who gave it agreed", () => {
    const both = [
      { id: "p1", mayQuote: true },
      { id: "p2", mayQuote: false },
    ];
    expect(mayQuoteAnswer(["p1"], both)).toBe(true);
    expect(mayQuoteAnswer([], both)).toBe(false);
    expect(mayQuoteAnswer([], [])).toBe(false);
  });
});

describe("an interest", () => {
  const interest = person("name").interest;
  it("is told in full with the organisation, as a kind without it, and not at all of an anonymous person", () => {
    expect(interestShown(interest, ["organisation", "kind"])).toEqual(interest);
    expect(interestShown(interest, ["kind"])).toEqual([{ kind: "employed-by-assessed-actor" }, { kind: "funded-by-commissioner" }]);
    expect(interestShown(interest, [])).toEqual([]);
  });
});

describe("for every agreement and level", () => {
  const others = fc.constantFrom<ViewerKind>("team", "reader");
  it("shows nothing that the agreement or the level withholds", () => {
    fc.assert(
      fc.property(level, level, others, (own, at, viewer) => {
        const shown = factsShown(own, at, viewer);
        expect(factsShown(own, own, viewer)).toEqual(expect.arrayContaining([...shown]));
        expect(factsShown(at, at, viewer)).toEqual(expect.arrayContaining([...shown]));
      }),
    );
  });
  it("never says more of who it is at a stricter level", () => {
    const exactness = (facts: readonly string[]) => ["kind", "organisation", "name"].filter((fact) => facts.includes(fact)).length;
    fc.assert(
      fc.property(level, level, level, others, (own, one, other, viewer) => {
        const [loose, strict] = strictnessOf(one) <= strictnessOf(other) ? [one, other] : [other, one];
        expect(exactness(factsShown(own, strict, viewer))).toBeLessThanOrEqual(exactness(factsShown(own, loose, viewer)));
      }),
    );
  });
  it("writes nothing of a withheld fact into what is handed on", () => {
    fc.assert(
      fc.property(level, level, others, (own, at, viewer) => {
        const facts = factsShown(own, at, viewer);
        const written = JSON.stringify(nameInterviewee([person(own)], at, viewer));
        expect(written.includes("Joris")).toBe(facts.includes("name"));
        expect(written.includes("Kroezemeer")).toBe(facts.includes("organisation"));
        expect(written.includes("Programme leader")).toBe(facts.includes("role"));
        expect(written.includes("a5")).toBe(facts.includes("organisation"));
      }),
    );
  });
});

describe("the code of a protected answer", () => {
  const hmac = (key: string, text: string) => createHmac("sha256", key).update(text).digest("hex");
  it("is the same for the same answer and key, and another for another", () => {
    const code = codeOfProtected("answer-1", "key", hmac);
    expect(code).toMatch(/^I-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(codeOfProtected("answer-1", "key", hmac)).toBe(code);
    expect(codeOfProtected("answer-2", "key", hmac)).not.toBe(code);
    expect(codeOfProtected("answer-1", "other", hmac)).not.toBe(code);
  });
  it("writes forty bits in Crockford's letters", () => {
    expect(codeOfProtected("x", "k", () => "0000000000ff")).toBe("I-00000000");
    expect(codeOfProtected("x", "k", () => "ffffffffff00")).toBe("I-ZZZZZZZZ");
    expect(codeOfProtected("x", "k", () => "0000000021")).toBe("I-00000011");
  });
});

describe("people of whom the same is shown", () => {
  const four = (attribution: AttributionLevel) =>
    ["p1", "p2", "p3", "p4"].map((id) =>
      person(attribution, { id, name: id, ...(id === "p4" && { role: { nl: "Bestuurder", en: "Director" } }) }),
    );
  const labels = (attribution: AttributionLevel, viewer: ViewerKind, language = "en") =>
    labelsOfInterviewees(nameInterviewee(four(attribution), attribution, viewer), language, "anonymous interviewee", ["nl"]);

  it("are told once, with how many they are", () => {
    expect(labels("organisation-and-role", "reader")).toEqual([
      "3 × Programme leader, Stichting Kroezemeer",
      "Director, Stichting Kroezemeer",
    ]);
    expect(labels("organisation-and-role", "reader", "nl")[0]).toBe("3 × Programmaleider, Stichting Kroezemeer");
    expect(labels("organisation", "reader")).toEqual(["4 × Stichting Kroezemeer"]);
    expect(labels("anonymous", "team")).toEqual(["4 × anonymous interviewee"]);
    expect(labels("name", "reader")).toHaveLength(4);
  });

  it.each([
    ["organisation-kind-and-role", ["Programme leader, Civil society organisation", "Director, Civil society organisation"]],
    ["organisation-kind", ["Civil society organisation"]],
    ["anonymous", ["anonymous interviewee"]],
  ] as const)("are not counted for a reader where they are protected: %s", (attribution, told) => {
    expect(labels(attribution, "reader")).toEqual(told);
  });
});

describe("small groups", () => {
  const listed = (attribution: AttributionLevel, more: Partial<ParticipantColumns> = {}) => {
    const [shown] = nameInterviewee([person(attribution, more)], attribution, "reader");
    if (!shown) throw new Error("nobody named");
    return { shown, persons: more.persons === undefined ? 1 : more.persons };
  };
  it("names those of whom fewer than three share what is shown", () => {
    const groups = smallGroups([listed("organisation-kind"), listed("organisation-kind"), listed("anonymous"), listed("organisation")]);
    expect(groups.map(({ people }) => people)).toEqual([2, 1]);
  });
  it("counts people, one where the number is not known", () => {
    expect(smallGroups([listed("organisation-kind", { persons: 3 })])).toEqual([]);
    expect(smallGroups([listed("organisation-kind", { persons: null })])).toHaveLength(1);
  });
});
