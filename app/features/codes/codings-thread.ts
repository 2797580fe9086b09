import { answerOrders } from "~/platform/thread-reader.server";
import { makeCodingsFile } from "./make-codings-file.server";

answerOrders(makeCodingsFile);
