import pg from "pg";

/** The server that tests make their databases on; it needs a role that may create them. */
const serverUrl = process.env["TEST_POSTGRES_URL"] ?? "postgresql://root@127.0.0.1:5432/postgres";

/** Runs statements on the server, one after the other, outside any transaction. */
export async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of a database on the server. */
export function urlOf(name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Can the server be reached? Gives the reason if it can't. */
export async function whyNoServer(): Promise<string | null> {
  try {
    await onServer("SELECT 1");
    return null;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}
