//! Where a walk stands in a sequence of the schema: what may come next, and what is missing.

use super::table::{Block, Particle, SIGNATURES, Space};
use crate::xml::Node;

impl Particle {
    pub(super) fn fits(&self, node: Node<'_>) -> bool {
        self.fits_named(node, node.name())
    }

    /// As [`Self::fits`], with the name of the node.
    fn fits_named(&self, node: Node<'_>, name: &str) -> bool {
        match self.space {
            Space::Own => name == self.name && !node.has_namespace(),
            Space::Signature => name == self.name && node.namespace() == SIGNATURES,
            Space::Any { .. } => true,
            Space::Other { .. } => node.has_namespace() && node.namespace() != SIGNATURES,
        }
    }
}

/// How far a sequence is.
pub(super) struct Place<'s> {
    pub(super) block: &'s Block,
    /// The particle last met, and whether it was met.
    at: usize,
    is_met: bool,
    /// Which of the alternatives was begun.
    branch: Option<char>,
}

/// An element found where it may stand, and what should have stood before it.
pub(super) struct Step<'s> {
    pub(super) particle: &'s Particle,
    pub(super) missing: Vec<&'s Particle>,
}

impl<'s> Place<'s> {
    pub(super) const fn new(block: &'s Block) -> Self {
        Self {
            block,
            at: 0,
            is_met: false,
            branch: None,
        }
    }

    /// Whether a particle from here on may still come.
    fn is_open(&self, number: usize, particle: &Particle) -> bool {
        let is_of_branch =
            particle.branch.is_none() || self.branch.is_none() || particle.branch == self.branch;
        is_of_branch && (particle.is_list || !self.is_met || number > self.at)
    }

    /// The particles from here on that may still come.
    fn ahead(&self) -> impl Iterator<Item = (usize, &'s Particle)> {
        let particles = self.block.particles.iter().enumerate().skip(self.at);
        particles.filter(|(number, particle)| self.is_open(*number, particle))
    }

    pub(super) fn step(&mut self, node: Node<'_>) -> Option<Step<'s>> {
        let name = node.name();
        let mut is_missing = false;
        let mut number = self.at;
        for particle in self.block.particles.get(self.at..)? {
            if self.is_open(number, particle) {
                if particle.fits_named(node, name) {
                    let missing = if is_missing {
                        self.missing_before(number, particle.branch)
                    } else {
                        Vec::new()
                    };
                    self.at = number;
                    self.is_met = true;
                    self.branch = self.branch.or(particle.branch);
                    return Some(Step { particle, missing });
                }
                is_missing |= particle.is_required && !(self.is_met && number == self.at);
            }
            number = number.saturating_add(1);
        }
        None
    }

    /// The required particles that were skipped to come to that of a number and branch.
    fn missing_before(&self, number: usize, branch: Option<char>) -> Vec<&'s Particle> {
        let taken = self.branch.or(branch);
        let skipped = self.ahead().take_while(|(at, _)| *at < number);
        let required = skipped.filter(|(at, particle)| {
            let is_met = *at == self.at && self.is_met;
            particle.is_required && !is_met
        });
        let mut missing = Vec::new();
        // Of alternatives of which none was begun the first is the one that is missing.
        let mut group = taken;
        for (_, particle) in required {
            match (particle.branch, group) {
                (Some(own), Some(chosen)) if own != chosen => {}
                (own, None) => {
                    group = own;
                    missing.push(particle);
                }
                _ => missing.push(particle),
            }
        }
        missing
    }

    /// What is still missing at the end.
    pub(super) fn rest(&self) -> Vec<&'s Particle> {
        let after = if self.is_met {
            self.at.saturating_add(1)
        } else {
            self.at
        };
        let mut left = self.block.particles.iter().skip(after);
        if left.any(|particle| particle.is_required) {
            self.missing_before(usize::MAX, None)
        } else {
            Vec::new()
        }
    }

    /// What may come next: up to the first that must.
    pub(super) fn expected(&self) -> impl Iterator<Item = &'s Particle> {
        let mut is_over = false;
        self.ahead().map_while(move |(number, particle)| {
            if is_over {
                return None;
            }
            let is_next = particle.is_required && particle.branch.is_none();
            is_over = is_next && !(number == self.at && self.is_met);
            Some(particle)
        })
    }

    pub(super) fn is_taken(&self, particle: &Particle) -> bool {
        let reached = self.block.particles.iter().take(self.at.saturating_add(1));
        self.is_met && reached.into_iter().any(|earlier| std::ptr::eq(earlier, particle))
    }
}
