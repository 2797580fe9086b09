/** The ways in which a publication is found through databases and registers: the first column of PRISMA 2020. */
export const searchedChannels = ["database", "register"] as const;

/** The other ways of finding a publication: the second column of PRISMA 2020. They are not screened by title and abstract. */
export const otherChannels = ["website", "organisation", "citation", "other"] as const;

/** How a publication was found; `unknown` = nobody recorded it. */
export type Channel = (typeof searchedChannels)[number] | (typeof otherChannels)[number] | "unknown";

/** Every way of finding, in the order of the flow. */
export const channels: readonly Channel[] = [...searchedChannels, ...otherChannels, "unknown"];

/** The two columns of the flow. */
export type FlowColumn = "searched" | "other";

/** The channel that a stored text names; anything else is not known. */
export function channelOf(stored: string | null): Channel {
  return channels.find((channel) => channel === stored) ?? "unknown";
}

/** The column in which a publication found this way is counted. */
export function columnOf(channel: Channel): FlowColumn {
  return searchedChannels.some((one) => one === channel) ? "searched" : "other";
}
