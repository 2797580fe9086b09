import { channels, type Channel } from "~/domain/sources/channels";

/** The ways in which a publication is found that make the first column of PRISMA 2020; all others make the second, and are not screened by title. */
const searched: readonly FlowChannel[] = ["database", "register"];

/** How the flow counts a publication as found; `unknown` = nobody recorded it. */
export type FlowChannel = Channel | "unknown";

/** Every way of finding that the flow counts, in its order. */
export const flowChannels: readonly FlowChannel[] = [...channels, "unknown"];

/** The two columns of the flow. */
export type FlowColumn = "searched" | "other";

/** The channel that a stored text names; anything else is not known. */
export function channelOf(stored: string | null): FlowChannel {
  return flowChannels.find((channel) => channel === stored) ?? "unknown";
}

/** The column in which a publication found this way is counted. */
export function columnOf(channel: FlowChannel): FlowColumn {
  return searched.includes(channel) ? "searched" : "other";
}
