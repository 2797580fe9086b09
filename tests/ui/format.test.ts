import { describe, expect, it } from "vitest";
import { initialsOf } from "~/ui/avatar";
import { sortingFrom } from "~/ui/data-table";
import {
  clock,
  clockSeconds,
  coefficient,
  dateTime,
  dayOf,
  daysFrom,
  longDate,
  looseDate,
  money,
  number,
  share,
  tableDate,
  typedDate,
  weekdayDate,
} from "~/ui/format";
import type { NavEntry } from "~/ui/navigation";
import { currentHref } from "~/ui/navigation";

// 23:30 UTC on 13 March is half past midnight of the 14th in Amsterdam; in July the clock there is two hours ahead.
const night = new Date("2022-03-13T23:30:05Z");
const summer = new Date("2022-07-01T10:00:00Z");

describe("dates", () => {
  it.each([
    [longDate("2022-03-14", "en"), "14 March 2022"],
    [longDate("2022-03-14", "nl"), "14 maart 2022"],
    [longDate(night, "en"), "14 March 2022"],
    [looseDate("2022-03-14", "nl"), "14 maart 2022"],
    [looseDate("2022-03", "nl"), "maart 2022"],
    [looseDate("2022-03", "en"), "March 2022"],
    [looseDate("2022", "en"), "2022"],
    [looseDate("spring 2022", "en"), "spring 2022"],
    [weekdayDate("2022-03-14", "en"), "Monday 14 March 2022"],
    [weekdayDate("2022-03-14", "nl"), "maandag 14 maart 2022"],
    [tableDate("2022-03-16", "en"), "16 Mar"],
    [tableDate("2022-03-16", "nl"), "16 mrt"],
    [tableDate("2022-09-01", "en"), "1 Sep"],
    [tableDate("2021-12-01", "en", night), "1 Dec 2021"],
    [tableDate("2022-12-01", "en", night), "1 Dec"],
    [clock(night, "en"), "00:30"],
    [clock(summer, "nl"), "12:00"],
    [clockSeconds(night, "en"), "00:30:05"],
    [dateTime(night, "nl"), "14 maart 2022, 00:30"],
    [dayOf(night), "2022-03-14"],
    [typedDate(night), "14-03-2022"],
    [typedDate("2022-03-01"), "01-03-2022"],
  ])("%s is %s", (shown, expected) => {
    expect(shown).toBe(expected);
  });

  it("counts days of the calendar, across the change of the clock", () => {
    expect(daysFrom("2022-03-14", night)).toBe(0);
    expect(daysFrom(new Date("2022-03-13T22:59:00Z"), night)).toBe(-1);
    expect(daysFrom("2022-03-28", new Date("2022-03-26T23:30:00Z"))).toBe(1);
  });
});

describe("numbers", () => {
  it.each([
    [number(4812, "en"), "4,812"],
    [number(4812, "nl"), "4.812"],
    [coefficient(0.7, "en"), "0.70"],
    [coefficient(0.744, "nl"), "0,74"],
    [share(12, 20, "en"), "12 of 20"],
    [share(12, 22, "en"), "12 of 22 (55%)"],
    [share(12, 22, "nl"), "12 van 22 (55%)"],
    [share(0, 0, "en"), "0 of 0"],
    [money(62_500_000, "USD", "en"), "USD 62.5 million"],
    [money(62_500_000, "USD", "nl"), "62,5 miljoen dollar"],
    [money(1_200, "EUR", "en"), "EUR 1,200"],
    [money(2_000_000_000, "EUR", "nl"), "2 miljard euro"],
    [money(-1_500_000, "SEK", "nl"), "-1,5 miljoen SEK"],
  ])("%s is %s", (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

describe("small readings", () => {
  it.each([
    ["Iris van der Bakker", "IB"],
    ["ada", "A"],
    ["", ""],
  ])("the initials of “%s” are “%s”", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it("orders by the query string, and never by a key that the list does not have", () => {
    const usual = { key: "code", descending: false };
    const read = (query: string) => sortingFrom(new URLSearchParams(query), ["code", "title"], usual);
    expect(read("sort=-title")).toEqual({ key: "title", descending: true });
    expect(read("sort=title")).toEqual({ key: "title", descending: false });
    expect(read("sort=password")).toEqual(usual);
    expect(read("")).toEqual(usual);
  });

  it("marks the entry of the side that the page lies under, the overview on its own page only", () => {
    const nav: NavEntry[] = [
      { group: "own", label: "work", href: "/work", icon: "work" },
      { group: "assessment", label: "overview", href: "/assessments/a", icon: "matrix" },
      { group: "fieldwork", label: "interviews", href: "/assessments/a/interviews", icon: "interview" },
    ];
    expect(currentHref(nav, "/assessments/a")).toBe("/assessments/a");
    expect(currentHref(nav, "/assessments/a/interviews/I5/fact-check")).toBe("/assessments/a/interviews");
    expect(currentHref(nav, "/assessments/a/interviewees")).toBeUndefined();
    expect(currentHref(nav, "/account")).toBeUndefined();
  });
});
