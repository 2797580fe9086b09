import { Writable } from "node:stream";
import { createElement, type ReactNode } from "react";
import { copyOfExamples } from "./folder";
import type { Client } from "./client";
import { quantile, type Run, alternate, besides } from "./measure";
import type { Finding } from "./report";
import { serve, type Served } from "./server";
import { widen } from "./wide";
import { widenInterviews } from "./wide-interviews";

const slug = "sec-in-oda";
const pages = 30;

/** The tables that are measured: the goal names one of 40 × 30; the overview of the example is far smaller, so that the frame around it weighs more. */
const tables = [
  { name: "ratings", path: `/assessments/${slug}/actors`, look: "heat", must: 3.5, aim: 2.5 },
  { name: "overview", path: `/assessments/${slug}`, look: "matrix", must: null, aim: null },
] as const;

/** Questions × interviews, by a study of the size that its goal names. */
const answers = { name: "answers", path: `/assessments/${slug}/interviews/matrix`, look: "cmp", must: 3.5, aim: 2.5 } as const;
type Table = (typeof tables)[number] | typeof answers;

const names: Record<string, string> = { class: "className", colspan: "colSpan", rowspan: "rowSpan", tabindex: "tabIndex", for: "htmlFor" };
const camel = (name: string) =>
  names[name] ?? (/^(aria|data)-/u.test(name) ? name : name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase()));
const plain = (text: string) =>
  text.replaceAll("&amp;", "&").replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">");

/** The elements of a piece of our own HTML, made anew at each call as a component makes them. */
export function elementsOf(html: string): () => ReactNode {
  const tokens = [...html.matchAll(/<!--[\s\S]*?-->|<(\/?)([\w-]+)((?: [\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gu)];
  interface Open {
    tag: string;
    props: Record<string, string | Record<string, string>>;
    children: (Open | string)[];
  }
  const root: Open = { tag: "", props: {}, children: [] };
  const open = [root];
  for (const [, closing, tag, attributes = "", self, text] of tokens) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(plain(text));
    else if (closing === "/") open.pop();
    else if (tag !== undefined) {
      const found = [...attributes.matchAll(/ ([\w:-]+)(?:="([^"]*)")?/gu)].map(([, name = "", value = ""]) => [
        camel(name),
        name === "style" ? declarationsOf(plain(value)) : plain(value),
      ]);
      const element: Open = { tag, props: Object.fromEntries(found) as Open["props"], children: [] };
      parent.children.push(element);
      if (self !== "/") open.push(element);
    }
  }
  const build = (node: Open | string, key: number): ReactNode =>
    typeof node === "string" ? node : createElement(node.tag, { ...node.props, key }, ...node.children.map(build));
  return () => root.children.map(build);
}

/** The declarations of a style as React takes them: own properties by their names, others in camel case. */
function declarationsOf(style: string): Record<string, string> {
  const declared = style.split(";").flatMap((one) => {
    const [name = "", ...value] = one.split(":");
    const named = name.trim().startsWith("--")
      ? name.trim()
      : name.trim().replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
    return named === "" ? [] : [[named, value.join(":").trim()] as const];
  });
  return Object.fromEntries(declared);
}

/** A page asked for a number of times. */
export async function pageRun(served: Served, client: Client, path: string): Promise<Run> {
  const times: number[] = [];
  const cpu = served.cpuMs();
  for (let index = 0; index < pages; index += 1) times.push((await client.get(path)).ms);
  return { ms: quantile(times, 0.5), cpuMs: (served.cpuMs() - cpu) / pages };
}

/** React making these elements and nothing else, as often. */
export async function bareRun(make: () => ReactNode): Promise<Run> {
  const { renderToPipeableStream } = await import("react-dom/server");
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let index = 0; index < pages; index += 1) {
    const begin = performance.now();
    await new Promise<void>((resolve, reject) => {
      const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
      sink.on("finish", resolve);
      const { pipe } = renderToPipeableStream(make(), { onAllReady: () => pipe(sink), onError: reject });
    });
    times.push(performance.now() - begin);
  }
  const used = process.cpuUsage(cpu);
  return { ms: quantile(times, 0.5), cpuMs: (used.user + used.system) / 1000 / pages };
}

/** The pages with a matrix, each against React making nothing but its table. */
export function matrix(): AsyncGenerator<Finding> {
  return measured("matrix", tables, widen);
}

/** The matrix of all answers likewise, with 60 interviews × 40 questions. */
export function interviewMatrix(): AsyncGenerator<Finding> {
  return measured("interview-matrix", [answers], widenInterviews);
}

async function* measured(
  bench: string,
  measuredTables: readonly Table[],
  make: (folder: string, study: string) => void,
): AsyncGenerator<Finding> {
  // React's other build is several times slower, which would flatter the page.
  process.env["NODE_ENV"] = "production";
  const folder = copyOfExamples();
  make(folder, slug);
  const served = await serve(folder);
  const client = served.client();
  try {
    await client.signIn("lead");
    for (const table of measuredTables) yield* findingsOf(bench, table, served, client);
  } finally {
    client.close();
    await served.stop();
  }
}

async function* findingsOf(bench: string, { name, path, look, must, aim }: Table, served: Served, client: Client): AsyncGenerator<Finding> {
  const { status, body } = await client.get(path);
  const table = new RegExp(`<table class="${look}">[\\s\\S]*?</table>`, "u").exec(body.toString("utf8"))?.[0];
  if (status !== 200 || table === undefined) throw new Error(`${path} has no matrix (${status}).`);
  const make = elementsOf(table);
  const sides = await alternate(
    () => pageRun(served, client, path),
    () => bareRun(make),
  );
  const cells = table.split("<td").length - 1;
  const zipped = (await client.get(path, { "accept-encoding": "gzip" })).body.length / 1000;
  const common = { bench, better: "lower" } as const;
  // The goal is for 1,200 cells; a smaller table may weigh as much.
  const share = Math.max(1, cells / 1200);
  yield {
    ...common,
    subject: `page of the ${name}, p50 at the server`,
    anchor: "bare renderToPipeableStream of its table",
    value: sides.subject.best / sides.anchor.best,
    unit: "×",
    must,
    aim,
    note: `${cells} cells; ${besides(sides)}`,
  };
  yield {
    ...common,
    subject: `page of the ${name}, gzip`,
    anchor: null,
    value: zipped,
    unit: "kB",
    must: 40 * share,
    aim: 30 * share,
    note: `${(body.length / 1000).toFixed(0)} kB before`,
  };
}
