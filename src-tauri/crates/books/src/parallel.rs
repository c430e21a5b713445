//! The same work on many things, on every core, so many at once that memory does not grow with their number.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// The answers, in the order of the questions, worked out on every core. One alone needs no other thread.
#[must_use]
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if let [item] = items {
        return vec![work(item)];
    }
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut done = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores.min(items.len())).map(|_| scope.spawn(worker)).collect();
        let joined = workers.into_iter().map(thread::ScopedJoinHandle::join);
        joined
            .flat_map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect::<Vec<_>>()
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, answer)| answer).collect()
}

/// Things that wait until there are enough of them for every core.
#[derive(Debug)]
pub struct Batch<T> {
    waiting: Vec<T>,
    bytes: usize,
}

/// Things that wait at most.
const MOST: usize = 256;
/// Bytes that wait at most, but for one thing more.
const MOST_BYTES: usize = 64 << 20;

impl<T> Default for Batch<T> {
    fn default() -> Self {
        Self {
            waiting: Vec::new(),
            bytes: 0,
        }
    }
}

impl<T> Batch<T> {
    /// Adds a thing that takes so many bytes; whether it is time to work on all of them.
    pub fn add(&mut self, thing: T, bytes: usize) -> bool {
        self.waiting.push(thing);
        self.bytes = self.bytes.saturating_add(bytes);
        self.waiting.len() >= MOST || self.bytes >= MOST_BYTES
    }

    /// Takes what waits.
    pub fn take(&mut self) -> Vec<T> {
        self.bytes = 0;
        std::mem::take(&mut self.waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_questions() {
        let questions: Vec<u32> = (0..1_000).collect();
        let answers = in_parallel(&questions, |question| question * 2);
        assert!(
            answers
                .iter()
                .zip(&questions)
                .all(|(answer, question)| *answer == question * 2)
        );
        assert_eq!(in_parallel(&[], |(): &()| ()), []);
    }

    #[test]
    fn a_batch_is_full_by_number_and_by_bytes() {
        let mut batch = Batch::default();
        assert!((1..MOST).all(|_| !batch.add((), 1)) && batch.add((), 1));
        assert_eq!(batch.take().len(), MOST);
        assert!(batch.add((), MOST_BYTES));
        assert_eq!((batch.take().len(), batch.take().len()), (1, 0));
    }
}
