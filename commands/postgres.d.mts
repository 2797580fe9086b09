/** The address of a PostgreSQL for tests and benches and how it was found, or why there is none; `stop` ends one that was started for it. */
export function reachPostgres(): Promise<{ url?: string; how?: string; why?: string; stop: () => void }>;
