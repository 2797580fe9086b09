// npm run setup: everything that a clean clone needs before `npm run dev`.
import { prepare } from "./prepare.mjs";

if (process.argv.includes("--help")) {
  console.log("npm run setup\n  Installs the packages and makes the database clients. Takes no options.");
  process.exit(0);
}

prepare();
