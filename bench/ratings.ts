import { monitorEventLoopDelay } from "node:perf_hooks";
import type { ReactNode } from "react";
import { usualDrawing } from "~/domain/agreement/order";
import { readAgreements } from "~/platform/agreement.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { closeDatabase, db, openDatabase, operate } from "~/platform/db.server";
import { listRounds } from "~/platform/judgements.server";
import { copyOfExamples, databaseIn } from "./folder";
import { bareRun, elementsOf, pageRun } from "./matrix";
import { alternate, besides, quantile, repeat, time } from "./measure";
import type { Finding } from "./report";
import { serve } from "./server";
import { comparedAcross, type Size } from "./sizes";
import { rated, ratedRound, widenRatings } from "./wide-ratings";

const slug = "sec-in-oda";
const base = `/assessments/${slug}`;
const heatmap = `${base}/actors`;

/** The pages beside the heatmap: what they show doesn't grow with the actors that were rated. */
const others = {
  "my work": "/work",
  overview: base,
  rounds: `${base}/actors/rounds`,
  "agreement of a round": `${base}/actors/rounds/${ratedRound}/agreement`,
  "an actor": `${base}/actors/O1`,
  "the ratings of an actor": `${base}/actors?cell=O1:K1`,
  interviews: `${base}/interviews`,
  statements: `${base}/statements`,
  "a statement": `${base}/statements/F1`,
  "the trail": `${base}/trail`,
};
/** Of these what is shown grows with the actors too: they are compared per row. */
const whole: readonly string[] = ["the ratings of an actor"];

/** Ratings as large as their goal: the heatmap, agreement, and how pages grow with the actors. */
export async function* ratings(): AsyncGenerator<Finding> {
  process.env["NODE_ENV"] = "production"; // React's other build is several times slower, which would flatter the page
  yield* heatmapFindings();
  yield* await agreementFindings();
  yield* growthFindings();
}

/** What the page shows as a table and as pictures, made by React alone. */
function shownIn(html: string): { make: () => ReactNode; cells: number; pictures: number } {
  const table = /<table class="heat">[\s\S]*?<\/table>/u.exec(html)?.[0];
  if (table === undefined) throw new Error("The page of the actors has no heatmap.");
  const pictures = [...html.matchAll(/<svg class="picture"[\s\S]*?<\/svg>/gu)].map(([svg]) => svg);
  const makers = [table, ...pictures].map(elementsOf);
  return { make: () => makers.map((make) => make()), cells: table.split("<td").length - 1, pictures: pictures.length };
}

async function* heatmapFindings(): AsyncGenerator<Finding> {
  const folder = copyOfExamples();
  widenRatings(folder, slug);
  const served = await serve(folder);
  const client = served.client();
  try {
    await client.signIn("lead");
    const { status, body } = await client.get(heatmap);
    if (status !== 200) throw new Error(`${heatmap} answers ${status}.`);
    const { make, cells, pictures } = shownIn(body.toString("utf8"));
    const sides = await alternate(
      () => pageRun(served, client, heatmap),
      () => bareRun(make),
    );
    yield {
      ...{ bench: "ratings", better: "lower", unit: "×", must: 3.5, aim: 2.5 },
      subject: `heatmap of ${rated.actors} actors × ${rated.criteria} criteria by ${rated.raters} raters, p50 at the server`,
      anchor: "bare renderToPipeableStream of its table and pictures",
      value: sides.subject.best / sides.anchor.best,
      note: `${cells} cells, ${pictures} pictures; ${besides(sides)}`,
    };
  } finally {
    client.close();
    await served.stop();
  }
}

/** Agreement of all criteria, none of it computed before, as the program computes it: in its thread. */
async function agreementFindings(): Promise<Finding[]> {
  const folder = copyOfExamples();
  widenRatings(folder, slug);
  await openDatabase(`file:${databaseIn(folder)}`);
  try {
    const assessmentId = (await findAssessmentRowIfAny(db, slug))?.id ?? "";
    const rounds = await listRounds(db, "", { assessmentId, number: ratedRound });
    const read = () => readAgreements(db, assessmentId, rounds);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const blocks: number[] = [];
    const anew = async () => {
      await operate((tx) => tx.computation.deleteMany());
      delay.reset();
      delay.enable();
      const run = await time(1, read);
      delay.disable();
      blocks.push(delay.max / 1e6);
      return run;
    };
    await anew(); // loads the program into the thread
    blocks.length = 0;
    const computing = await repeat(anew);
    await operate(() => Promise.resolve());
    const kept = await repeat(() => time(5, read));
    const common = { bench: "ratings", anchor: null, better: "lower", unit: "ms" } as const;
    const what = `agreement of ${rated.criteria} criteria, ${rated.actors * rated.criteria * rated.raters} ratings, ${usualDrawing.samples} samples each`;
    return [
      {
        ...common,
        subject: what,
        value: computing.best,
        must: null,
        aim: null,
        note: `median ${computing.median.toFixed(0)} ms; kept before ${kept.best.toFixed(0)} ms`,
      },
      {
        ...common,
        subject: "longest block of the event loop meanwhile, worst run",
        value: Math.max(...blocks),
        must: 50,
        aim: 25,
        note: `median of runs ${quantile(blocks, 0.5).toFixed(0)} ms`,
      },
    ];
  } finally {
    await closeDatabase();
  }
}

async function* growthFindings(): AsyncGenerator<Finding> {
  const sizes: Size[] = [];
  try {
    for (const times of [1, 10]) sizes.push(await open(times));
    yield* comparedAcross(sizes, { bench: "ratings", name: "heatmap", path: heatmap, perRow: true });
    for (const [name, path] of Object.entries(others))
      yield* comparedAcross(sizes, { bench: "ratings", name, path, perRow: whole.includes(name) });
  } finally {
    for (const { client, served } of sizes) {
      client.close();
      await served.stop();
    }
  }
}

/** The program on so many times the actors of the goal, all rated. */
async function open(times: number): Promise<Size> {
  const folder = copyOfExamples();
  widenRatings(folder, slug, rated.actors * times);
  const served = await serve(folder);
  const client = served.client();
  await client.signIn("lead");
  return { times, served, client };
}
