"""What a file manager does in a drag: a small window at the top of the screen, so many pixels from the left, whose button,
held and moved, carries the files named on standard input. Says `ready` when it stands, and how the drag ended."""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

uris = [pathlib.Path(line).as_uri() for line in sys.stdin.read().splitlines()]
window = Gtk.Window(type=Gtk.WindowType.POPUP)  # stands where it is put, with no window manager
window.set_default_size(40, 40)
window.move(int(sys.argv[1]), 0)
area = Gtk.EventBox()
window.add(area)
area.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
area.drag_source_add_uri_targets()
area.connect("drag-data-get", lambda _area, _drag, data, _info, _time: data.set_uris(uris))


def ended(word):
    print(word, flush=True)
    Gtk.main_quit()


area.connect("drag-failed", lambda *_: ended("failed"))
area.connect("drag-end", lambda *_: ended("ended"))
window.connect_after("map-event", lambda *_: print("ready", flush=True))
window.show_all()
Gtk.main()
