export * from "~/platform/keep-block.server";
export * from "~/platform/keep-link.server";
