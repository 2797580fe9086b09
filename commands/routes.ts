// npm run routes: every address of the program, with what may be done there, who may, and the shape of its form.
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { runCommand, say } from "./command";

const usage = `
npm run routes -- [--json]

Lists every address: path, method, permission (of the permissions table; none = any signed-in person) and whether somebody who is not
signed in is answered. --json gives one array of {path, method, permissions, public, form}; form is the JSON Schema of the fields that a
POST takes, or null where it is made from a protocol or is a file.

Exit codes: 0 listed, 2 wrong arguments.
`;

const app = new URL("../app/", import.meta.url);

/** One address and method. */
interface Listed {
  path: string;
  method: "GET" | "POST";
  permissions: string[];
  public: boolean;
  form: unknown;
}

/** The path of a route by the name of its file. */
function pathOf(file: string): string {
  const segments = file.replace(/\.tsx?$/u, "").split(".");
  const shown = segments
    .filter((segment) => !segment.startsWith("_"))
    .map((segment) => (segment === "$" ? "*" : segment.replace(/^\$/u, ":").replace(/_$/u, "")));
  return `/${shown.join("/")}`;
}

/** The schema that a handler reads its form with, as JSON Schema, or null when it isn't named in the route itself. */
async function formOf(source: string, handler: string): Promise<unknown> {
  const name = /\bparseForm\(\w+, (\w+)\)/u.exec(handler)?.[1];
  const from = name && new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "~/([^"]+)"`, "u").exec(source)?.[1];
  if (!name || !from) return null;
  const module = (await import(new URL(`${from}.ts`, app).href)) as Record<string, unknown>;
  const schema = module[name];
  return schema instanceof z.ZodType ? z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) : null;
}

async function listRoute(file: string): Promise<Listed[]> {
  const source = readFileSync(new URL(`routes/${file}`, app), "utf8");
  const handlers = [...source.matchAll(/export (?:async )?function (loader|action)\b[\s\S]*?\n\}/gu)];
  return Promise.all(
    handlers.map(async ([handler, kind]) => ({
      path: pathOf(file),
      method: kind === "loader" ? ("GET" as const) : ("POST" as const),
      permissions: [...new Set([...handler.matchAll(/\bauthorize\(\w+, "([\w.-]+)"/gu)].flatMap(([, name]) => name ?? []))],
      public: !/\brequireUser\(/u.test(handler),
      form: kind === "action" ? await formOf(source, handler) : null,
    })),
  );
}

await runCommand({
  usage,
  options: {},
  async run({ values }) {
    const files = readdirSync(new URL("routes/", app))
      .filter((file) => /\.tsx?$/u.test(file))
      .sort();
    const listed = (await Promise.all(files.map(listRoute))).flat();
    if (values.json === true) process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
    else
      for (const { path, method, permissions, public: open } of listed)
        say(`${method.padEnd(5)}${path}  ${open ? "public" : permissions.join(", ") || "signed in"}`);
    return 0;
  },
});
