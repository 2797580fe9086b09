import { refuse } from "~/platform/refusal.server";

export function loader() {
  throw refuse("not-found");
}

export function action() {
  throw refuse("not-found");
}

export default function NothingHere() {
  return null;
}
