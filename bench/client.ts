import { Agent, request, type OutgoingHttpHeaders } from "node:http";

/** An answer, read to its end. */
export interface Answer {
  status: number;
  body: Buffer;
  cookies: string[];
  /** Where it leads on. */
  location: string | undefined;
  ms: number;
}

/** A browser without a window: one person, connections that stay open, her cookie. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #cookie = "";

  constructor(readonly origin: string) {}

  get(path: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
    return this.#send("GET", path, headers);
  }

  post(path: string, fields: readonly (readonly [string, string])[], headers: OutgoingHttpHeaders = {}): Promise<Answer> {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
    const type = { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body), origin: this.origin };
    return this.#send("POST", path, { ...type, ...headers }, body);
  }

  /** Signs in as one of the people of the examples. */
  async signIn(name: string): Promise<void> {
    const fields = [["email", `${name}@example.org`] as const, ["password", "grondslag-demo"] as const, ["to", "/work"] as const];
    const answer = await this.post("/sign-in", fields);
    if (answer.status !== 302) throw new Error(`${name} could not sign in: ${answer.status}.`);
    this.#cookie = answer.cookies.map((cookie) => cookie.split(";")[0]).join("; ");
  }

  /** What a request of this person has to bring, for one that is made by hand. */
  get cookie(): string {
    return this.#cookie;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, headers: OutgoingHttpHeaders, body?: string): Promise<Answer> {
    const begin = performance.now();
    const all = { ...headers, ...(this.#cookie !== "" && { cookie: this.#cookie }) };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.origin), { method, headers: all, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const { statusCode: status = 0, headers: found } = response;
          resolve({
            status,
            body: Buffer.concat(chunks),
            cookies: found["set-cookie"] ?? [],
            location: found.location,
            ms: performance.now() - begin,
          });
        });
      });
      // A connection that was idle may have been closed at the other end; then once more on a new one.
      sent.on("error", (error) => (method === "GET" && sent.reusedSocket ? resolve(this.#send(method, path, headers)) : reject(error)));
      sent.end(body);
    });
  }
}
