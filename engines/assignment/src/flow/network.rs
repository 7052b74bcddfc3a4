//! Networks, and what is left of them while something flows.

/// A way from one node to another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arc {
    pub(crate) tail: u32,
    pub(crate) head: u32,
    /// How much fits through, from zero on.
    pub(crate) capacity: i64,
    /// What a unit costs that flows through.
    pub(crate) cost: i64,
}

/// Nodes that give (above zero) or take (below), and arcs between them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Network {
    pub(crate) supplies: Vec<i64>,
    pub(crate) arcs: Vec<Arc>,
}

/// The same network as ways that are still open, forwards and backwards, sorted by the node that they leave.
pub(crate) struct Residual {
    /// Where the ways out of a node begin.
    pub(crate) first: Vec<u32>,
    pub(crate) head: Vec<u32>,
    /// The way back.
    pub(crate) twin: Vec<u32>,
    /// How much still fits through.
    pub(crate) room: Vec<i64>,
    /// What is still to be carried away from a node, or (below zero) to it.
    pub(crate) excess: Vec<i64>,
    /// Where each arc of the network stands.
    pub(crate) place: Vec<u32>,
}

impl Residual {
    /// The ways of a network through which nothing flows yet.
    pub(crate) fn of(network: &Network) -> Self {
        let nodes = network.supplies.len();
        let mut first = vec![0_u32; nodes + 1];
        for arc in &network.arcs {
            first[arc.tail as usize + 1] += 1;
            first[arc.head as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut next: Vec<u32> = first[..nodes].to_vec();
        let ways = 2 * network.arcs.len();
        let (mut head, mut twin, mut room) = (vec![0; ways], vec![0; ways], vec![0; ways]);
        let mut place = Vec::with_capacity(network.arcs.len());
        for arc in &network.arcs {
            let (there, back) = (next[arc.tail as usize], next[arc.head as usize]);
            // An arc from a node to itself would take the same place twice; networks here have none.
            next[arc.tail as usize] += 1;
            next[arc.head as usize] += 1;
            head[there as usize] = arc.head;
            head[back as usize] = arc.tail;
            twin[there as usize] = back;
            twin[back as usize] = there;
            room[there as usize] = arc.capacity;
            place.push(there);
        }
        Self { first, head, twin, room, excess: network.supplies.clone(), place }
    }

    /// How many nodes there are.
    pub(crate) fn nodes(&self) -> usize {
        self.excess.len()
    }

    /// The ways out of a node.
    pub(crate) fn ways(&self, node: usize) -> std::ops::Range<usize> {
        self.first[node] as usize..self.first[node + 1] as usize
    }

    /// Lets something flow along a way.
    pub(crate) fn push(&mut self, from: usize, way: usize, amount: i64) {
        self.room[way] -= amount;
        self.room[self.twin[way] as usize] += amount;
        self.excess[from] -= amount;
        self.excess[self.head[way] as usize] += amount;
    }

    /// How much flows through an arc of the network.
    pub(crate) fn flow(&self, arc: usize) -> i64 {
        self.room[self.twin[self.place[arc] as usize] as usize]
    }
}
