import type { ReactElement, ReactNode } from "react";
import {
  Menu as AriaMenu,
  Popover as AriaPopover,
  Dialog,
  DialogTrigger,
  MenuItem,
  MenuTrigger,
} from "react-aria-components";
import { Kbd } from "./Kbd";

export interface MenuAction {
  id: string;
  label: string;
  icon?: ReactNode;
  chord?: string;
  run: () => void;
}

/** A button that opens further actions. */
export function Menu({ trigger, actions }: { trigger: ReactElement; actions: readonly MenuAction[] }) {
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover offset={4} className="min-w-48 rounded-lg border border-line bg-raised p-1 shadow-pop">
        <AriaMenu className="outline-none!">
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              onAction={action.run}
              className="flex h-8 cursor-default items-center gap-2 rounded-md px-2 outline-none! data-[focused]:bg-hover"
            >
              {action.icon}
              <span className="flex-1">{action.label}</span>
              {action.chord ? <Kbd chord={action.chord} /> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}

/** Something small beside its button. */
export function Popover({
  trigger,
  label,
  children,
}: {
  trigger: ReactElement;
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover offset={4} className="rounded-lg border border-line bg-raised p-3 shadow-pop">
        <Dialog aria-label={label} className="outline-none!">
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
