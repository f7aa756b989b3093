//! Strongly connected components of types (Tarjan's algorithm, without recursion).

use crate::arena::Arena;
use crate::ir::{TypeDef, TypeId};

/// Sets of types each of which leads to all others of its set.
pub(super) struct Components {
    component: Vec<usize>,
    /// All types; a set comes behind those that it leads to.
    closed: Vec<usize>,
}

impl Components {
    /// `edges`: the types that a type is connected to.
    pub(super) fn of(types: &Arena<TypeId, TypeDef>, edges: fn(&TypeDef) -> Vec<TypeId>) -> Components {
        let indices = |def: &TypeDef| edges(def).into_iter().map(TypeId::index).collect();
        let edges: Vec<Vec<usize>> = types.iter().map(indices).collect();
        let mut state = State {
            edges: &edges,
            index: vec![None; edges.len()],
            low: vec![0; edges.len()],
            on_stack: vec![false; edges.len()],
            stack: Vec::new(),
            next: 0,
            component: vec![usize::MAX; edges.len()],
            closed: Vec::with_capacity(edges.len()),
        };
        for node in 0..edges.len() {
            if state.index[node].is_none() {
                state.visit(node);
            }
        }
        Components {
            component: state.component,
            closed: state.closed,
        }
    }

    /// All types, each behind those that it leads to and that do not lead back.
    fn inner_first(&self, types: &Arena<TypeId, TypeDef>) -> Vec<TypeId> {
        let ids: Vec<TypeId> = types.ids().collect();
        self.closed
            .iter()
            .filter_map(|&index| ids.get(index).copied())
            .collect()
    }

    /// The sets, each behind those that it leads to.
    pub(super) fn sets(&self, types: &Arena<TypeId, TypeDef>) -> Vec<Vec<TypeId>> {
        let inner_first = self.inner_first(types);
        let sets = inner_first.chunk_by(|&one, &other| self.together(one, other));
        sets.map(<[TypeId]>::to_vec).collect()
    }

    /// Whether each of two types leads to the other.
    pub(super) fn together(&self, from: TypeId, to: TypeId) -> bool {
        self.component[from.index()] == self.component[to.index()]
    }
}

struct State<'a> {
    edges: &'a [Vec<usize>],
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    next: usize,
    component: Vec<usize>,
    closed: Vec<usize>,
}

impl State<'_> {
    fn visit(&mut self, root: usize) {
        let mut work = vec![(root, 0)];
        self.open(root);
        while let Some((node, edge)) = work.pop() {
            match self.edges[node].get(edge) {
                Some(&target) => {
                    work.push((node, edge + 1));
                    match self.index[target] {
                        None => {
                            self.open(target);
                            work.push((target, 0));
                        }
                        Some(index) if self.on_stack[target] => self.low[node] = self.low[node].min(index),
                        Some(_) => {}
                    }
                }
                None => {
                    self.close(node);
                    if let Some(&(parent, _)) = work.last() {
                        self.low[parent] = self.low[parent].min(self.low[node]);
                    }
                }
            }
        }
    }

    fn open(&mut self, node: usize) {
        self.index[node] = Some(self.next);
        self.low[node] = self.next;
        self.next += 1;
        self.stack.push(node);
        self.on_stack[node] = true;
    }

    fn close(&mut self, node: usize) {
        if Some(self.low[node]) != self.index[node] {
            return;
        }
        while let Some(inner) = self.stack.pop() {
            self.on_stack[inner] = false;
            self.component[inner] = node;
            self.closed.push(inner);
            if inner == node {
                break;
            }
        }
    }
}
