//! A disk in memory that forgets: what was not synced may be lost, sector by sector, when the power is cut.

use std::collections::BTreeMap;

use crate::chance::Chance;

/// Smallest unit a disk writes whole.
const SECTOR: usize = 512;

/// What goes wrong, at which operation counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Fault {
    /// Nothing.
    #[default]
    None,
    /// The power fails; every later operation fails too.
    Cut(u64),
    /// This one operation fails.
    Error(u64),
    /// The first write from here on says it was done and was not. A negative control.
    Swallow(u64),
    /// From here on there is no space.
    Full(u64),
    /// From here on there is no space and the disk says there is. A negative control.
    FullUnsaid(u64),
}

/// What an operation is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Go,
    Fail,
    NoSpace,
    Pretend,
}

#[derive(Debug, Clone, Default)]
struct Node {
    durable: Vec<u8>,
    current: Vec<u8>,
    /// Ranges written since the last sync.
    dirty: Vec<(usize, usize)>,
    is_size_dirty: bool,
    is_entry_durable: bool,
    /// The lock level of each handle.
    levels: BTreeMap<u64, i32>,
}

/// The shared memory of a write-ahead log: its pages, and who holds which of its locks (exclusively or not).
#[derive(Debug, Clone, Default)]
struct Shared {
    pages: Vec<Box<[u8]>>,
    locks: BTreeMap<(i32, u64), bool>,
}

/// All files, the fault that waits, and how many operations there were.
#[derive(Debug, Clone, Default)]
pub(crate) struct Disk {
    files: BTreeMap<String, Node>,
    unsynced_removals: BTreeMap<String, Node>,
    shared: BTreeMap<String, Shared>,
    pub(crate) fault: Fault,
    pub(crate) ops: u64,
    /// A sync returns at once and does nothing. A negative control.
    pub(crate) is_lying: bool,
    is_dead: bool,
    next_handle: u64,
}

impl Disk {
    /// The same disk with its one database under another path.
    pub(crate) fn renamed(&self, path: &std::path::Path) -> Disk {
        let mut disk = self.clone();
        let name = path.to_string_lossy();
        let suffix = |old: &str| {
            ["-wal", "-journal"]
                .into_iter()
                .find(|suffix| old.ends_with(suffix))
                .unwrap_or("")
        };
        let files = std::mem::take(&mut disk.files);
        disk.files = files
            .into_iter()
            .map(|(old, node)| (format!("{name}{}", suffix(&old)), node))
            .collect();
        disk
    }

    /// Counts an operation and says how it ends.
    fn tick(&mut self, is_write: bool) -> Verdict {
        if self.is_dead {
            return Verdict::Fail;
        }
        self.ops += 1;
        match self.fault {
            Fault::Cut(at) if self.ops >= at => {
                self.is_dead = true;
                Verdict::Fail
            }
            Fault::Error(at) if self.ops == at => Verdict::Fail,
            Fault::Swallow(at) if self.ops >= at && is_write => {
                self.fault = Fault::None;
                Verdict::Pretend
            }
            Fault::Full(at) if self.ops >= at && is_write => Verdict::NoSpace,
            Fault::FullUnsaid(at) if self.ops >= at && is_write => Verdict::Pretend,
            _ => Verdict::Go,
        }
    }

    pub(crate) fn open(&mut self, name: &str, may_create: bool) -> Option<u64> {
        let can_go = self.tick(false) == Verdict::Go;
        if !can_go || (!self.files.contains_key(name) && !may_create) {
            return None;
        }
        self.files.entry(name.to_owned()).or_default();
        self.next_handle += 1;
        Some(self.next_handle)
    }

