import { walkIn } from "./support/walk";

// The same pages in Dutch are walked in walk-in-dutch.spec.ts, which falls into the other half of the tests.
walkIn("en");
