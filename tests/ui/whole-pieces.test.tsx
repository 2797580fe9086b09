import { renderToPipeableStream } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { WholePieces } from "~/platform/whole-pieces.server";

const family = "👩‍👩‍👧‍👦";

/** What React writes of a page with a family at that byte, as it leaves the server. A text of many bytes React writes in one go, so what stands before it is in short ones. */
function pageAt(offset: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = new WholePieces();
    const pieces: Buffer[] = [];
    body.on("data", (piece: Buffer) => pieces.push(piece));
    body.on("end", () => resolve(Buffer.concat(pieces).toString("utf8")));
    const stream = renderToPipeableStream(
      <main>
        {before(offset).map((words, place) => (
          <i key={place}>{words}</i>
        ))}
        <h1>{family}</h1>
      </main>,
      { onAllReady: () => stream.pipe(body), onError: reject },
    );
  });
}

/** Short texts of so many bytes together with their marks, of which the least one can do without: `<i></i>` is seven. */
function before(bytes: number): string[] {
  if (bytes < 7) return [];
  const length = Math.min(bytes - 7, 200);
  return ["x".repeat(length), ...before(bytes - 7 - length)];
}

describe("a page as React streams it", () => {
  it("holds every character as it was typed, at whatever byte of two of React's pieces it stands", async () => {
    const altered: number[] = [];
    for (let offset = 0; offset < 2 * 2048; offset++) {
      const page = await pageAt(offset);
      if (!page.endsWith(`<h1>${family}</h1></main>`)) altered.push(offset);
    }
    expect(altered).toEqual([]);
  });
});
