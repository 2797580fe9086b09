import type { Inline, ReferenceTarget, TextMark } from "./document";
import { isFigureKey, isFigureText, isHref, isKeptText, isLinkId, isNote, isReferenceKind } from "./limits";
import { ESCAPABLE, unescapePlain } from "./plain-escape";
import { tidyInline } from "./tidy-doc";

/** Which link a code in double brackets stands for; undefined leaves the brackets as text. */
export type LinkOf = (code: string) => string | undefined;

/** What else may be named in double brackets: what a cross reference leads to (`#3.2`, `#F12`), and the value of a figure now (`=interviews-held`). */
export type NamedInPlain = {
  referenceOf?: ((name: string) => ReferenceTarget | undefined) | undefined;
  figureOf?: ((key: string) => string | undefined) | undefined;
};
/** All that gives a meaning to what stands in double brackets. */
export type PlainReads = NamedInPlain & { linkOf: LinkOf };

type Style = "em" | "strong";
type Piece =
  | { is: "text"; text: string }
  | { is: "node"; node: Inline }
  | { is: "stars"; count: number; opens: boolean; closes: boolean }
  | { is: "link"; href: string | undefined };

const citation = /\[\[([A-Za-z0-9][A-Za-z0-9:._-]{0,63})\]\]/y;
const reference = /\[\[#([A-Za-z0-9][A-Za-z0-9:._/-]{0,99})\]\]/y;
const figure = /\[\[=([a-z][A-Za-z0-9:._-]{0,300})(?: ([^[\]|~\\*<\n]{1,60}?))?(?: ~ ([^[\]|~\\*<\n]{1,60}))?\]\]/y;
const footnote = /\[\^((?:\\[^\n]|[^[\]\\\n])+)\]/y;
const link = /\[((?:\\[^\n]|[^[\]\\])+)\]\(((?:\\[()]|[^()\s\\]|\([^()\s\\]*\))+)\)/y;
const stars = /\*+/y;
const lineBreak = /\n|<br>/y;
const space = /[ \t\n]/;
const plainRun = /[^\\*[\]<\n]+/y;

/** What the plain syntax of one paragraph, heading, item or cell stands for. Whatever does not parse stays text. */
export function inlineFromPlain(raw: string, reads: PlainReads): Inline[] {
  const pieces = new Scanner(raw, reads).pieces();
  const turns = pairStars(pieces);
  const on = new Set<Style>();
  let href: string | undefined;
  const nodes = pieces.flatMap((piece, at): Inline[] => {
    if (piece.is === "node") return [piece.node];
    if (piece.is === "text") return run(piece.text, href, on);
    if (piece.is === "link") {
      href = piece.href;
      return [];
    }
    const literal = stylesOf(piece.count).filter((style) => !turns.has(turn(at, style)));
    const before = run(literal.map((style) => (style === "em" ? "*" : "**")).join(""), href, on);
    for (const style of stylesOf(piece.count)) if (turns.has(turn(at, style))) toggle(on, style);
    return before;
  });
  return tidyInline(nodes);
}

/** The codes in double brackets that a plain text names, each once: what a change turns into links before it reads the text. */
export function codesInPlain(raw: string): string[] {
  const codes = new Set<string>();
  const linkOf = (code: string) => {
    codes.add(code);
    return undefined;
  };
  inlineFromPlain(raw, { linkOf });
  return [...codes];
}

/** The keys of the figures in a plain text that doesn't say their value, each once. */
export function figureKeysInPlain(raw: string): string[] {
  const keys = new Set<string>();
  const figureOf = (key: string) => {
    keys.add(key);
    return undefined;
  };
  inlineFromPlain(raw, { linkOf: () => undefined, figureOf });
  return [...keys];
}

class Scanner {
  private at = 0;
  private escapeEnd = -1;
  private linkEnd: { at: number; next: number } | undefined;
  private readonly found: Piece[] = [];

  constructor(
    private readonly raw: string,
    private readonly reads: PlainReads,
  ) {}

  pieces(): Piece[] {
    while (this.at < this.raw.length) this.take();
    return this.found;
  }

  private take(): void {
    if (this.at === this.linkEnd?.at) return this.closeLink(this.linkEnd.next);
    const run = this.match(plainRun);
    if (run) return this.text(run[0], run[0].length);
    if (this.match(lineBreak)) return this.node({ type: "hard_break" }, this.match(lineBreak)?.[0].length ?? 1);
    const starred = this.match(stars);
    if (starred) return this.takeStars(starred[0].length);
    const sign = this.raw.charAt(this.at);
    if (sign === "\\" && ESCAPABLE.test(this.raw.charAt(this.at + 1))) {
      this.escapeEnd = this.at + 2;
      return this.text(this.raw.charAt(this.at + 1), 2);
    }
    if (sign === "[" && this.takeBracket()) return;
    this.text(sign, 1);
  }

  private takeStars(count: number): void {
    const next = this.raw.charAt(this.at + count);
    const previous = this.raw.charAt(this.at - 1);
    const opens = next !== "" && !space.test(next);
    const closes = previous !== "" && (!space.test(previous) || this.escapeEnd === this.at);
    if (count > 3) return this.text("*".repeat(count), count);
    this.found.push({ is: "stars", count, opens, closes });
    this.at += count;
  }

  private takeBracket(): boolean {
    return this.takeCitation() || this.takeReference() || this.takeFigure() || this.takeFootnote() || this.takeLink();
  }

  private takeCitation(): boolean {
    const cited = this.match(citation);
    const code = cited?.[1];
    if (!cited || code === undefined) return false;
    const linkId = this.reads.linkOf(code) ?? (isLinkId(code) ? code : undefined);
    if (linkId === undefined) return false;
    this.node({ type: "citation", attrs: { linkId } }, cited[0].length);
    return true;
  }

  private takeReference(): boolean {
    const named = this.match(reference);
    const attrs = named?.[1] === undefined ? undefined : (this.reads.referenceOf?.(named[1]) ?? targetIn(named[1]));
    if (!named || !attrs) return false;
    this.node({ type: "reference", attrs }, named[0].length);
    return true;
  }

  private takeFigure(): boolean {
    const bound = this.match(figure);
    const of = bound?.[1];
    if (!bound || !isFigureKey(of)) return false;
    const shown = bound[2] ?? this.reads.figureOf?.(of);
    const kept = bound[3] ?? "";
    if (!isFigureText(shown) || !isKeptText(kept)) return false;
    this.node({ type: "figure", attrs: { of, shown, kept } }, bound[0].length);
    return true;
  }

  private takeFootnote(): boolean {
    const noted = this.match(footnote);
    const text = unescapePlain(noted?.[1] ?? "");
    if (!noted || !isNote(text)) return false;
    this.node({ type: "footnote", attrs: { text } }, noted[0].length);
    return true;
  }

  private takeLink(): boolean {
    const linked = this.linkEnd ? null : this.match(link);
    const href = unescapePlain(linked?.[2] ?? "");
    if (!linked || !isHref(href)) return false;
    this.found.push({ is: "link", href });
    this.linkEnd = { at: this.at + 1 + (linked[1]?.length ?? 0), next: this.at + linked[0].length };
    this.at += 1;
    return true;
  }

  private closeLink(next: number): void {
    this.found.push({ is: "link", href: undefined });
    this.linkEnd = undefined;
    this.at = next;
  }

  private text(text: string, length: number): void {
    this.found.push({ is: "text", text });
    this.at += length;
  }

  private node(node: Inline, length: number): void {
    this.found.push({ is: "node", node });
    this.at += length;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.raw);
  }
}

/** What a name of kind and id stands for, as it is written where there is no shorter one. */
function targetIn(name: string): ReferenceTarget | undefined {
  const [kind, id, more] = name.split(":");
  return isReferenceKind(kind) && isLinkId(id) && more === undefined ? { kind, id } : undefined;
}

/** Which stars turn a style on or off; those without a partner stay stars. */
function pairStars(pieces: readonly Piece[]): Set<string> {
  const turns = new Set<string>();
  const openAt = new Map<Style, number>();
  pieces.forEach((piece, at) => {
    if (piece.is !== "stars") return;
    for (const style of stylesOf(piece.count)) {
      const opened = openAt.get(style);
      if (opened === undefined) {
        if (piece.opens) openAt.set(style, at);
      } else if (piece.closes) {
        turns.add(turn(opened, style)).add(turn(at, style));
        openAt.delete(style);
      }
    }
  });
  return turns;
}

function stylesOf(count: number): Style[] {
  return count === 1 ? ["em"] : count === 2 ? ["strong"] : ["strong", "em"];
}

function turn(at: number, style: Style): string {
  return `${at} ${style}`;
}

function toggle(on: Set<Style>, style: Style): void {
  if (!on.delete(style)) on.add(style);
}

function run(text: string, href: string | undefined, on: ReadonlySet<Style>): Inline[] {
  if (text === "") return [];
  const marks: TextMark[] = [
    ...(href === undefined ? [] : [{ type: "link", attrs: { href } } as const]),
    ...(["strong", "em"] as const).filter((style) => on.has(style)).map((type) => ({ type })),
  ];
  return [marks.length > 0 ? { type: "text", text, marks } : { type: "text", text }];
}
