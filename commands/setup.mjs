// npm run setup: everything that a clean clone needs before `npm run dev`.
import { prepare } from "./prepare.mjs";

prepare();
