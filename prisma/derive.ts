/** The PostgreSQL variant of the schema: the same models, another provider, another folder for the client. */
export function derivePostgresql(schema: string): string {
  return schema.replace('provider = "sqlite"', 'provider = "postgresql"').replace("generated/sqlite", "generated/postgresql");
}
