import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

it("ends without a word when who reads a command stops reading, as head does", async () => {
  const command = spawn(process.execPath, ["--import", "tsx", "commands/routes.ts"], { stdio: ["ignore", "pipe", "pipe"] });
  command.stdout.destroy();
  let told = "";
  command.stderr.on("data", (words: Buffer) => (told += words.toString()));
  await once(command, "close");
  expect(told).toBe("");
});
