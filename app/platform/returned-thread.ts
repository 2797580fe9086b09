import { runReturnedTask } from "./returned-tasks.server";
import { answerTasks } from "./thread-tasks.server";

answerTasks(runReturnedTask);
