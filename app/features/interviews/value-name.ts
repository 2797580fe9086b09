/** The stem of the names under which the value of a kind of answer is sent, by the code of its item. */
export function valueName(code: string): string {
  return `v-${code}`;
}
