//! The cheapest way to carry a flow: push and relabel with prices of rising exactness.
//!
//! A. V. Goldberg 1997, *An efficient implementation of a scaling minimum-cost flow algorithm*, Journal of Algorithms 22,
//! sections 2 (the method) and 5 (price updates). A node has a price; a way is a bargain if its cost and the price at its
//! tail are less than the price at its head. While no open way is a bargain by more than a tolerance, the flow is nearly
//! cheapest; the tolerance falls until what is left is less than a whole unit.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::network::{Network, Residual};
use super::number::Number;

/// By how many bits the tolerance falls at a time.
const STEP: u32 = 3;
/// All prices are lowered at once after so many looks at each way.
const UPDATE: u64 = 8;

/// Whether to go on, asked with the work done so far (ways looked at) between two tolerances.
pub(crate) type Course<'a> = &'a mut dyn FnMut(u64) -> bool;

/// What came of it.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// What a unit is worth at each node. If `is_cheapest`, no open way costs less than the difference of these.
    pub(crate) prices: Vec<i64>,
    /// Whether the end was reached; otherwise it was stopped.
    pub(crate) is_cheapest: bool,
    /// Ways looked at.
    pub(crate) work: u64,
}

/// Makes a flow that leaves no excess the cheapest one, starting from prices near the right ones if there are any.
pub(crate) fn cheapen(net: &mut Residual, network: &Network, near: Option<&[i64]>, go_on: Course<'_>) -> Outcome {
    let unit = unit(network, near);
    // Prices fall by at most three times the nodes times the tolerance at each level, and the levels halve at least.
    let nodes = net.nodes() as i128;
    let greatest = |of: &mut dyn Iterator<Item = i64>| of.map(|it| i128::from(it).abs()).max().unwrap_or(0);
    let dearest = greatest(&mut network.arcs.iter().map(|it| it.cost));
    let highest = greatest(&mut near.unwrap_or_default().iter().copied());
    let reach = ((dearest + 2 * highest) / i128::from(unit) + 1) * scale(net.nodes()) * (8 * nodes + 8);
    if reach < i128::from(i64::MAX / 4) {
        Scaling::<i64>::over(net, network, near, unit).run(go_on)
    } else {
        Scaling::<i128>::over(net, network, near, unit).run(go_on)
    }
}

/// The greatest number of which all costs and prices are multiples: counted in it, they are small where they are coarse.
fn unit(network: &Network, near: Option<&[i64]>) -> i64 {
    let figures = network.arcs.iter().map(|it| it.cost).chain(near.unwrap_or_default().iter().copied());
    let mut common = 0_u64;
    for mut figure in figures.map(i64::unsigned_abs) {
        while figure != 0 {
            (common, figure) = (figure, common % figure);
        }
        if common == 1 {
            break;
        }
    }
    i64::try_from(common.max(1)).unwrap_or(1)
}

/// By how much costs are multiplied: a power of two above the number of nodes, so that a tolerance of one is exact.
fn scale(nodes: usize) -> i128 {
    1 << bits(nodes)
}

fn bits(nodes: usize) -> u32 {
    usize::BITS - (nodes + 1).leading_zeros()
}

/// A way out of a node, with all that is asked of it side by side.
#[derive(Clone, Copy)]
struct Way<T> {
    room: i64,
    /// Multiplied.
    cost: T,
    head: u32,
    twin: u32,
}

struct Scaling<'a, T> {
    net: &'a mut Residual,
    ways: Vec<Way<T>>,
    /// Of each node, multiplied.
    price: Vec<T>,
    /// The way at which each node goes on looking for a bargain.
    next: Vec<u32>,
    active: VecDeque<u32>,
    /// What all costs are multiples of.
    unit: i64,
    /// The tolerance is two to this.
    tolerance: u32,
    work: u64,
    since_update: u64,
}

