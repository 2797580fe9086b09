import { answerOrders } from "~/platform/thread-reader.server";
import { makeComparisonFile } from "./make-comparison-file.server";

answerOrders(makeComparisonFile);
