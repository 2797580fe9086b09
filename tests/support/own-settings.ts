import { beforeAll } from "vitest";
import { forgetSettings } from "~/platform/environment.server";
import { forgetLimits } from "~/platform/rate-limit.server";

// What files of tests log is made once for all of them, and nothing of it is to be read.
process.env["GRONDSLAG_LOG_LEVEL"] = "silent";

// A file of tests reads the settings anew and counts anew: what the one before it had is loaded still.
beforeAll(() => {
  forgetSettings();
  forgetLimits();
});
