/** What the device keeps an unsent text of a block under; the translation of it apart. */
export function draftName(path: string, blockId: string, language?: string): string {
  return [path, blockId, ...(language === undefined ? [] : [language])].join(" ");
}
