/** A file that somebody sent and that can't be read: `problem` says why, as a key that the pages and commands word. */
export class UnreadableFile extends Error {
  constructor(readonly problem: string) {
    super(`The file can't be read: ${problem}.`);
    this.name = "UnreadableFile";
  }
}
