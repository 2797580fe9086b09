import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "./button";
import type { IconName } from "./icon";
import { Icon } from "./icon";

/** One thing that waits for somebody. */
export interface Task {
  key: string;
  icon: IconName;
  /** A sentence that begins with a verb: "Answer two comments on 3.3". */
  title: string;
  /** Where it is, and why. */
  context: ReactNode;
  href: string;
  status?: ReactNode;
  due?: ReactNode;
  /** The word on the button. */
  act: string;
}

export interface TaskListProps {
  tasks: readonly Task[];
  /** The button of the first task is the primary one of the page. */
  primary?: boolean | undefined;
}

/** What waits, one row each: what, why, in which state, by when. On a narrow screen the whole row leads there. */
export function TaskList({ tasks, primary }: TaskListProps) {
  return (
    <ul className="tasks">
      {tasks.map((task, place) => (
        <li key={task.key} className="task">
          <span className="ico">
            <Icon name={task.icon} />
          </span>
          <div className="what">
            <Link to={task.href}>{task.title}</Link>
            <p>{task.context}</p>
          </div>
          <div className="state">{task.status}</div>
          <div className="due num">{task.due}</div>
          <ButtonLink to={task.href} size="small" variant={primary && place === 0 ? "primary" : "plain"} about={`: ${task.title}`}>
            {task.act}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
