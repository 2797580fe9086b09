import { canonical } from "~/domain/canonical";
import type { Assembly } from "~/domain/document/assembly";
import { fingerprint } from "~/domain/document/fingerprint";
import { plainInline } from "~/domain/document/inline";
import type { Block, EditionDocument, TableCell } from "~/domain/document/model";
import { languageName } from "~/domain/language-name";
import { textIn } from "~/domain/local-text";

/**
 * Whether the fingerprint of the text that the colophon of a document says is that of the document with the place of it empty, counted again by this
 * function (text in, hex out); null for a document that says none.
 */
export function textFingerprintHolds(document: EditionDocument, sha256: (text: string) => string): boolean | null {
  const written = canonical(document);
  const place = `{"kind":"text","text":"sha256`;
  const said = [...written.matchAll(/\{"kind":"text","text":"sha256 ([0-9a-f]{4}(?: [0-9a-f]{4}){3})"/gu)];
  if (said.length === 0) return null;
  return said.some(({ 0: whole, 1: print, index }) => {
    const emptied = `${written.slice(0, index)}${place}"${written.slice(index + whole.length)}`;
    return fingerprint(sha256(emptied)) === print;
  });
}

/** Who stands behind an edition, what it is, what it was made with and how that is checked: a table without a head, one fact per row. */
export function colophonBlock(assembly: Assembly): Block {
  const rows = [...issuing(assembly), ...making(assembly)].filter(({ lines }) => lines.length > 0);
  return {
    kind: "table",
    language: assembly.language,
    caption: null,
    widths: [30, 70],
    head: [],
    rows: rows.map(({ term, lines }): TableCell[] => [{ lines: [plainInline(term)], header: true }, { lines: lines.map(plainInline) }]),
  };
}

interface Fact {
  term: string;
  lines: string[];
}

function issuing({ content, language, say, issuedIn }: Assembly): Fact[] {
  const { commissioner, originalLanguage, number, draft, purpose, compiledOn, colophon } = content;
  const others = issuedIn.filter((one) => one !== language).map((one) => languageName(one, language));
  return [
    { term: say("commissioner"), lines: [textIn(commissioner, language, [originalLanguage])].filter((text) => text.trim() !== "") },
    {
      term: say("carried-out-by"),
      lines: colophon.carriedOutBy.map(({ role, names }) => say(`by-${role}`, { count: names.length, names: names.join(", ") })),
    },
    { term: say("edition"), lines: [say("edition-line", { number, draft }), say(`classification-${purpose}`)] },
    { term: say("compiled-on"), lines: [say("day", { day: compiledOn })] },
    {
      term: say("language"),
      lines: [languageName(language, language), ...(others.length > 0 ? [say("issued-in", { languages: others.join(", ") })] : [])],
    },
  ];
}

function making({ content, say, digest }: Assembly): Fact[] {
  const { protocolNumber, colophon } = content;
  return [
    { term: say("protocol"), lines: [say("protocol-line", { number: protocolNumber }), `sha256 ${fingerprint(colophon.protocolDigest)}`] },
    { term: say("made-with"), lines: [`Grondslag ${colophon.program}`] },
    { term: say("text-fingerprint"), lines: [`sha256 ${fingerprint(digest)}`.trim(), say("text-fingerprint-of")] },
    { term: say("check-file"), lines: [say("check-file-how"), say("check-file-against")] },
  ];
}
