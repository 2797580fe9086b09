import type { Picture, Shape } from "~/domain/document/picture";
import { widthOfWords } from "~/domain/document/picture-drawing";
import type { Drawn } from "~/domain/pictures/drawn";
import type { PictureWords } from "~/domain/pictures/words";
import { compareCodes } from "~/domain/evidence/codes";
import { type RelationKind, relationKinds } from "./relation";

/** An actor in the picture of relations. */
export interface NetworkActor {
  code: string;
  name: string;
}

/** A relation in the picture: codes of both actors, with whether its source is missing. */
export interface NetworkRelation {
  from: string;
  to: string;
  kind: RelationKind;
  countries: number;
  unsourced: boolean;
}

/** What the picture of relations shows. */
export interface ShownNetwork {
  actors: readonly NetworkActor[];
  relations: readonly NetworkRelation[];
}

/** Relations of one kind that share an actor: they are drawn as one line with a branch to each of the others. */
interface Bus {
  kind: RelationKind;
  hub: string;
  others: string[];
}

const row = 22;
const lane = 20;
const left = 8;

/** The lines of the picture: relations of one kind to the same actor together. Working together is told of the actor that more of it shares. */
export function busesOf(relations: readonly NetworkRelation[]): Bus[] {
  const ends = relations.filter(({ kind }) => kind === "works-with").flatMap(({ from, to }) => [from, to]);
  const shared = (code: string) => ends.filter((one) => one === code).length;
  const buses = new Map<string, Bus>();
  for (const { from, to, kind } of relations) {
    const turned = kind === "works-with" && shared(from) >= shared(to);
    const [hub, other] = turned ? [from, to] : [to, from];
    const bus = buses.get(`${kind} ${hub}`) ?? { kind, hub, others: [] };
    bus.others.push(other);
    buses.set(`${kind} ${hub}`, bus);
  }
  return [...buses.values()].toSorted(
    (one, two) => compareCodes(one.hub, two.hub) || relationKinds.indexOf(one.kind) - relationKinds.indexOf(two.kind),
  );
}

/** The actors in the order of the picture: each hub with those that are joined to it below it, so that lines stay short. */
function inRows({ actors }: ShownNetwork, buses: readonly Bus[]): NetworkActor[] {
  const order = new Set(buses.flatMap(({ hub, others }) => [hub, ...others.toSorted(compareCodes)]));
  const byCode = new Map(actors.map((actor) => [actor.code, actor]));
  return [...order].flatMap((code) => byCode.get(code) ?? []);
}

/** The lines that lie beside each other: each gets the first lane in which nothing of it meets another. */
function lanesOf(buses: readonly Bus[], rowOf: ReadonlyMap<string, number>): number[] {
  const ends: number[][] = [];
  return buses.map(({ hub, others }) => {
    const rows = [hub, ...others].map((code) => rowOf.get(code) ?? 0);
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    const free = ends.findIndex((taken) => !taken.some((one, at) => at % 2 === 0 && top <= (taken[at + 1] ?? 0) && bottom >= one));
    const at = free < 0 ? ends.length : free;
    (ends[at] ??= []).push(top, bottom);
    return at;
  });
}

/** How far beside the middle of a row each kind of line meets it, so that two kinds do not lie over each other. */
const beside = { funds: -4, "works-with": 0, "member-of": 4 } as const;

const forms = { funds: "triangle", "member-of": "diamond", "works-with": "ring" } as const;

/**
 * Who relates to whom: names below each other, and before them a line for each actor with what is joined to it. A whole line is money, a broken
 * one membership, a thin one working together; the mark stands at the actor that is funded, has the members, or works with the others.
 */
