//! Which uses must be boxed, because a type would otherwise contain itself.
//!
//! Lists and maps are on the heap already. Of the other uses, those between types of one strongly connected component are boxed:
//! that does not depend on the order of the document.

use crate::ir::{Api, Rest, Shape, Struct, Type, TypeId, TypeRef, each_use, each_use_mut};

pub(super) fn run(api: &mut Api) {
    let components = Components::find(api);
    for id in api.types.ids() {
        let def = &mut api.types[id];
        // An alias is not a place for a box: whoever uses it has one.
        if matches!(def.shape, Shape::Alias(_)) {
            continue;
        }
        each_use_mut(&mut def.shape, &mut |ty| {
            if let Type::Named { id: used, boxed } = &mut ty.ty {
                *boxed = components.recursive(id, *used);
            }
        });
        if let Some(TypeRef {
            ty: Type::Named { boxed, .. },
            ..
        }) = heaped_mut(&mut def.shape)
        {
            *boxed = false;
        }
    }
}

/// What a shape holds behind a list or a map of its own: further properties of an object, further items of a tuple.
fn heaped(shape: &Shape) -> Option<&TypeRef> {
    match shape {
        Shape::Struct(Struct {
            rest: Rest::Kept(kept), ..
        }) => Some(kept),
        Shape::Tuple(tuple) => tuple.rest.as_ref(),
        Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) | Shape::Enum(_) | Shape::Newtype(_) => None,
    }
}

/// Like [`heaped`], to change it.
fn heaped_mut(shape: &mut Shape) -> Option<&mut TypeRef> {
    match shape {
        Shape::Struct(Struct {
            rest: Rest::Kept(kept), ..
        }) => Some(kept),
        Shape::Tuple(tuple) => tuple.rest.as_mut(),
        Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) | Shape::Enum(_) | Shape::Newtype(_) => None,
    }
}

/// Strongly connected components of the uses that are not behind a list or a map (Tarjan's algorithm, without recursion).
struct Components {
    component: Vec<usize>,
}

impl Components {
    fn find(api: &Api) -> Components {
        let edges: Vec<Vec<usize>> = api.types.iter().map(|def| direct(&def.shape)).collect();
        let mut state = State {
            edges: &edges,
            index: vec![None; edges.len()],
            low: vec![0; edges.len()],
            on_stack: vec![false; edges.len()],
            stack: Vec::new(),
            next: 0,
            component: vec![usize::MAX; edges.len()],
        };
        for node in 0..edges.len() {
            if state.index[node].is_none() {
                state.visit(node);
            }
        }
        Components {
            component: state.component,
        }
    }

    fn recursive(&self, from: TypeId, to: TypeId) -> bool {
        self.component[from.index()] == self.component[to.index()]
    }
}

fn direct(shape: &Shape) -> Vec<usize> {
    let mut out = Vec::new();
    let heaped = heaped(shape);
    each_use(shape, &mut |ty| {
        if let Type::Named { id, .. } = ty.ty
            && !heaped.is_some_and(|heaped| std::ptr::eq(heaped, ty))
        {
            out.push(id.index());
        }
    });
    out
}

struct State<'a> {
    edges: &'a [Vec<usize>],
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    next: usize,
    component: Vec<usize>,
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
            if inner == node {
                break;
            }
        }
    }
}
