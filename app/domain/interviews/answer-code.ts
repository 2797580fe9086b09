/**
 * What the code of an answer (`I7:22b`, `I7:22+1`) tells after that of its interview: the item of the guide or the follow-up (`22b`), and
 * the number of its question (`22`); both "" of what is no such code.
 */
export function readAnswerCode(code: string): { item: string; number: string } {
  const [, item = "", number = ""] = /:((\d+).*)$/u.exec(code) ?? [];
  return { item, number };
}