impl<'a, T: Number> Scaling<'a, T> {
    fn over(net: &'a mut Residual, network: &Network, near: Option<&[i64]>, unit: i64) -> Self {
        let shift = bits(net.nodes());
        let scaled = |it: i64| T::fitting(i128::from(it / unit)).unwrap_or(T::ZERO) << shift;
        let way = |at: usize| Way { room: net.room[at], cost: T::ZERO, head: net.head[at], twin: net.twin[at] };
        let mut ways: Vec<Way<T>> = (0..net.head.len()).map(way).collect();
        for (arc, place) in network.arcs.iter().zip(&net.place) {
            ways[*place as usize].cost = scaled(arc.cost);
            ways[net.twin[*place as usize] as usize].cost = -scaled(arc.cost);
        }
        let price = near.map_or_else(|| vec![T::ZERO; net.nodes()], |it| it.iter().map(|it| scaled(*it)).collect());
        let next = net.first[..net.nodes()].to_vec();
        Self { net, ways, price, next, active: VecDeque::new(), unit, tolerance: 0, work: 0, since_update: 0 }
    }

    fn run(mut self, go_on: Course<'_>) -> Outcome {
        let worst = self.worst_bargain();
        let mut tolerance = 0;
        while T::fitting(1).is_some_and(|one| (one << tolerance) < worst) {
            tolerance += 1;
        }
        let mut is_cheapest = tolerance == 0;
        while !is_cheapest && go_on(self.work) {
            tolerance = tolerance.saturating_sub(STEP);
            self.tolerance = tolerance;
            self.refine();
            is_cheapest = tolerance == 0;
        }
        for (room, way) in self.net.room.iter_mut().zip(&self.ways) {
            *room = way.room;
        }
        Outcome { prices: self.whole_prices(), is_cheapest, work: self.work }
    }

    /// What a way costs, counting the prices at both ends.
    fn reduced(&self, tail: usize, way: &Way<T>) -> T {
        way.cost + self.price[tail] - self.price[way.head as usize]
    }

    fn push(&mut self, from: usize, at: usize, amount: i64) {
        let Way { head, twin, .. } = self.ways[at];
        self.ways[at].room -= amount;
        self.ways[twin as usize].room += amount;
        self.net.excess[from] -= amount;
        self.net.excess[head as usize] += amount;
    }

    /// By how much the best bargain is one.
    fn worst_bargain(&self) -> T {
        let mut worst = T::ZERO;
        for node in 0..self.net.nodes() {
            for way in self.ways[self.net.ways(node)].iter().filter(|it| it.room > 0) {
                worst = worst.max(-self.reduced(node, way));
            }
        }
        worst
    }

    /// Takes every bargain, then carries back what that leaves over, making no bargain greater than the tolerance.
    fn refine(&mut self) {
        for node in 0..self.net.nodes() {
            for at in self.net.ways(node) {
                if self.ways[at].room > 0 && self.reduced(node, &self.ways[at]) < T::ZERO {
                    self.push(node, at, self.ways[at].room);
                }
            }
        }
        self.work += self.ways.len() as u64;
        self.update_prices();
        while let Some(node) = self.active.pop_front() {
            self.discharge(node as usize);
            if self.since_update > UPDATE * self.ways.len() as u64 {
                self.update_prices();
            }
        }
    }

    /// Carries the excess of a node away along bargains, lowering its price where there is none.
    fn discharge(&mut self, node: usize) {
        let end = self.net.first[node + 1] as usize;
        while self.net.excess[node] > 0 {
            let mut at = self.next[node] as usize;
            let begun = at;
            while at < end {
                if self.ways[at].room > 0 && self.reduced(node, &self.ways[at]) < T::ZERO {
                    let head = self.ways[at].head as usize;
                    let had = self.net.excess[head];
                    let amount = self.net.excess[node].min(self.ways[at].room);
                    self.push(node, at, amount);
                    if had <= 0 && had + amount > 0 {
                        self.active.push_back(head as u32);
                    }
                    if self.net.excess[node] == 0 {
                        break;
                    }
                }
                at += 1;
            }
            self.since_update += (at - begun) as u64;
            self.next[node] = at as u32;
            if at == end {
                self.relabel(node);
            }
        }
    }

    /// Lowers the price of a node until its best way is a bargain of just the tolerance, and goes on from that way. Ways before
    /// it may be smaller bargains; if they are needed, they are met after the next time, when the price cannot rise.
    fn relabel(&mut self, node: usize) {
        let (mut best, mut place) = (T::LEAST, self.net.first[node]);
        for at in self.net.ways(node) {
            let way = &self.ways[at];
            if way.room > 0 {
                let value = self.price[way.head as usize] - way.cost;
                if value > best {
                    (best, place) = (value, at as u32);
                }
            }
        }
        self.since_update += self.net.ways(node).len() as u64;
        self.price[node] = best - self.one_tolerance();
        self.next[node] = place;
    }

