export { citableLinks, readText } from "~/platform/read-text.server";
