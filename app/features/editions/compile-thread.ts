import { doOwnWork } from "~/platform/own-thread.server";
import { prepareUnlessSame } from "./prepare-edition.server";

await doOwnWork(prepareUnlessSame);
