//! How much can flow at all (E. A. Dinic 1970, Soviet Mathematics Doklady 11), and what stands in the way.

use super::network::Residual;

/// Carries as much as can be carried from nodes that give to nodes that take.
///
/// Nothing is left if it answers nothing; otherwise it answers which nodes lie on the giving side of a least cut: what is
/// left cannot cross from these to the others (L. R. Ford and D. R. Fulkerson 1956, Canadian Journal of Mathematics 8).
pub(crate) fn saturate(net: &mut Residual) -> Option<Vec<bool>> {
    loop {
        let levels = levels(net);
        let reached = |node: usize| levels[node] != u32::MAX;
        if !(0..net.nodes()).any(|it| reached(it) && net.excess[it] < 0) {
            let stuck = net.excess.iter().any(|it| *it > 0);
            return stuck.then(|| (0..net.nodes()).map(reached).collect());
        }
        block(net, &levels);
    }
}

/// How many steps each node is from the nearest one that still gives.
fn levels(net: &Residual) -> Vec<u32> {
    let mut levels = vec![u32::MAX; net.nodes()];
    let mut queue: Vec<usize> = (0..net.nodes()).filter(|it| net.excess[*it] > 0).collect();
    for node in &queue {
        levels[*node] = 0;
    }
    let mut at = 0;
    while let Some(node) = queue.get(at).copied() {
        at += 1;
        for way in net.ways(node) {
            let head = net.head[way] as usize;
            if net.room[way] > 0 && levels[head] == u32::MAX {
                levels[head] = levels[node] + 1;
                queue.push(head);
            }
        }
    }
    levels
}

/// Carries along shortest paths until each of them is blocked.
fn block(net: &mut Residual, levels: &[u32]) {
    let mut next: Vec<usize> = (0..net.nodes()).map(|it| net.ways(it).start).collect();
    let mut path: Vec<usize> = Vec::new();
    for source in 0..net.nodes() {
        while levels[source] == 0 && net.excess[source] > 0 {
            path.clear();
            let mut node = source;
            while net.excess[node] >= 0 {
                if let Some(way) = (next[node]..net.ways(node).end)
                    .find(|it| net.room[*it] > 0 && levels[net.head[*it] as usize] == levels[node] + 1)
                {
                    next[node] = way;
                    path.push(way);
                    node = net.head[way] as usize;
                    continue;
                }
                next[node] = net.ways(node).end;
                let Some(back) = path.pop() else { break };
                node = net.head[net.twin[back] as usize] as usize;
                next[node] += 1;
            }
            if net.excess[node] >= 0 {
                break;
            }
            let amount = path.iter().map(|it| net.room[*it]).fold(net.excess[source].min(-net.excess[node]), i64::min);
            for way in &path {
                let tail = net.head[net.twin[*way] as usize] as usize;
                net.push(tail, *way, amount);
            }
        }
    }
}