export function drawNetwork(shown: ShownNetwork, words: PictureWords): Drawn {
  const buses = busesOf(shown.relations);
  const rows = inRows(shown, buses);
  const rowOf = new Map(rows.map(({ code }, at) => [code, at]));
  const lanes = lanesOf(buses, rowOf);
  const names = rows.map(({ code, name }) => `${code} ${name}`);
  const said = legend(words);
  const from = left + 20 + Math.max(1, ...lanes.map((one) => one + 1)) * lane;
  const head = relationKinds.length * row + 12;
  const middle = (code: string) => head + (rowOf.get(code) ?? 0) * row + row / 2;
  const shapes: Shape[] = [
    ...said,
    ...names.map((text, at): Shape => ({ kind: "text", x: from + 8, y: head + at * row + row / 2 + 4, text })),
    ...buses.flatMap((bus, at) => busShapes(bus, from, from - 14 - (lanes[at] ?? 0) * lane, middle)),
  ];
  const ends = shapes.flatMap((shape) => (shape.kind === "text" ? [shape.x + widthOfWords(shape.text)] : []));
  const picture: Picture = {
    title: words.say("pictures.network.title"),
    description: words.say("pictures.network.description", { actors: rows.length, relations: shown.relations.length }),
    width: Math.ceil(Math.max(0, ...ends)) + left,
    height: head + rows.length * row + 8,
    shapes,
  };
  return { picture, table: networkTable(shown, words) };
}

/** One line with its branches, and the mark where the actor that they share joins it; a dot where another does, so that what merely crosses is told apart. */
function busShapes({ kind, hub, others }: Bus, from: number, x: number, middle: (code: string) => number): Shape[] {
  const look = kind === "funds" ? { heavy: true as const } : kind === "member-of" ? { dashed: true as const } : {};
  const stroke = kind === "works-with" ? "soft" : "ink";
  const at = (code: string) => middle(code) + beside[kind];
  const ys = [hub, ...others].map(at);
  const line = (points: { x: number; y: number }[]): Shape => ({ kind: "line", points, stroke, ...look });
  return [
    line([
      { x, y: Math.min(...ys) },
      { x, y: Math.max(...ys) },
    ]),
    ...[hub, ...others].map((code) =>
      line([
        { x: from, y: at(code) },
        { x, y: at(code) },
      ]),
    ),
    ...others.map((code): Shape => ({ kind: "mark", x, y: at(code), size: 7, form: "disc", stroke: "ink" })),
    { kind: "mark", x, y: at(hub), size: 12, form: forms[kind], stroke: "ink" },
  ];
}

/** What each kind of line is, above the picture. */
function legend({ say }: PictureWords): Shape[] {
  return relationKinds.flatMap((kind, at): Shape[] => {
    const y = at * row + row / 2 + 2;
    const look = kind === "funds" ? { heavy: true as const } : kind === "member-of" ? { dashed: true as const } : {};
    return [
      {
        ...{ kind: "line", stroke: kind === "works-with" ? "soft" : "ink", ...look },
        points: [
          { x: left, y },
          { x: left + 44, y },
        ],
      },
      { kind: "mark", x: left + 44, y, size: 11, form: forms[kind], stroke: "ink" },
      { kind: "text", x: left + 60, y: y + 4, text: say(`pictures.network.kinds.${kind}`), soft: true },
    ];
  });
}

function networkTable({ actors, relations }: ShownNetwork, { say, number }: PictureWords): Drawn["table"] {
  const names = new Map(actors.map(({ code, name }) => [code, `${code} ${name}`]));
  return {
    columns: [
      { label: say("pictures.network.columns.from") },
      { label: say("pictures.network.columns.kind") },
      { label: say("pictures.network.columns.to") },
      { label: say("pictures.network.columns.countries"), numeric: true },
      { label: say("pictures.network.columns.source") },
    ],
    rows: relations.map(({ from, to, kind, countries, unsourced }) => [
      names.get(from) ?? from,
      say(`pictures.network.relations.${kind}`),
      names.get(to) ?? to,
      number(countries),
      unsourced ? say("pictures.network.unsourced") : "",
    ]),
  };
}
