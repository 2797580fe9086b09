import { PassThrough, type TransformCallback } from "node:stream";

/**
 * What React writes in one go, as one piece: it writes two thousand bytes at a time, and each piece that leaves is compressed and sent by itself,
 * which makes a large page three times as heavy. React calls `flush` when there is nothing more to write for now.
 */
export class WholePieces extends PassThrough {
  #waiting: Buffer[] = [];

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#waiting.push(chunk);
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
