import type { shared as it } from "../it/shared";
import type { Translated } from "../words";

export const shared: Translated<typeof it> = {
  cancel: "Cancel",
  choose: "Choose",
  close: "Close",
  create_named: "Create “{{name}}”",
  date_placeholder: "dd/mm/yyyy",
  next_month: "Next month",
  notices: "Notices",
  open_calendar: "Open the calendar",
  previous_month: "Previous month",
  progress: "{{done}} of {{total}}",
  retry: "Try again",
  undo: "Undo",
  undone: "Change undone",
  unknown_code:
    "Something did not work. Nothing you typed is lost: try again, and if it happens again quote the code {{code}}.",
  keys: {
    new: "New",
    open: "Open",
    preview: "Preview",
    back: "Go back",
    filter: "Filter",
    save: "Save",
    issue: "Issue",
    duplicate: "Duplicate",
    paid: "Mark as paid",
    print: "Print",
    mail: "Send by email",
    undo: "Undo the last change",
    palette: "Search everywhere",
    help: "Show the keys",
  },
};
