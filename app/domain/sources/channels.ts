/** How a source was found, as a flow diagram after PRISMA 2020 tells it: databases and registers in one column, all else in the other. */
export const channels = ["database", "register", "website", "organisation", "citation", "other"] as const;

/** How a source was found. */
export type Channel = (typeof channels)[number];
