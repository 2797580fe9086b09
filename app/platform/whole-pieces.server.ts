import { PassThrough, type TransformCallback } from "node:stream";

/**
 * What React writes in one go, as one piece: it writes two thousand bytes at a time, and each piece that leaves is compressed and sent by itself,
 * which makes a large page three times as heavy. React calls `flush` when there is nothing more to write for now.
 *
 * Zero bytes are left out: where a character of several bytes does not fit at the end of its two thousand, React 18.3.1 sends the unused bytes along.
 * No page holds a zero byte of its own.
 */
export class WholePieces extends PassThrough {
  #waiting: Uint8Array[] = [];

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#waiting.push(chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.flush();
    done();
  }

  flush(): void {
    if (this.#waiting.length > 0) this.push(Buffer.concat(this.#waiting));
    this.#waiting = [];
  }
}
