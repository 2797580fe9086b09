import { beforeAll } from "vitest";
import { forgetSettings } from "~/platform/environment.server";

// A file of tests reads the settings anew: what the one before it had is loaded still.
beforeAll(forgetSettings);
