import Database from "better-sqlite3";
import { copyOfExamples, databaseIn } from "./folder";
import type { Client } from "./client";
import { quantile } from "./measure";
import type { Finding } from "./report";
import { serve, type Served } from "./server";

const pages = ["I1", "I2", "I3", "I5", "I6", "I7", "I8"].map((code) => `/assessments/sec-in-oda/interviews/${code}`);

/** A form of one question on the page of an interview, as the browser would send it. */
interface AnswerForm {
  page: string;
  fields: [string, string][];
  version: number;
}

const unescape = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const attribute = (tag: string, name: string) => {
  const found = new RegExp(` ${name}="([^"]*)"`, "u").exec(tag)?.[1];
  return found === undefined ? undefined : unescape(found);
};

/** The fields that a form would send; enough HTML for our own pages. */
function fieldsOf(form: string): [string, string][] {
  const inputs = [...form.matchAll(/<input[^>]*>/gu)].flatMap(([tag]): [string, string][] => {
    const [name, type] = [attribute(tag, "name"), attribute(tag, "type")];
    const off = (type === "radio" || type === "checkbox") && !/ checked(=|\s|\/|>)/u.test(tag);
    return name === undefined || off ? [] : [[name, attribute(tag, "value") ?? ""]];
  });
  const areas = [...form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/gu)].flatMap(([, tag = "", text = ""]): [string, string][] => {
    const name = attribute(tag, "name");
    return name === undefined ? [] : [[name, unescape(text.replace(/^\n/u, ""))]];
  });
  const selects = [...form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/gu)].flatMap(([, tag = "", options = ""]): [string, string][] => {
    const name = attribute(tag, "name");
    const chosen = /<option[^>]* selected[^>]*>/u.exec(options)?.[0] ?? /<option[^>]*>/u.exec(options)?.[0] ?? "";
    return name === undefined ? [] : [[name, attribute(chosen, "value") ?? ""]];
  });
  return [...inputs, ...areas, ...selects];
}

/** The forms of answers that were given, ready to be sent again. */
export async function answerForms(client: Client, page: string): Promise<AnswerForm[]> {
  const { status, body } = await client.get(page);
  if (status !== 200) throw new Error(`The page of the interview answers ${status}.`);
  const forms = [...body.toString("utf8").matchAll(/<form[\s\S]*?<\/form>/gu)].map(([form]) => fieldsOf(form));
  return forms.flatMap((fields) => {
    const of = new Map(fields);
    return of.get("intent") === "record" && Number(of.get("version")) > 0 && (of.get("record") ?? "") !== ""
      ? [{ page, fields, version: Number(of.get("version")) }]
      : [];
  });
}

/** Sends an answer with other words, as the page does while someone writes; gives the milliseconds. */
export async function saveOnce(client: Client, form: AnswerForm, words: string): Promise<number> {
  const fields = form.fields.map(([name, value]): [string, string] => [
    name,
    name === "version" ? String(form.version) : name === "record" ? words : value,
  ]);
  const answer = await client.post(`${form.page}.data`, fields, { "x-autosave": "1" });
  if (answer.status !== 200) throw new Error(`A save was answered with ${answer.status}: ${answer.body.toString("utf8").slice(0, 300)}`);
  form.version += 1;
  return answer.ms;
}

const saves = 100;

async function burst(client: Client, forms: readonly AnswerForm[], run: number): Promise<{ times: number[]; ms: number }> {
  const times: number[] = [];
  const begin = performance.now();
  const lane = async (form: AnswerForm) => {
    for (let save = 0; save < saves / forms.length; save += 1)
      times.push(await saveOnce(client, form, `Antwoord ${run}-${save}: kinderen met een beperking lopen meer risico.`));
  };
  await Promise.all(forms.map(lane));
  return { times, ms: performance.now() - begin };
}

async function measure(served: Served, client: Client, forms: readonly AnswerForm[]): Promise<Finding[]> {
  const runs: Awaited<ReturnType<typeof burst>>[] = [];
  await burst(client, forms, 0);
  const cpu = served.cpuMs();
  for (let run = 1; run <= 5; run += 1) runs.push(await burst(client, forms, run));
  const processor = (served.cpuMs() - cpu) / (5 * saves);
  const of = (part: number) => runs.map(({ times }) => quantile(times, part));
  const perSecond = Math.max(...runs.map(({ times, ms }) => (times.length / ms) * 1000));
  const note = `p50 ${Math.min(...of(0.5)).toFixed(1)} ms (median of runs ${quantile(of(0.5), 0.5).toFixed(1)}), p99 ${Math.min(...of(0.99)).toFixed(1)} ms (median ${quantile(of(0.99), 0.5).toFixed(1)}), server ${processor.toFixed(2)} ms of processor a save`;
  const goals = { must: null, aim: null };
  return [
    {
      bench: "autosave",
      subject: `saves of an answer over HTTP, ${forms.length} in flight, best of five`,
      anchor: null,
      value: perSecond,
      unit: "/s",
      better: "higher",
      ...goals,
      note,
    },
  ];
}

/** The interviews of the example were recorded; here they are still being written up. */
function openInterviews(folder: string): void {
  const database = new Database(databaseIn(folder));
  database.exec(`UPDATE "Interview" SET "state" = 'held' WHERE "state" = 'recorded'`);
  database.close();
}

/** How fast an answer of an interview is saved over HTTP, one and ten at a time. */
export async function autosave(): Promise<Finding[]> {
  const folder = copyOfExamples();
  openInterviews(folder);
  const served = await serve(folder);
  const client = served.client();
  try {
    await client.signIn("lead");
    const forms = (await Promise.all(pages.map((page) => answerForms(client, page)))).flat();
    const [first, ...others] = forms;
    if (!first || others.length < 9) throw new Error(`The interviews have ${forms.length} answers to save, and ten are needed.`);
    return [...(await measure(served, client, [first])), ...(await measure(served, client, forms.slice(0, 10)))];
  } finally {
    client.close();
    await served.stop();
  }
}
