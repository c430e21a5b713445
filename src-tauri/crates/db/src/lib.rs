//! The file: open, migrate, write, undo, back up, restore.

