import { Criterion } from "~/domain/protocol/criteria";
import { placesOf, soundPlaces, valueAt } from "~/domain/protocol/places";
import type { Finding, Path, ProblemCode } from "~/domain/protocol/problem";
import { levelsOf, type NumericScale, Scale } from "~/domain/protocol/scales";
import type { z } from "zod";

type Problem = Finding<ProblemCode>;

/** What is wrong within scales: levels without anchors, limits the wrong way round, steps that don't fit, components without levels. */
export function scaleProblems(root: unknown): Problem[] {
  return soundPlaces(root, Scale, ["scales.*"]).flatMap(({ path, value }) => [
    ...anchorProblems(path, value),
    ...detailProblems(path, value),
  ]);
}

function anchorProblems(path: Path, scale: Scale): Problem[] {
  if (scale.kind === "numeric") {
    if ((scale.anchors ?? []).length >= 2) return [];
    return [{ code: "scale-without-anchors", path, details: { kind: "numeric", levels: "" } }];
  }
  const bare = levelsOf(scale)
    .filter((level) => level.anchor === null)
    .map((level) => level.key);
  return bare.length === 0 ? [] : [{ code: "scale-without-anchors", path, details: { kind: "levels", levels: bare.join(", ") } }];
}

function detailProblems(path: Path, scale: Scale): Problem[] {
  if (scale.kind === "numeric") return numericProblems(path, scale);
  if (scale.kind !== "ordinal" || (scale.components === undefined) === (scale.componentLevels === undefined)) return [];
  const missing = scale.components ? "componentLevels" : "components";
  return [{ code: "components-incomplete", path, details: { missing } }];
}

function numericProblems(path: Path, scale: z.infer<typeof NumericScale>): Problem[] {
  const { min, max, step } = scale;
  if (min >= max) return [{ code: "min-above-max", path: [...path, "min"], details: { min, max } }];
  const steps = (max - min) / step;
  const unfit: Problem[] =
    Math.abs(steps - Math.round(steps)) < 1e-9 ? [] : [{ code: "step-does-not-fit", path: [...path, "step"], details: { min, max, step } }];
  const outside = (scale.anchors ?? []).flatMap(({ at }, index): Problem[] =>
    at < min || at > max ? [{ code: "anchor-out-of-range", path: [...path, "anchors", index, "at"], details: { at, min, max } }] : [],
  );
  return [...unfit, ...outside];
}

/** The scale with this id, if it is sound. */
function soundScale(root: unknown, id: unknown): Scale | undefined {
  return soundPlaces(root, Scale, ["scales.*"]).find(({ value }) => value.id === id)?.value;
}

/** Uses of a scale that it can't bear: weights where nothing may be counted, confidence without order or without components. */
export function scaleUseProblems(root: unknown): Problem[] {
  const weighted = soundPlaces(root, Criterion, ["criteria.*"]).flatMap(({ path, value }): Problem[] => {
    const kind = soundScale(root, value.scale)?.kind;
    if (!value.weight || kind === undefined || kind === "ordinal" || kind === "numeric") return [];
    return [{ code: "weight-on-classes", path: [...path, "weight"], details: { scale: value.scale } }];
  });
  return [...weighted, ...confidenceProblems(root)];
}

function confidenceProblems(root: unknown): Problem[] {
  return placesOf(root, "rules.confidence").flatMap(({ path, value }): Problem[] => {
    const id = valueAt(value, ["scale"]);
    const scale = soundScale(root, id);
    if (!scale) return [];
    if (scale.kind !== "ordinal") return [{ code: "confidence-not-ordinal", path: [...path, "scale"], details: { scale: scale.id } }];
    const asked = valueAt(value, ["components"]) === true;
    if (!asked || scale.components) return [];
    return [{ code: "confidence-without-components", path: [...path, "components"], details: { scale: scale.id } }];
  });
}
