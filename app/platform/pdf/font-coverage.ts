/** The characters that a font file (TTF or OTF) has a glyph for, as the table `cmap` tells: OpenType 1.9, formats 4 and 12. */
export function charactersOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const start = tableOffset(view, "cmap");
  const subtables = Array.from({ length: view.getUint16(start + 2) }, (_, at) => start + view.getUint32(start + 4 + at * 8 + 4));
  const characters = new Set<number>();
  for (const subtable of subtables) {
    const format = view.getUint16(subtable);
    if (format === 4) addSegments(view, subtable, characters);
    if (format === 12) addGroups(view, subtable, characters);
  }
  return characters;
}

function tableOffset(view: DataView, name: string): number {
  const count = view.getUint16(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const tag = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
    if (tag === name) return view.getUint32(at + 8);
  }
  throw new Error(`The font has no table ${name}.`);
}

/** Format 4: segments of the first 65,536 characters. */
function addSegments(view: DataView, start: number, characters: Set<number>): void {
  const size = view.getUint16(start + 6);
  const part = (number: number, at: number) => start + 14 + number * size + (number > 0 ? 2 : 0) + at;
  for (let at = 0; at < size; at += 2) {
    const [end, first] = [view.getUint16(part(0, at)), view.getUint16(part(1, at))];
    const [delta, place] = [view.getUint16(part(2, at)), part(3, at)];
    const offset = view.getUint16(place);
    for (let character = first; character <= end && character < 0xffff; character += 1) {
      const listed = offset === 0 ? character : view.getUint16(place + offset + (character - first) * 2);
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) characters.add(character);
    }
  }
}

/** Format 12: groups of any characters. */
function addGroups(view: DataView, start: number, characters: Set<number>): void {
  const count = view.getUint32(start + 12);
  for (let at = start + 16; at < start + 16 + count * 12; at += 12) {
    const [first, last, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
    for (let character = first; character <= last; character += 1) {
      if (glyph + (character - first) !== 0) characters.add(character);
    }
  }
}
