import { isMapping, type Place, placesOf, valueAt } from "~/domain/protocol/places";
import type { Finding, Path, ProblemCode } from "~/domain/protocol/problem";

type Arrow = { from: string; to: string; path: Path };

/** Trees that bite their own tail, questions that depend on themselves, conditions that wait for each other; each circle once. */
export function cycleProblems(root: unknown): Finding<ProblemCode>[] {
  const trees = ["questions.*", "outline.*", "frameworks.*.nodes.*", "codebook.*"].map((pattern) =>
    arrows(placesOf(root, pattern), ["parent"]),
  );
  const others = [
    arrows(placesOf(root, "questions.*"), ["dependsOn"]),
    arrows(placesOf(root, "outline.*"), ["translationOf"]),
    arrows(placesOf(root, "guide.blocks.*.questions.*"), ["onlyIf", "question"]),
  ];
  const forms = [...placesOf(root, "questions.*.fields"), { path: ["actorFacts"], value: valueAt(root, ["actorFacts"]) }];
  return [...trees, ...others, ...forms.map(fieldArrows)].flatMap(circles);
}

function fieldArrows({ path, value }: Place): Arrow[] {
  const fields = Array.isArray(value) ? value.map((each: unknown, at) => ({ path: [...path, at], value: each })) : [];
  return arrows(fields, ["onlyIf", "field"], "key");
}

function arrows(places: readonly Place[], step: readonly string[], name = "id"): Arrow[] {
  return places.flatMap(({ path, value }) => {
    const from = isMapping(value) ? value[name] : undefined;
    if (typeof from !== "string") return [];
    const target = valueAt(value, step);
    if (typeof target === "string") return [{ from, to: target, path: [...path, ...step] }];
    if (!Array.isArray(target)) return [];
    return target.flatMap((to: unknown, at) => (typeof to === "string" ? [{ from, to, path: [...path, ...step, at] }] : []));
  });
}

function circles(all: Arrow[]): Finding<ProblemCode>[] {
  const byStart = new Map<string, Arrow[]>();
  for (const arrow of all) byStart.set(arrow.from, [...(byStart.get(arrow.from) ?? []), arrow]);
  const done = new Set<string>();
  const found: Finding<ProblemCode>[] = [];
  for (const start of byStart.keys()) found.push(...walk(start, byStart, done));
  return found;
}

/** Depth first without recursion: a chain of parents may be as long as the file. */
function walk(start: string, byStart: ReadonlyMap<string, Arrow[]>, done: Set<string>): Finding<ProblemCode>[] {
  const found: Finding<ProblemCode>[] = [];
  const trail: { name: string; next: number }[] = done.has(start) ? [] : [{ name: start, next: 0 }];
  const onTrail = new Set(trail.map(({ name }) => name));
  for (let top = trail.at(-1); top; top = trail.at(-1)) {
    const arrow = byStart.get(top.name)?.[top.next];
    top.next += 1;
    if (!arrow) {
      done.add(top.name);
      onTrail.delete(top.name);
      trail.pop();
    } else if (onTrail.has(arrow.to)) {
      const circle = trail.slice(trail.findIndex(({ name }) => name === arrow.to)).map(({ name }) => name);
      found.push({ code: "cycle", path: arrow.path, details: { circle: [...circle, arrow.to].join(" → ") } });
    } else if (!done.has(arrow.to)) {
      onTrail.add(arrow.to);
      trail.push({ name: arrow.to, next: 0 });
    }
  }
  return found;
}
