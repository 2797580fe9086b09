import { measureAgreements } from "~/domain/agreement/order";
import { answerTasks } from "./thread-tasks.server";

answerTasks(measureAgreements);
