export * from "~/platform/find-section.server";
