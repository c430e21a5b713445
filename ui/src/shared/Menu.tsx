import { type ReactElement, type ReactNode, useContext } from "react";
import {
  Menu as AriaMenu,
  Popover as AriaPopover,
  DialogTrigger,
  MenuItem,
  MenuTrigger,
  OverlayTriggerStateContext,
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

/** What stands in a popover, or how to make it from what closes it. */
type Content = ReactNode | ((close: () => void) => ReactNode);

/** Something small beside its button. */
export function Popover({ trigger, label, children }: { trigger: ReactElement; label: string; children: Content }) {
  return (
    <DialogTrigger>
      {trigger}
      {/* itself the dialog: a dialog inside would leave its hidden button outside */}
      <AriaPopover
        aria-label={label}
        offset={4}
        className="rounded-lg border border-line bg-raised p-3 shadow-pop outline-none!"
      >
        <Inside>{children}</Inside>
      </AriaPopover>
    </DialogTrigger>
  );
}

function Inside({ children }: { children: Content }) {
  const state = useContext(OverlayTriggerStateContext);
  return typeof children === "function" ? children(() => state?.close()) : children;
}
