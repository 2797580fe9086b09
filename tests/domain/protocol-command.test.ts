import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bridges, broken } from "./protocol-example";

const root = new URL("../..", import.meta.url).pathname;
let folder = "";
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "protocol-"));
  writeFileSync(file("fine.yaml"), bridges);
  writeFileSync(file("broken.yaml"), broken("chain: strict", "chain: strikt"));
  writeFileSync(file("picture.yaml"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "commands/protocol-check.ts", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("npm run protocol:check", { timeout: 30_000 }, () => {
  it("exits 0 on a file without problems", () => {
    expect(run(file("fine.yaml"))).toEqual({ status: 0, stdout: "No problems. No remarks.\n", stderr: "" });
  });

  it("exits 1 on problems and tells each with line and column, in the language that is asked", () => {
    const dutch = run(file("broken.yaml"), "--lang", "nl");
    expect(dutch.status).toBe(1);
    expect(dutch.stdout).toBe(
      "12:10 “strikt” kan hier niet; kies uit: strict, evidence-allowed. Bedoelt u “strict”?\n1 fout. Er wordt niets gemaakt zolang er fouten zijn.\n",
    );
  });

  it("exits 2 on what can't be read", () => {
    expect(run(file("picture.yaml")).status).toBe(2);
    expect(run(file("absent.yaml")).status).toBe(2);
    expect(run().status).toBe(2);
    expect(run(file("fine.yaml"), "--lang", "fr").status).toBe(2);
  });

  it("gives programs one object", () => {
    const { status, stdout } = run(file("broken.yaml"), "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      result: "problems",
      problems: [{ code: "unknown-value", line: 12, column: 10, path: ["rules", "chain"] }],
      remarks: [],
    });
  });
});