    fn one_tolerance(&self) -> T {
        T::fitting(1).unwrap_or(T::ZERO) << self.tolerance
    }

    /// Lowers all prices at once, each by its distance from the nearest node that takes (section 5 of the paper).
    fn update_prices(&mut self) {
        self.work += self.since_update + self.ways.len() as u64;
        self.since_update = 0;
        let nodes = self.net.nodes();
        let mut distance = vec![i64::MAX; nodes];
        let mut heap = BinaryHeap::new();
        let mut giving = 0;
        self.active.clear();
        for (node, excess) in self.net.excess.iter().enumerate() {
            if *excess < 0 {
                distance[node] = 0;
                heap.push(Reverse((0_i64, node as u32)));
            } else if *excess > 0 {
                giving += 1;
                self.active.push_back(node as u32);
            }
        }
        let mut last = 0;
        while giving > 0
            && let Some(Reverse((far, node))) = heap.pop()
        {
            let node = node as usize;
            if far > distance[node] {
                continue;
            }
            last = far;
            if self.net.excess[node] > 0 {
                giving -= 1;
            }
            for way in &self.ways[self.net.ways(node)] {
                let tail = way.head as usize;
                // The way back into this node costs the opposite, and has room if something flows on it.
                if distance[tail] > far && self.ways[way.twin as usize].room > 0 {
                    let reduced = -self.reduced(node, way);
                    let steps = if reduced < T::ZERO { 0 } else { (reduced >> self.tolerance).wide() + 1 };
                    let there = far.saturating_add(i64::try_from(steps).unwrap_or(i64::MAX));
                    if there < distance[tail] {
                        distance[tail] = there;
                        heap.push(Reverse((there, tail as u32)));
                    }
                }
            }
        }
        for (price, far) in self.price.iter_mut().zip(distance) {
            let steps = T::fitting(far.min(last).into()).unwrap_or(T::ZERO);
            *price = *price - (steps << self.tolerance);
        }
        self.next.copy_from_slice(&self.net.first[..nodes]);
    }

    /// Prices in the units of the costs.
    ///
    /// With a tolerance of one, an open way from `u` to `v` has `scaled cost + price(u) >= price(v) - 1`. Rounding down after
    /// adding a number to all prices keeps `cost + price(u) >= price(v)` unless the sum at `u` leaves the greatest remainder;
    /// there are more remainders than nodes, so some number spares them all.
    fn whole_prices(&self) -> Vec<i64> {
        let shift = bits(self.net.nodes());
        let scale = scale(self.net.nodes());
        let mut taken = vec![false; scale as usize];
        for price in &self.price {
            taken[price.wide().rem_euclid(scale) as usize] = true;
        }
        let free = taken.iter().position(|it| !it).unwrap_or(0) as i128;
        let added = scale - 1 - free;
        self.price
            .iter()
            .map(|it| i64::try_from(((it.wide() + added) >> shift) * i128::from(self.unit)).unwrap_or(i64::MAX))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::network::Arc;
    use super::super::reach::saturate;
    use super::*;

    fn arc(tail: u32, head: u32, capacity: i64, cost: i64) -> Arc {
        Arc { tail, head, capacity, cost }
    }

    #[test]
    fn the_cheapest_of_two_ways_is_taken_and_the_prices_prove_it() {
        let arcs = vec![arc(0, 1, 4, 2), arc(1, 2, 4, 2), arc(0, 2, 3, 7), arc(1, 0, 2, -1)];
        let network = Network { supplies: vec![5, 0, -5], arcs };
        let mut net = Residual::of(&network);

        assert!(saturate(&mut net).is_none());
        let outcome = cheapen(&mut net, &network, None, &mut |_| true);

        assert!(outcome.is_cheapest);
        assert_eq!((net.flow(0) - net.flow(3), net.flow(1), net.flow(2)), (4, 4, 1));
        for node in 0..3 {
            for way in net.ways(node).filter(|it| net.room[*it] > 0) {
                let arc = net.place.iter().position(|it| *it as usize == way);
                let back = net.place.iter().position(|it| net.twin[*it as usize] as usize == way);
                let cost = arc.map_or_else(|| -network.arcs[back.unwrap()].cost, |it| network.arcs[it].cost);
                assert!(cost + outcome.prices[node] >= outcome.prices[net.head[way] as usize]);
            }
        }
    }
}
