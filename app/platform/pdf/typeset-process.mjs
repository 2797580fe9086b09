// Sets one document and ends: started by typeset.server.ts, in plain Node, so that whatever the typesetter takes of memory is given back.
// It gets its order as one line and ends at once when whoever started it is gone, whatever it is doing: its standard input closes then.
import { readFileSync, readSync, writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const { workspace, main, fonts, order, standard } = JSON.parse(readLine());
endWithStarter();
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }] });
const done = compiler.compile({ mainFilePath: main, inputs: { order } });
const told = (problem) => (problem ? compiler.fetchDiagnostics(problem).map((each) => each.message) : []);
const warnings = told(done.takeWarnings());
const problems = [...told(done.takeError()), ...warnings.filter((message) => message.includes("font"))];
if (!done.result || problems.length > 0) fail(problems.join("; "));
try {
  write(1, compiler.pdf(done.result, { pdfStandard: standard }));
} catch (error) {
  fail(error.message);
}

function fail(message) {
  write(2, Buffer.from(message));
  process.exit(1);
}

/** The one line of the standard input, which stays open behind it. */
function readLine() {
  const parts = [];
  for (;;) {
    const part = Buffer.alloc(65536);
    const length = readSync(0, part);
    if (length === 0) process.exit(1);
    parts.push(part.subarray(0, length));
    if (part[length - 1] === 0x0a) return Buffer.concat(parts).toString("utf8");
  }
}

/** Setting holds this thread up until it is done, so that another one looks; it keeps nothing alive. */
function endWithStarter() {
  const watch = `new (require("node:net").Socket)({ fd: 0 }).on("close", () => process.kill(process.pid, "SIGKILL")).on("error", () => undefined).resume();`;
  new Worker(watch, { eval: true }).unref();
}

/** Everything, however often the pipe is full. */
function write(to, bytes) {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(to, bytes, at);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}
