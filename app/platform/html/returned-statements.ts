import type { ReturnedStatement } from "~/domain/document/returned-file";
import { plainWords } from "~/domain/document/statement-text";
import { languages } from "~/domain/tool-language";
import { documentWords } from "~/platform/document-words.server";
import { groundLineClass } from "./statement";

/** An element as it opens: the place that it is, the place that it leads to, its classes. */
interface Opened {
  place: string | undefined;
  leadsTo: string | null;
  classes: string;
}

/** A line of a file: its words, and where its links lead to. */
interface Line {
  words: string;
  links: string[];
}

interface Met {
  anchor: string;
  lines: Line[];
  /** Which of its lines is the ground line, where its class says so. */
  groundLine: number | null;
}

/** Elements that start a line. */
const starting = new Set(["p", "div", "br", "li", "ul", "ol", "blockquote", "td", "dd", "dt", "pre", "section"]);
/** Elements with which a statement is over, whatever came before. */
const ending = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "table", "figure", "hr", "footer"]);

const said = languages.map(documentWords);
/** How a ground line begins in every language of the tool, for a file in which it has no class any more. */
const opens = said.flatMap((say) => [`${say("grounds")} [`, `${say("ground")} [`, `${say("no-grounds")} ·`]);
const whole = said.map((say) => say("no-grounds"));

/**
 * Finds the statements of a file as its elements go by. A number is a place that leads to itself; the words follow it, up to the ground line,
 * which is known by its class or by its first words; its links are the grounds. Notes are left out.
 */
export class ReturnedStatements {
  private readonly all: Met[] = [];
  private current: Met | null = null;
  /** The places that were met since the last words: a program may put several before the first word of a line. */
  private readonly recent = new Set<string>();
  private inNumber = false;
  private inNote = false;
  private groundElement: string | null = null;

  open(name: string, { place, leadsTo, classes }: Opened): void {
    if (place !== undefined) this.recent.add(place);
    if (name === "a" && leadsTo !== null && this.recent.has(leadsTo)) this.start(leadsTo);
    else if (ending.has(name)) this.end();
    else if (this.current) this.within(this.current, name, { leadsTo, classes });
  }

  close(name: string): void {
    if (name === "a") [this.inNumber, this.inNote] = [false, false];
    if (name === this.groundElement) this.end();
  }

  words(text: string): void {
    if (this.inNumber) return;
    if (text.trim() !== "") this.recent.clear();
    const line = this.current?.lines.at(-1);
    if (line && !this.inNote) line.words += text;
  }

  /** The statements that were met, in the order of the file. */
  found(): ReturnedStatement[] {
    return this.all.map(({ anchor, lines, groundLine }) => {
      const at = groundLine ?? lines.findIndex((line, place) => place > 0 && isGroundLine(line));
      const words = at === -1 ? lines : lines.slice(0, at);
      return { anchor, text: plainWords(words.map((line) => line.words).join(" ")), grounds: lines[at]?.links ?? [] };
    });
  }

  private start(anchor: string): void {
    this.end();
    this.inNumber = true;
    this.recent.clear();
    this.current = { anchor, lines: [{ words: "", links: [] }], groundLine: null };
    this.all.push(this.current);
  }

  private within(current: Met, name: string, { leadsTo, classes }: Omit<Opened, "place">): void {
    const isGround = classes.split(/\s+/).includes(groundLineClass);
    if (isGround || (starting.has(name) && this.groundElement === null)) current.lines.push({ words: "", links: [] });
    if (isGround) [current.groundLine, this.groundElement] = [current.lines.length - 1, name];
    if (name !== "a" || leadsTo === null) return;
    if (leadsTo.startsWith("note_")) this.inNote = true;
    else current.lines.at(-1)?.links.push(leadsTo);
  }

  private end(): void {
    [this.current, this.groundElement] = [null, null];
  }
}

function isGroundLine({ words }: Line): boolean {
  const line = plainWords(words);
  return whole.includes(line) || opens.some((open) => line.startsWith(open));
}
