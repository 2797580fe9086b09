import { messageValuesAt } from "~/domain/forms/answer-schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { postedAnswer } from "~/domain/forms/posted-answer";
import { type Posted, postedForm } from "~/domain/forms/posted-form";
import type { Answer } from "~/domain/protocol/fields";
import { line, mailAddress, optionalDay, optionalLine, versionRead } from "~/domain/shapes";

/** What is told, by the field that it is told at; of the form as a whole at "". */
function told(schema: z.ZodType<unknown, Posted>, fields: Posted): [string, string][] {
  const read = schema.safeParse(fields);
  return (read.error?.issues ?? []).map(({ path, message }) => [path.join("/"), message]);
}

describe("a sent form", () => {
  const form = postedForm(
    z.strictObject({
      name: line(10),
      email: mailAddress.optional(),
      side: z.enum(["for", "against"]).default("for"),
      level: z.coerce.number().min(1).max(5).optional(),
      note: z.string().min(3).max(5).optional(),
      on: optionalDay,
      kinds: z.array(z.enum(["a", "b"])),
    }),
  );

  it("is read with its lists, also where nothing of them was sent", () => {
    expect(form.parse([["name", " Eef "]])).toMatchObject({ name: "Eef", kinds: [] });
    expect(
      form.parse([
        ["name", "Eef"],
        ["kinds", "a"],
        ["kinds", "b"],
      ]),
    ).toMatchObject({ kinds: ["a", "b"] });
  });

  it.each<[string, Posted[number], string]>([
    ["a field that is empty", ["name", ""], "required"],
    ["a text that is too long", ["name", "x".repeat(11)], "too-long"],
    ["two lines where there is one", ["name", "a\nb"], "one-line"],
    ["a control character", ["name", "a\u0007"], "characters"],
    ["half a character", ["name", "a\ud83d"], "characters"],
    ["a mail address that is none", ["email", "eef@"], "email"],
    ["a choice that there is not", ["side", "beside"], "unknown"],
    ["no choice", ["side", ""], "choose"],
    ["a number that is too low", ["level", "0"], "too-low"],
    ["a number that is too high", ["level", "6"], "too-high"],
    ["a text that is too short", ["note", "ab"], "too-short"],
    ["a day that is none", ["on", "31-02-2022"], "date"],
  ])("is told of %s", (_what, field, message) => {
    const others: Posted = field[0] === "name" ? [] : [["name", "Eef"]];
    expect(told(form, [...others, field])[0]).toEqual([field[0], message]);
  });

  it("is told at the list of what is wrong in it", () => {
    expect(
      told(form, [
        ["name", "Eef"],
        ["kinds", "a"],
        ["kinds", "c"],
      ]),
    ).toEqual([["kinds", "unknown"]]);
  });

  it("is told as a whole of a field that it does not have, and at the field of one that was sent twice", () => {
    expect(
      told(form, [
        ["name", "Eef"],
        ["colour", "red"],
      ]),
    ).toEqual([["", "unknown-field"]]);
    expect(
      told(form, [
        ["name", "Eef"],
        ["name", "Bas"],
      ]),
    ).toEqual([["name", "more-than-once"]]);
  });

  it("is told of the first thing first, where a field has several", () => {
    expect(told(form, [["name", "\u0007".repeat(11)]]).map(([, message]) => message)).toEqual(["characters", "too-long"]);
  });

  it("is read by the act that it names", () => {
    const acts = postedForm(
      z.discriminatedUnion("intent", [
        z.strictObject({ intent: z.literal("add"), grounds: z.array(z.string()), text: line(5) }),
        z.strictObject({ intent: z.literal("archive"), version: versionRead }),
      ]),
    );
    expect(
      acts.parse([
        ["intent", "archive"],
        ["version", "3"],
      ]),
    ).toEqual({ intent: "archive", version: 3 });
    expect(
      acts.parse([
        ["intent", "add"],
        ["text", "x"],
      ]),
    ).toEqual({ intent: "add", grounds: [], text: "x" });
    expect(
      told(acts, [
        ["intent", "add"],
        ["text", ""],
      ]),
    ).toEqual([["text", "required"]]);
  });
});

describe("a sent answer", () => {
  const table: Answer = {
    kind: "table",
    columns: [
      { key: "year", label: { en: "Year" }, answer: { kind: "date", precision: "year" } },
      { key: "amount", label: { en: "Amount" }, answer: { kind: "money", currencies: ["EUR", "USD"], min: 0 } },
    ],
  };
  const reading = (answer: Answer | null) =>
    postedAnswer({
      stem: "v",
      answer,
      setting: { scales: [], language: "en", languages: ["en"] },
      form: (names) =>
        z.strictObject({ ...Object.fromEntries(names.map((name) => [name, z.array(z.string().max(9))])), note: optionalLine(5) }),
      without: (fields) => fields.some(([name]) => name === "without"),
    });
  const number = reading({ kind: "number", min: 0, max: 10, decimals: 0 });

  it("gives its value, also where that is nought, and the other fields", () => {
    expect(
      number.parse([
        ["v", "0"],
        ["note", "so"],
      ]),
    ).toEqual({ form: { v: ["0"], note: "so" }, value: 0 });
    expect(number.parse([["v", ""]])).toMatchObject({ value: null });
    expect(reading(null).parse([["note", "so"]])).toMatchObject({ value: null });
  });

  it("is told of its value in the words for answers, beside what is told of the form", () => {
    expect(told(number, [["v", "many"]])).toEqual([["v", "fields.notANumber"]]);
    expect(
      told(number, [
        ["v", "11"],
        ["note", "far too long"],
      ]),
    ).toEqual([
      ["v", "fields.numberTooBig"],
      ["note", "too-long"],
    ]);
  });

  it("is told at the piece that is wrong", () => {
    expect(
      told(reading(table), [
        ["v.0.year", "someday"],
        ["v.0.amount.amount", "-1"],
        ["v.0.amount.currency", "EUR"],
      ]),
    ).toEqual([
      ["v.0.year", "fields.notADate"],
      ["v.0.amount.amount", "fields.numberTooSmall"],
    ]);
  });

  it("is told with the limits of the column that is wrong", () => {
    expect(messageValuesAt("v", table, "v.0.amount.amount")).toMatchObject({ min: 0, decimals: 2 });
    expect(messageValuesAt("v", table, "v.0.year")).toMatchObject({ precision: "year" });
    expect(messageValuesAt("v", table, "v")).toEqual({ atMost: 200 });
    expect(messageValuesAt("v", { kind: "number", min: 3 }, "v")).toMatchObject({ min: 3 });
  });
});