    pub(crate) fn exists(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    pub(crate) fn size(&self, name: &str) -> usize {
        self.files.get(name).map_or(0, |node| node.current.len())
    }

    /// Fills `into` from `offset`; the rest beyond the end is zero. Gives the bytes read.
    pub(crate) fn read(&mut self, name: &str, offset: usize, into: &mut [u8]) -> Result<usize, ()> {
        if self.tick(false) != Verdict::Go {
            return Err(());
        }
        let current = self.files.get(name).map_or(&[][..], |node| &node.current);
        let have = current.get(offset..).unwrap_or(&[]);
        let count = have.len().min(into.len());
        into[..count].copy_from_slice(&have[..count]);
        into[count..].fill(0);
        Ok(count)
    }

    pub(crate) fn write(&mut self, name: &str, offset: usize, bytes: &[u8]) -> Verdict {
        let was_dead = self.is_dead;
        let verdict = self.tick(true);
        let is_being_cut = self.is_dead && !was_dead;
        let Some(node) = self.files.get_mut(name) else {
            return Verdict::Fail;
        };
        // The write that meets the cut may still reach the cache of the disk.
        if verdict == Verdict::Go || is_being_cut {
            let end = offset + bytes.len();
            if node.current.len() < end {
                node.current.resize(end, 0);
                node.is_size_dirty = true;
            }
            node.current[offset..end].copy_from_slice(bytes);
            node.dirty.push((offset, bytes.len()));
        }
        verdict
    }

    pub(crate) fn truncate(&mut self, name: &str, size: usize) -> Verdict {
        let verdict = self.tick(false);
        if let (Verdict::Go, Some(node)) = (verdict, self.files.get_mut(name)) {
            node.current.resize(size, 0);
            node.is_size_dirty = true;
        }
        verdict
    }

    pub(crate) fn sync(&mut self, name: &str) -> Verdict {
        let verdict = self.tick(false);
        if verdict != Verdict::Go || self.is_lying {
            return verdict;
        }
        let Some(node) = self.files.get_mut(name) else {
            return Verdict::Fail;
        };
        if !node.is_entry_durable {
            // SQLite syncs the folder of a new file with it, and with the folder its removals.
            self.unsynced_removals.clear();
        }
        node.durable.clone_from(&node.current);
        node.dirty.clear();
        node.is_size_dirty = false;
        node.is_entry_durable = true;
        verdict
    }

    /// `None` when there was no such file.
    pub(crate) fn remove(&mut self, name: &str, is_synced: bool) -> Option<Verdict> {
        let verdict = self.tick(false);
        if verdict != Verdict::Go {
            return Some(verdict);
        }
        let node = self.files.remove(name)?;
        if !is_synced && node.is_entry_durable {
            self.unsynced_removals.insert(name.to_owned(), node);
        }
        Some(Verdict::Go)
    }

    pub(crate) fn close(&mut self, name: &str, handle: u64) {
        if let Some(node) = self.files.get_mut(name) {
            node.levels.remove(&handle);
        }
    }

    /// SQLite's five levels: none, shared, reserved, pending, exclusive.
    pub(crate) fn lock(&mut self, name: &str, handle: u64, level: i32) -> bool {
        let Some(node) = self.files.get_mut(name) else {
            return true;
        };
        let others = node
            .levels
            .iter()
            .filter(|(other, _)| **other != handle)
            .map(|(_, level)| *level);
        let highest = others.max().unwrap_or(0);
        let is_free = match level {
            1 => highest < 3,
            2 | 3 => highest < 2,
            _ => highest < 1,
        };
        if is_free {
            node.levels.insert(handle, level);
        }
        is_free
    }

    pub(crate) fn unlock(&mut self, name: &str, handle: u64, level: i32) {
        if let Some(node) = self.files.get_mut(name) {
            node.levels.insert(handle, level);
        }
    }

    pub(crate) fn is_reserved(&self, name: &str) -> bool {
        self.files
            .get(name)
            .is_some_and(|node| node.levels.values().any(|level| *level >= 2))
    }

    /// The address of a page of shared memory, which stays until the last user unmaps it.
    pub(crate) fn map(&mut self, name: &str, page: usize, size: usize) -> *mut u8 {
        let pages = &mut self.shared.entry(name.to_owned()).or_default().pages;
        while pages.len() <= page {
            pages.push(vec![0; size].into_boxed_slice());
        }
        pages[page].as_mut_ptr()
    }

    pub(crate) fn lock_shared(
        &mut self,
        name: &str,
        handle: u64,
        slots: std::ops::Range<i32>,
        is_exclusive: bool,
    ) -> bool {
        let locks = &mut self.shared.entry(name.to_owned()).or_default().locks;
        let in_way = |((slot, other), other_exclusive): (&(i32, u64), &bool)| {
            slots.contains(slot) && *other != handle && (is_exclusive || *other_exclusive)
        };
        if locks.iter().any(in_way) {
            return false;
        }
        locks.extend(slots.map(|slot| ((slot, handle), is_exclusive)));
        true
    }

    pub(crate) fn unlock_shared(&mut self, name: &str, handle: u64, slots: std::ops::Range<i32>) {
        if let Some(shared) = self.shared.get_mut(name) {
            shared
                .locks
                .retain(|(slot, other), _| *other != handle || !slots.contains(slot));
        }
    }

    pub(crate) fn unmap(&mut self, name: &str, handle: u64, is_last: bool) {
        self.unlock_shared(name, handle, 0..8);
        if is_last {
            self.shared.remove(name);
        }
    }

    /// The power is gone and comes back: of what was not synced each sector is kept, lost or torn.
    pub(crate) fn cut_power(&mut self, chance: &mut Chance) {
        self.restart();
        for (name, node) in std::mem::take(&mut self.unsynced_removals) {
            if chance.one_in(2) {
                self.files.entry(name).or_insert(node);
            }
        }
        self.files.values_mut().for_each(|node| node.lose(chance));
    }

    /// The program is gone and starts again: nothing that was written is lost.
    pub(crate) fn restart(&mut self) {
        self.is_dead = false;
        self.fault = Fault::None;
        self.shared.clear();
        self.files.values_mut().for_each(|node| node.levels.clear());
    }
}

impl Node {
    fn lose(&mut self, chance: &mut Chance) {
        // Whole disks behave alike: nothing reached it, everything did, or about one sector in 2 or in 7.
        let kept_one_in = [0, 1, 2, 7][chance.below(4)];
        let is_kept = |chance: &mut Chance| kept_one_in > 0 && chance.one_in(kept_one_in);
        let mut image = std::mem::take(&mut self.durable);
        if self.is_size_dirty && is_kept(chance) {
            image.resize(self.current.len(), 0);
        }
        for (offset, length) in std::mem::take(&mut self.dirty) {
            let mut start = offset;
            while start < offset + length {
                let end = ((start / SECTOR + 1) * SECTOR)
                    .min(offset + length)
                    .min(self.current.len());
                if end <= start {
                    break;
                }
                if is_kept(chance) {
                    if image.len() < end {
                        image.resize(end, 0);
                    }
                    image[start..end].copy_from_slice(&self.current[start..end]);
                    if chance.one_in(20) {
                        image[start..end]
                            .iter_mut()
                            .for_each(|byte| *byte = chance.byte());
                    }
                }
                start = end;
            }
        }
        self.current.clone_from(&image);
        self.durable = image;
        self.is_size_dirty = false;
        self.is_entry_durable = true;
    }
}
