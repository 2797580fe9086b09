import { Parser } from "htmlparser2";
import type { ReturnedFile } from "~/domain/document/returned-file";
import { UnreadableFile } from "~/platform/unreadable-file";
import { asHashed, provenanceMeta, unpackedIfAny } from "./kept-provenance.server";
import { ReturnedStatements } from "./returned-statements";

/** How deep the elements of a file may lie in each other: more than any program writes. */
const deepest = 1_000;

/** Elements whose words are not those of the document. */
const silent = new Set(["script", "style", "title", "del", "template"]);

/**
 * What an HTML file holds of an edition, also after another program wrote it again: statements are found by their number, which is a place
 * and leads to itself. A file of something else holds nothing; one that lies too deep in itself is refused (`UnreadableFile`).
 */
export function readHtml(bytes: Uint8Array): ReturnedFile {
  const reading = new Reading();
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => reading.open(name, attributes),
    onclosetag: (name) => reading.close(name),
    ontext: (text) => reading.words(text),
  });
  parser.end(decoded(bytes));
  return { provenance: reading.provenance(), statements: reading.statements.found(), places: [...reading.places] };
}

/** What was met of a file so far. */
class Reading {
  readonly statements = new ReturnedStatements();
  readonly places = new Set<string>();
  private depth = 0;
  private silence: string[] = [];
  private script: string | null = null;
  private linked: string | null = null;
  private kept: string | null = null;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth += 1;
    if (this.depth > deepest) throw new UnreadableFile("content");
    if (silent.has(name)) this.silence.push(name);
    if (name === "script" && attributes["type"] === "application/ld+json" && this.linked === null) this.script = "";
    if (name === "meta" && attributes["name"]?.toLowerCase() === provenanceMeta) this.kept = attributes["content"] ?? null;
    if (this.silence.length > 0) return;
    const place = attributes["id"] ?? (name === "a" ? attributes["name"] : undefined);
    if (place) this.places.add(place);
    this.statements.open(name, { place, leadsTo: placeIn(attributes["href"]), classes: attributes["class"] ?? "" });
  }

  close(name: string): void {
    this.depth -= 1;
    if (name === "script" && this.script !== null) [this.linked, this.script] = [this.script, null];
    if (this.silence.at(-1) === name) this.silence.pop();
    else if (this.silence.length === 0) this.statements.close(name);
  }

  words(text: string): void {
    if (this.script !== null) this.script += text;
    else if (this.silence.length === 0) this.statements.words(text);
  }

  /** What the file says of its origin: as linked data, else as kept where another program left it. */
  provenance(): string | null {
    if (this.linked !== null) return asHashed(this.linked);
    return this.kept === null ? null : unpackedIfAny(this.kept);
  }
}

/** The place in the same file that a link leads to, also where a program wrote the address of the file before it. */
function placeIn(href: string | undefined): string | null {
  const at = href?.indexOf("#") ?? -1;
  if (href === undefined || at === -1 || /^(?:https?|mailto):/i.test(href)) return null;
  return href.slice(at + 1);
}

/** The text of a file in the signs that it says it is written in; UTF-8 where it says none that is known. */
function decoded(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 2_048));
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const said = /<meta[^>]{0,200}charset\s*=\s*["']?(windows-125\d|iso-8859-\d{1,2}|us-ascii)/i.exec(start.toString("latin1"));
  return new TextDecoder(said?.[1] ?? "utf-8").decode(bytes);
}
