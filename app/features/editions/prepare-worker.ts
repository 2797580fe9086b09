import { answerOrders } from "~/platform/thread-reader.server";
import { prepareEdition } from "./prepare-edition.server";
import type { PrepareOrder } from "./prepare-in-worker.server";

answerOrders((order: PrepareOrder) => prepareEdition(order));
