import { answerOrders } from "~/platform/thread-reader.server";
import { runComparison } from "./comparison-tasks.server";

answerOrders(runComparison);
