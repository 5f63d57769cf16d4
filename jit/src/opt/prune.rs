//! Takes out parameters that are the same value on all edges, and blocks that nothing reaches.

use super::ir::*;

/// Does both.
pub fn prune(g: &mut Graph) {
    unreachable(g);
    parameters(g);
}

fn unreachable(g: &mut Graph) {
    let mut reached = vec![false; g.blocks.len()];
    let mut work: Vec<B> = g.entries.iter().map(|e| e.block).collect();
    while let Some(b) = work.pop() {
        if std::mem::replace(&mut reached[b.i()], true) {
            continue;
        }
        work.extend(g.edges(b).iter().map(|e| e.to));
    }
    g.order.retain(|b| reached[b.i()]);
}

fn parameters(g: &mut Graph) {
    let mut same: Vec<V> = (0..g.defs.len() as u32).map(V).collect();
    fn find(same: &[V], mut v: V) -> V {
        while same[v.i()] != v {
            v = same[v.i()];
        }
        v
    }
    loop {
        let mut incoming: Vec<Vec<Option<V>>> = g
            .blocks
            .iter()
            .map(|b| vec![None; b.params.len()])
            .collect();
        let mut mixed: Vec<Vec<bool>> = g
            .blocks
            .iter()
            .map(|b| vec![false; b.params.len()])
            .collect();
        for &b in &g.order {
            for e in g.edges(b) {
                for (n, &arg) in e.args.iter().enumerate() {
                    let p = g.blocks[e.to.i()].params[n];
                    let arg = find(&same, arg);
                    if arg == find(&same, p) {
                        continue;
                    }
                    match incoming[e.to.i()][n] {
                        None => incoming[e.to.i()][n] = Some(arg),
                        Some(other) if other == arg => {}
                        Some(_) => mixed[e.to.i()][n] = true,
                    }
                }
            }
        }
        let mut changed = false;
        for &b in &g.order {
            for n in 0..g.blocks[b.i()].params.len() {
                let p = g.blocks[b.i()].params[n];
                if same[p.i()] == p
                    && !mixed[b.i()][n]
                    && let Some(v) = incoming[b.i()][n]
                {
                    same[p.i()] = v;
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    rename(g, &|v| find(&same, v));
    let keeps: Vec<Vec<bool>> = g
        .blocks
        .iter()
        .map(|b| b.params.iter().map(|p| same[p.i()] == *p).collect())
        .collect();
    for (b, keep) in g.blocks.iter_mut().zip(&keeps) {
        filter(&mut b.params, keep);
        filter(&mut b.regs, keep);
    }
    each_edge(g, &mut |e| filter(&mut e.args, &keeps[e.to.i()]));
    for n in 0..g.blocks.len() {
        for (k, &p) in g.blocks[n].params.iter().enumerate() {
            g.defs[p.i()] = Def::Param(B(n as u32), k as u32);
        }
    }
}

fn filter<T: Copy>(list: &mut Vec<T>, keep: &[bool]) {
    let mut n = 0;
    list.retain(|_| {
        n += 1;
        keep[n - 1]
    });
}

fn each_edge(g: &mut Graph, f: &mut dyn FnMut(&mut Edge)) {
    for inst in &mut g.insts {
        if let Raise::Handler(e) = &mut inst.raise {
            f(e);
        }
    }
    for b in &mut g.blocks {
        match &mut b.term {
            Term::Jump(e) => f(e),
            Term::Branch { then, other, .. } => {
                f(then);
                f(other);
            }
            Term::Item { got, done, .. } => {
                f(got);
                f(done);
            }
            Term::None | Term::Return(_) | Term::Raised | Term::Deopt(_) | Term::Yield { .. } => {}
        }
    }
}

fn rename(g: &mut Graph, to: &dyn Fn(V) -> V) {
    for v in 0..g.defs.len() {
        if let Def::Refine(of, i, n) = g.defs[v] {
            g.defs[v] = Def::Refine(to(of), i, n);
        }
    }
    let each = |list: &mut Vec<V>| list.iter_mut().for_each(|v| *v = to(*v));
    for inst in &mut g.insts {
        each(&mut inst.args);
        each(&mut inst.refined);
    }
    for s in &mut g.states {
        s.regs.iter_mut().for_each(|(_, v)| *v = to(*v));
    }
    for b in &mut g.blocks {
        match &mut b.term {
            Term::Return(v) | Term::Yield { value: v, .. } => *v = to(*v),
            Term::Branch { cond, .. } => *cond = to(*cond),
            _ => {}
        }
    }
    each_edge(g, &mut |e| e.args.iter_mut().for_each(|v| *v = to(*v)));
}
