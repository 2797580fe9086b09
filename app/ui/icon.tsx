import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import ArrowUpDown from "lucide-react/icons/arrow-up-down";
import BookOpen from "lucide-react/icons/book-open";
import Box from "lucide-react/icons/box";
import Building from "lucide-react/icons/building-2";
import Calendar from "lucide-react/icons/calendar";
import Check from "lucide-react/icons/check";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import ChevronUp from "lucide-react/icons/chevron-up";
import Circle from "lucide-react/icons/circle";
import CircleCheck from "lucide-react/icons/circle-check";
import Clock from "lucide-react/icons/clock";
import Columns from "lucide-react/icons/columns-2";
import Download from "lucide-react/icons/download";
import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import FileText from "lucide-react/icons/file-text";
import Grid from "lucide-react/icons/grid-3x3";
import History from "lucide-react/icons/history";
import Inbox from "lucide-react/icons/inbox";
import Info from "lucide-react/icons/info";
import Layers from "lucide-react/icons/layers";
import Link from "lucide-react/icons/link";
import List from "lucide-react/icons/list";
import ListTree from "lucide-react/icons/list-tree";
import Lock from "lucide-react/icons/lock";
import LogOut from "lucide-react/icons/log-out";
import Mail from "lucide-react/icons/mail";
import Menu from "lucide-react/icons/menu";
import Message from "lucide-react/icons/message-square";
import Minus from "lucide-react/icons/minus";
import Octagon from "lucide-react/icons/octagon-alert";
import Package from "lucide-react/icons/package";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import Rotate from "lucide-react/icons/rotate-cw";
import Scale from "lucide-react/icons/scale";
import ScrollText from "lucide-react/icons/scroll-text";
import Search from "lucide-react/icons/search";
import Send from "lucide-react/icons/send";
import Server from "lucide-react/icons/server";
import Settings from "lucide-react/icons/settings";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import Speech from "lucide-react/icons/message-circle";
import Star from "lucide-react/icons/star";
import Target from "lucide-react/icons/target";
import Trash from "lucide-react/icons/trash-2";
import Triangle from "lucide-react/icons/triangle-alert";
import Undo from "lucide-react/icons/undo-2";
import Upload from "lucide-react/icons/upload";
import User from "lucide-react/icons/user";
import Users from "lucide-react/icons/users";
import Wrench from "lucide-react/icons/wrench";
import X from "lucide-react/icons/x";
import type { StateIcon } from "~/domain/states";

const drawings = {
  actor: Building,
  alignment: Target,
  answer: Speech,
  "arrow-down": ArrowDown,
  "arrow-up": ArrowUp,
  box: Box,
  calendar: Calendar,
  check: Check,
  "chevron-down": ChevronDown,
  "chevron-left": ChevronLeft,
  "chevron-right": ChevronRight,
  "chevron-up": ChevronUp,
  circle: Circle,
  "circle-check": CircleCheck,
  clock: Clock,
  comment: Message,
  download: Download,
  edition: Package,
  excerpt: BookOpen,
  eye: Eye,
  "eye-off": EyeOff,
  filter: SlidersHorizontal,
  fact: Building,
  history: History,
  info: Info,
  intervention: Wrench,
  interview: Message,
  layers: Layers,
  limitation: Triangle,
  link: Link,
  list: List,
  lock: Lock,
  mail: Mail,
  matrix: Grid,
  menu: Menu,
  minus: Minus,
  octagon: Octagon,
  option: Scale,
  panes: Columns,
  pencil: Pencil,
  plus: Plus,
  protocol: ListTree,
  rating: Star,
  read: BookOpen,
  rotate: Rotate,
  search: Search,
  section: FileText,
  send: Send,
  server: Server,
  settings: Settings,
  "sign-out": LogOut,
  sort: ArrowUpDown,
  source: BookOpen,
  statement: List,
  team: Users,
  trail: ScrollText,
  trash: Trash,
  triangle: Triangle,
  undo: Undo,
  upload: Upload,
  user: User,
  work: Inbox,
  x: X,
} satisfies Record<StateIcon, typeof X> & Record<string, typeof X>;

/** A drawing of the one set. */
export type IconName = keyof typeof drawings;

/** One drawing of 16 px. Beside a word it is decoration; alone it needs a `label`, which says what it means. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  const Drawing = drawings[name];
  const role = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return <Drawing className="i" size={16} strokeWidth={1.6} absoluteStrokeWidth {...role} />;
}
