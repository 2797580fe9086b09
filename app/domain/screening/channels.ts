import { channels as recordedChannels, type Channel as RecordedChannel } from "~/domain/sources/channels";

/** The ways in which a publication is found that make the first column of PRISMA 2020; all others make the second, and are not screened by title. */
const searched: readonly Channel[] = ["database", "register"];

/** How a publication was found; `unknown` = nobody recorded it. */
export type Channel = RecordedChannel | "unknown";

/** Every way of finding, in the order of the flow. */
export const channels: readonly Channel[] = [...recordedChannels, "unknown"];

/** The two columns of the flow. */
export type FlowColumn = "searched" | "other";

/** The channel that a stored text names; anything else is not known. */
export function channelOf(stored: string | null): Channel {
  return channels.find((channel) => channel === stored) ?? "unknown";
}

/** The column in which a publication found this way is counted. */
export function columnOf(channel: Channel): FlowColumn {
  return searched.includes(channel) ? "searched" : "other";
}
