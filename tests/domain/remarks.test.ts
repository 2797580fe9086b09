import { describe, expect, it } from "vitest";
import { assembleDocument } from "~/domain/document/assemble-document";
import {
  canMoveCommentRound,
  canOpenCommentRound,
  commentRoundMoves,
  commentRoundStateOf,
  isLateRemark,
} from "~/domain/moves/comment-round";
import { editionStates } from "~/domain/moves/edition";
import { choiceOfPlace, placeOfChoice, placesOf } from "~/domain/remarks/places";
import {
  fitsFilter,
  isChangedSince,
  mayBeAnswered,
  mayBeShown,
  mayBeWithdrawn,
  progressOf,
  remarkStateOf,
  type RemarkStanding,
} from "~/domain/remarks/remark";
import { keys, study } from "../support/edition-content";

const at = new Date("2026-09-10T20:00:00Z");
const later = new Date("2026-09-11T20:00:00Z");

describe("a round of remarks", () => {
  const open = { closedAt: null };
  const closed = { closedAt: at };

  it.each([
    ["remark", true, false],
    ["send", true, false],
    ["withdraw", true, false],
    ["close", true, false],
    ["reopen", false, true],
  ] as const)("can %s: when open %s, when closed %s", (move, whenOpen, whenClosed) => {
    expect(canMoveCommentRound({ ...open, edition: "released" }, move)).toBe(whenOpen);
    expect(canMoveCommentRound({ ...closed, edition: "released" }, move)).toBe(whenClosed);
    for (const edition of ["draft", "withdrawn"] as const) expect(canMoveCommentRound({ ...open, edition }, move)).toBe(false);
  });

  it("has a line in the table for each move, and asks why for what takes back", () => {
    expect(commentRoundMoves.filter(({ needsReason }) => needsReason).map(({ name }) => name)).toEqual(["reopen", "withdraw"]);
    expect([commentRoundStateOf(open), commentRoundStateOf(closed)]).toEqual(["open", "closed"]);
  });

  it("is opened once, on a released edition", () => {
    expect(editionStates.filter((state) => canOpenCommentRound(state, 0))).toEqual(["released"]);
    expect(canOpenCommentRound("released", 1)).toBe(false);
  });

  it("takes a remark as late once the day has ended in the Netherlands", () => {
    expect(isLateRemark(new Date("2026-09-10T21:59:59Z"), "2026-09-10")).toBe(false);
    expect(isLateRemark(new Date("2026-09-10T22:00:00Z"), "2026-09-10")).toBe(true);
    expect(isLateRemark(later, null)).toBe(false);
  });
});

const none = { sentAt: null, withdrawnAt: null, stance: null, response: {}, respondedAt: null, shownAt: null } satisfies RemarkStanding;
const draft: RemarkStanding = none;
const open: RemarkStanding = { ...none, sentAt: at };
const answered: RemarkStanding = { ...open, stance: "partly", response: { nl: "Deels." }, respondedAt: at };
const shown: RemarkStanding = { ...answered, shownAt: at };
const withdrawn: RemarkStanding = { ...open, withdrawnAt: later };

describe("a remark", () => {
  it.each([
    ["draft", draft, false, false, false],
    ["open", open, true, true, false],
    ["answered", answered, true, true, true],
    ["shown", shown, false, true, false],
    ["withdrawn", withdrawn, false, false, false],
    ["withdrawn", { ...draft, withdrawnAt: at }, false, false, false],
    ["open", { ...open, stance: "noted", response: { nl: " " } }, true, true, false],
    ["open", { ...open, response: { nl: "Zonder standpunt." } }, true, true, false],
  ] as const)("that is %s can be taken back, answered, shown as its state allows", (state, remark, back, answer, show) => {
    expect(remarkStateOf(remark)).toBe(state);
    expect([mayBeWithdrawn(remark), mayBeAnswered(remark), mayBeShown(remark)]).toEqual([back, answer, show]);
  });

  it("counts as answered with a position and words, and those taken back nowhere", () => {
    expect(progressOf([draft, open, answered, shown, withdrawn])).toEqual({ done: 2, total: 3, toShow: 1 });
  });

  it("says that its response was changed only after it was shown", () => {
    expect([shown, { ...shown, respondedAt: later }, { ...answered, respondedAt: later }].map(isChangedSince)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("is filtered by answer, person, section and position; those taken back only when asked for", () => {
    const all = [
      { ...open, byId: "a", sectionCode: "3.1" },
      { ...answered, byId: "b", sectionCode: null },
      { ...withdrawn, byId: "a", sectionCode: "3.1" },
    ];
    const asked = { show: "", person: "", section: "", stance: "" };
    const found = (filter: Partial<typeof asked>) => all.flatMap((one, place) => (fitsFilter(one, { ...asked, ...filter }) ? [place] : []));
    expect(found({})).toEqual([0, 1]);
    expect(found({ show: "open" })).toEqual([0]);
    expect(found({ show: "answered" })).toEqual([1]);
    expect(found({ show: "withdrawn" })).toEqual([2]);
    expect(found({ person: "b" })).toEqual([1]);
    expect(found({ section: "edition" })).toEqual([1]);
    expect(found({ section: "3.1" })).toEqual([0]);
    expect(found({ stance: "partly" })).toEqual([1]);
  });
});

describe("what a remark can be about", () => {
  const places = placesOf(assembleDocument(study(), "nl", keys));

  it("is each section, and each statement at its home", () => {
    expect(places.sections.slice(0, 2)).toEqual([
      { code: "summary", title: "Deel summary" },
      { code: "1", title: "1 Deel 1" },
    ]);
    expect(places.statements).toEqual([
      { code: "F1", sectionCode: "1.1", text: "Bewering F1." },
      { code: "C1", sectionCode: "2", text: "Bewering C1." },
    ]);
  });

  it("is read from the choice in the form and written back", () => {
    for (const choice of ["edition", "section:1.1", "statement:C1"]) {
      const place = placeOfChoice(choice, places);
      expect(place && choiceOfPlace(place)).toBe(choice);
    }
    expect(placeOfChoice("statement:C1", places)).toEqual({ sectionCode: "2", statementCode: "C1" });
    for (const choice of ["", "section:9", "statement:F9", "F1", "other:F1"]) expect(placeOfChoice(choice, places)).toBeNull();
  });
});
