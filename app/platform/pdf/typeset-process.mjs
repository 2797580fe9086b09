// Sets one document and ends: started by typeset.server.ts, in plain Node, so that whatever the typesetter takes of memory is given back.
import { readFileSync, writeSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const { workspace, main, fonts, order, standard } = JSON.parse(readFileSync(0, "utf8"));
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
