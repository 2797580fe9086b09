import { z } from "zod";
import { Answer, CellAnswer, Condition, Field } from "~/domain/protocol/fields";
import { GuideQuestion } from "~/domain/protocol/guide";
import { answerPlaces, type Place, placesOf, soundPlaces } from "~/domain/protocol/places";
import type { Finding, ProblemCode } from "~/domain/protocol/problem";
import { extraValuesOf, levelsOf, Scale } from "~/domain/protocol/scales";

type Problem = Finding<ProblemCode>;

/** Limits the wrong way round in the answers of fields, cells and guide questions. */
export function answerProblems(root: unknown): Problem[] {
  return soundPlaces(root, z.union([Answer, CellAnswer]), answerPlaces).flatMap(({ path, value }): Problem[] => {
    const [low, high] = limitsOf(value);
    if (low === undefined || high === undefined || low.value <= high.value) return [];
    return [{ code: "min-above-max", path: [...path, low.key], details: { min: low.value, max: high.value } }];
  });
}

type Limit = { key: string; value: number | string } | undefined;

function limitsOf(answer: Answer): [Limit, Limit] {
  const limit = (key: string, value: number | string | undefined): Limit => (value === undefined ? undefined : { key, value });
  switch (answer.kind) {
    case "number":
    case "money":
      return [limit("min", answer.min), limit("max", answer.max)];
    case "date":
      return [limit("earliest", answer.earliest), limit("latest", answer.latest)];
    case "multiple-choice":
      return [limit("atLeast", answer.atLeast), limit("atMost", answer.atMost ?? answer.choices.length)];
    default:
      return [undefined, undefined];
  }
}

/** Conditions that name nothing to look at, test nothing, or test for what can't be answered there. */
export function conditionProblems(root: unknown): Problem[] {
  const scales = soundPlaces(root, Scale, ["scales.*"]).map(({ value }) => value);
  const guide = placesOf(root, "guide.blocks.*.questions.*");
  const inGuide = guide.flatMap((place) => conditionsOf(place, "question").flatMap((each) => guideCondition(each, guide, scales)));
  const forms = [...placesOf(root, "questions.*.fields"), ...placesOf(root, "actorFacts")];
  return [...inGuide, ...forms.flatMap((form) => formConditions(form, scales))];
}

type Conditioned = Place<Condition> & { subject: "question" | "field" };

function conditionsOf({ path, value }: Place, subject: "question" | "field"): Conditioned[] {
  return soundPlaces(value, Condition, ["onlyIf"]).map((place) => ({ path: [...path, ...place.path], value: place.value, subject }));
}

function formConditions({ path, value }: Place, scales: readonly Scale[]): Problem[] {
  const fields = placesOf(value, "*").map((place) => ({ ...place, path: [...path, ...place.path] }));
  return fields.flatMap((place) =>
    conditionsOf(place, "field").flatMap((condition) => {
      const known = fields.flatMap((each) => soundPlaces(each.value, Field.shape.key, ["key"]).map((key) => key.value));
      const problems = subjectProblems(condition);
      if (problems.length > 0) return problems;
      const wanted = condition.value.field ?? "";
      if (!known.includes(wanted)) return [unknownField(condition, wanted)];
      const field = fields.map((each) => Field.safeParse(each.value).data).find((each) => each?.key === wanted);
      return valueProblems(condition, field?.answer, scales);
    }),
  );
}

function unknownField({ path }: Conditioned, value: string): Problem {
  return { code: "unknown-reference", path: [...path, "field"], details: { kind: "field", value, hint: "no", suggestion: "" } };
}

function guideCondition(condition: Conditioned, guide: readonly Place[], scales: readonly Scale[]): Problem[] {
  const problems = subjectProblems(condition);
  if (problems.length > 0) return problems;
  const asked = guide.map(({ value }) => GuideQuestion.safeParse(value).data).find((each) => each?.id === condition.value.question);
  if (!asked) return [];
  const parts = asked.parts ?? [];
  const part = parts.find((each) => each.key === condition.value.part);
  if ((parts.length > 0 || condition.value.part !== undefined) && !part) {
    return [
      {
        code: "condition-part-missing",
        path: condition.path,
        details: { question: asked.id, parts: parts.map((each) => each.key).join(", "), count: parts.length },
      },
    ];
  }
  return valueProblems(condition, part?.answer ?? asked.answer, scales);
}

function subjectProblems({ path, value, subject }: Conditioned): Problem[] {
  const other = subject === "question" ? value.field : (value.question ?? value.part);
  if (value[subject] === undefined || other !== undefined) return [{ code: "condition-without-subject", path, details: { subject } }];
  const tests = [value.answered, value.is, value.isNot, value.isAnyOf, value.atLeast, value.atMost];
  return tests.some((test) => test !== undefined) ? [] : [{ code: "condition-without-test", path, details: {} }];
}

function valueProblems({ path, value }: Conditioned, answer: Answer | undefined, scales: readonly Scale[]): Problem[] {
  const known = answer && possibleValues(answer, scales);
  if (!known) return [];
  const tested = [
    ...(value.is === undefined ? [] : [{ at: ["is"], value: value.is }]),
    ...(value.isNot === undefined ? [] : [{ at: ["isNot"], value: value.isNot }]),
    ...(value.isAnyOf ?? []).map((each, index) => ({ at: ["isAnyOf", index], value: each })),
  ];
  return tested
    .filter((test) => !known.includes(test.value))
    .map((test) => ({
      code: "condition-value",
      path: [...path, ...test.at],
      details: { value: String(test.value), options: known.join(", ") },
    }));
}

/** The values that an answer can have, where they can be listed. */
function possibleValues(answer: Answer, scales: readonly Scale[]): (string | number | boolean)[] | undefined {
  if (answer.kind === "yes-no-unknown") return ["yes", "no", "unknown"];
  if (answer.kind === "single-choice" || answer.kind === "multiple-choice") return answer.choices.map((choice) => choice.key);
  const scale = answer.kind === "scale" ? scales.find((each) => each.id === answer.scale) : undefined;
  if (!scale || scale.kind === "numeric") return undefined;
  return [...levelsOf(scale), ...extraValuesOf(scale)].map((level) => level.key);
}
