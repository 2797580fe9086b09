import { describe, expect, it } from "vitest";
import { exportsOf, filesBelow, functionsOf, importsOf, read } from "./support/source-files";

const rooms = ["routes", "features", "platform", "ui", "domain"] as const;
type Room = (typeof rooms)[number];

/** The arrows that exist: a room may import itself and what stands behind it. */
const may: Record<Room, readonly Room[]> = {
  routes: ["routes", "features", "platform", "ui", "domain"],
  features: ["features", "platform", "ui", "domain"],
  platform: ["platform", "domain"],
  ui: ["ui", "domain"],
  domain: ["domain"],
};
const roomOf = (path: string): Room | undefined => rooms.find((room) => path.startsWith(`app/${room}/`));
const code = filesBelow("app");
const inRoom = (room: Room) => code.filter((file) => roomOf(file) === room);
const pureImports = ["zod", "canonicalize", "snowball-stemmers"];

/** Longer than a file should be, each for a reason; these lists may only shrink. */
const longFiles: readonly string[] = [];
const longFunctions: readonly string[] = [];

describe("the five rooms", () => {
  it.each(rooms)("%s imports only what stands to its right", (room) => {
    const wrong = inRoom(room).flatMap((file) =>
      importsOf(file)
        .map((path) => ({ path, target: roomOf(path) }))
        .filter(({ target }) => target !== undefined && !may[room].includes(target))
        .map(({ path }) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it("no feature imports another", () => {
    const noun = (path: string) => path.split("/")[2];
    const wrong = inRoom("features").flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith("app/features/") && noun(path) !== noun(file))
        .map((path) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it("domain imports nothing but its three packages and itself", () => {
    const wrong = inRoom("domain").flatMap((file) =>
      importsOf(file)
        .filter((path) => !path.startsWith("app/domain/") && !pureImports.includes(path))
        .map((path) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it("domain reaches for no clock, chance, process or console", () => {
    const reach = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\.|\bconsole\.|\bcrypto\.|\bglobalThis\b|\btoLocale\w*\(\s*\)/;
    const wrong = inRoom("domain").flatMap((file) =>
      read(file)
        .split("\n")
        .flatMap((line, at) => (reach.test(line.replace(/\/\/.*|\/?\*.*/, "")) ? [`${file}:${at + 1}`] : [])),
    );
    expect(wrong).toEqual([]);
  });

  it("only db.server.ts imports the generated database clients, and Prisma stays in platform", () => {
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter(
          (path) =>
            (path.includes("/generated/") && file !== "app/platform/db.server.ts") ||
            (path.startsWith("@prisma/") && roomOf(file) !== "platform"),
        )
        .map((path) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it("only session.server.ts imports lucia", () => {
    expect(code.filter((file) => importsOf(file).includes("lucia"))).toEqual(["app/platform/session.server.ts"]);
  });

  it("routes name no database", () => {
    expect(inRoom("routes").filter((file) => /\b(prisma|tx)\.\w+\.|\bdb\.\w+\.(find|count|aggregate|groupBy)/.test(read(file)))).toEqual(
      [],
    );
  });
});

describe("the house style", () => {
  it("has no barrels and no folders of odds and ends", () => {
    expect(code.filter((file) => /(^|\/)index\.tsx?$/.test(file) || /\/(utils?|helpers?|services?|common|misc|lib)\//.test(file))).toEqual(
      [],
    );
  });

  it("keeps files under 300 lines", () => {
    expect(code.filter((file) => read(file).split("\n").length > 301 && !longFiles.includes(file))).toEqual([]);
  });

  it("keeps functions under 60 lines", () => {
    const long = code.flatMap((file) =>
      functionsOf(file)
        .filter(({ length }) => length > 60)
        .map(({ name }) => `${file} ${name}`),
    );
    expect(long.filter((one) => !longFunctions.includes(one))).toEqual([]);
  });

  it("documents every export of domain and platform", () => {
    const bare = [...inRoom("domain"), ...inRoom("platform")].flatMap((file) =>
      exportsOf(file)
        .filter(({ documented }) => !documented)
        .map(({ name }) => `${file} ${name}`),
    );
    expect(bare).toEqual([]);
  });

  it("names colours in tokens.css alone", () => {
    const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i;
    const wrong = filesBelow("app", [".css", ".tsx"])
      .filter((file) => !file.endsWith("tokens.css"))
      .flatMap((file) =>
        read(file)
          .split("\n")
          .flatMap((line, at) =>
            literal.test(line.replace(/url\([^)]*\)|href="[^"]*"|["'`/]#[\w-]+/g, "")) ? [`${file}:${at + 1} ${line.trim()}`] : [],
          ),
      );
    expect(wrong).toEqual([]);
  });

  it("calls the words that are searched for `q` in every address", () => {
    const fields = code.flatMap((file) =>
      [...read(file).matchAll(/<(?:TextField|input)\b[^>]*\btype="search"[^>]*>/g)].map(
        ([tag]) => `${file}: ${/name="(\w+)"/.exec(tag)?.[1]}`,
      ),
    );
    expect(fields.length).toBeGreaterThan(7);
    expect(fields.filter((field) => !field.endsWith(": q"))).toEqual([]);
  });

  it("writes no HTML from text", () => {
    expect(code.filter((file) => read(file).includes("dangerouslySetInnerHTML"))).toEqual([]);
  });

  it("reads no clock in features or routes but at the edge", () => {
    const clock = /\bDate\.now\(|\bnew Date\(\s*\)/;
    expect([...inRoom("features"), ...inRoom("routes")].filter((file) => file.endsWith(".server.ts") && clock.test(read(file)))).toEqual(
      [],
    );
  });
});

describe("the tests", () => {
  const tests = filesBelow("tests");

  it("mock none of our own modules, skip nothing and never sleep", () => {
    const wrong =
      /\bvi\.mock\(\s*["'](?:~|\.)|\b(?:it|test|describe)\.(?:skip|only|todo|fixme)\b|waitForTimeout|setTimeout\(\s*(?:resolve|done|r)\b/;
    expect(tests.filter((file) => file !== "tests/architecture.test.ts" && wrong.test(read(file)))).toEqual([]);
  });
});
