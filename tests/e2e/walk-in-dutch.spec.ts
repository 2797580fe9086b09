import { walkIn } from "./support/walk";

walkIn("nl");
