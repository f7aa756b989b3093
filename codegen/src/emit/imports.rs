//! What a module imports, so that its code calls things by their names.
//!
//! Whether a name is short here depends on the document and on the module, never on what else the module mentions: adding code
//! changes the path of nothing that was there.

use crate::output::Layout;
use crate::tokens::{TokenStream, Word, quote};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Where a path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Root {
    /// The standard library.
    Std,
    /// The runtime.
    Runtime,
    /// The generated code.
    Own,
}

/// The module that an item is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Source<'s> {
    root: Root,
    modules: &'s [&'s str],
}

/// The imports of one module.
#[derive(Debug)]
pub(crate) struct Imports {
    layout: Layout,
    /// How many modules are around the code, its own included.
    depth: usize,
    /// Names that mean something else here.
    taken: BTreeSet<String>,
    /// What is called without its path. A module imports of few others, and mentions them often.
    used: RefCell<Vec<Used>>,
    /// Modules of which everything is imported.
    globs: RefCell<BTreeSet<(Root, Vec<String>)>>,
}

/// What is imported of a module.
#[derive(Debug)]
struct Used {
    root: Root,
    modules: Vec<String>,
    /// Items, each with the name that it has here if that is another one.
    items: BTreeMap<String, BTreeSet<Option<&'static str>>>,
}

impl<'s> Source<'s> {
    /// A module of the standard library.
    pub(crate) fn std(modules: &'s [&'s str]) -> Source<'s> {
        Source::new(Root::Std, modules)
    }

    /// A module of the runtime.
    pub(crate) fn runtime(modules: &'s [&'s str]) -> Source<'s> {
        Source::new(Root::Runtime, modules)
    }

    /// A module of the generated code.
    pub(crate) fn own(modules: &'s [&'s str]) -> Source<'s> {
        Source::new(Root::Own, modules)
    }

    fn new(root: Root, modules: &'s [&'s str]) -> Source<'s> {
        Source { root, modules }
    }

    /// Where its path begins.
    pub(crate) fn root(self) -> Root {
        self.root
    }

    fn owned_modules(self) -> Vec<String> {
        self.modules.iter().map(|module| (*module).to_owned()).collect()
    }
}

impl Imports {
    /// Nothing is imported yet.
    pub(crate) fn new(layout: Layout, depth: usize, taken: BTreeSet<String>) -> Imports {
        Imports {
            layout,
            depth,
            taken,
            used: RefCell::default(),
            globs: RefCell::default(),
        }
    }

    /// An item by its name, which is imported; by its path if the name means something else here.
    pub(crate) fn item(&self, source: Source<'_>, name: &str) -> TokenStream {
        if self.taken.contains(name) {
            return self.path(source, name);
        }
        self.import(source, name, None);
        word(name)
    }

    /// An item by a name that is kept free for it here.
    pub(crate) fn item_as(&self, source: Source<'_>, name: &str, alias: &'static str) -> TokenStream {
        self.import(source, name, (alias != name).then_some(alias));
        word(alias)
    }

    /// Imports all of a module, so that an item of it can be called by its name. Not if the name means something else here.
    pub(crate) fn all_for(&self, source: Source<'_>, name: &str) -> bool {
        let is_free = !self.taken.contains(name);
        if is_free {
            self.globs.borrow_mut().insert((source.root, source.owned_modules()));
        }
        is_free
    }

    /// An item by its whole path.
    pub(crate) fn path(&self, source: Source<'_>, name: &str) -> TokenStream {
        let (module, name) = (self.module(source.root, source.modules), token(name));
        quote!(#module::#name)
    }

    /// An item by its path, from outside of the generated code: its folders are imported there.
    pub(crate) fn path_outside(&self, source: Source<'_>, name: &str) -> TokenStream {
        match source.root {
            Root::Std | Root::Runtime => self.path(source, name),
            Root::Own => {
                let modules = source.modules.iter().map(|module| token(module));
                let name = token(name);
                quote!(#(#modules::)* #name)
            }
        }
    }

    /// The lines that import what was mentioned: of the standard library, of the runtime, of the generated code.
    pub(crate) fn uses(&self) -> TokenStream {
        let mut used = self.used.borrow_mut();
        used.sort_by(|a, b| (a.root, &a.modules).cmp(&(b.root, &b.modules)));
        let lines = used.iter().map(|used| {
            let module = self.module(used.root, &used.modules);
            let items = used.items.iter();
            let imports = items.flat_map(|(name, aliases)| aliases.iter().map(move |alias| (name, *alias)));
            let names = imports.clone().map(|(name, alias)| {
                let name = token(name);
                match alias.map(token) {
                    Some(alias) => quote!(#name as #alias),
                    None => quote!(#name),
                }
            });
            // Clippy looks for unsafe code that is renamed; here a document called an operation so.
            let lint = imports
                .clone()
                .any(|(name, alias)| alias.is_some() && name.contains("unsafe"))
                .then(|| quote!(#[allow(clippy::unsafe_removed_from_name, reason = "it is only a name")]));
            quote!(#lint use #module::{#(#names),*};)
        });
        let globs = self.globs.borrow();
        let globs = globs.iter().map(|(root, modules)| self.module(*root, modules));
        quote!(#(#lines)* #(use #globs::*;)*)
    }

    fn import(&self, source: Source<'_>, name: &str, alias: Option<&'static str>) {
        let mut used = self.used.borrow_mut();
        let is_it = |used: &Used| used.root == source.root && used.modules.iter().eq(source.modules);
        let at = used.iter().position(is_it).unwrap_or_else(|| {
            used.push(Used {
                root: source.root,
                modules: source.owned_modules(),
                items: BTreeMap::new(),
            });
            used.len() - 1
        });
        let Some(used) = used.get_mut(at) else { return };
        match used.items.get_mut(name) {
            Some(aliases) => _ = aliases.insert(alias),
            None => _ = used.items.insert(name.to_owned(), BTreeSet::from([alias])),
        }
    }

    fn module(&self, root: Root, modules: &[impl AsRef<str>]) -> TokenStream {
        let root = match (root, self.layout) {
            // No module of a document can be taken for a crate.
            (Root::Std, _) => quote!(::std),
            (Root::Runtime, _) => quote!(::specwright_runtime),
            (Root::Own, Layout::Crate) => quote!(crate),
            (Root::Own, Layout::File) => {
                let up = (0..self.depth).map(|_| quote!(super));
                quote!(#(#up)::*)
            }
        };
        let modules = modules.iter().map(|module| token(module.as_ref()));
        quote!(#root #(::#modules)*)
    }
}

/// A name of the plan as a token; keywords are raw.
pub(crate) fn token(name: &str) -> Word {
    Word::new(name)
}

/// The only token of a list.
fn word(name: &str) -> TokenStream {
    let mut tokens = TokenStream::new();
    tokens.word("", name);
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imports(layout: Layout) -> Imports {
        Imports::new(layout, 2, BTreeSet::from(["Pet".to_owned()]))
    }

    #[test]
    fn a_name_is_short_where_it_means_nothing_else() {
        let imports = imports(Layout::Crate);
        let types = Source::own(&["types"]);
        let item = |source: Source<'_>, name: &str| imports.item(source, name).to_string().replace(' ', "");
        assert_eq!(item(types, "Owner"), "Owner");
        assert_eq!(item(types, "Pet"), "crate::types::Pet");
        assert_eq!(item(Source::std(&["collections"]), "BTreeMap"), "BTreeMap");
        assert_eq!(item(Source::own(&["r#fn"]), "r#type"), "r#type");
    }

    #[test]
    fn lines_are_sorted_and_name_each_item_once() {
        let imports = imports(Layout::File);
        for name in ["Owner", "Cat", "Owner", "Pet"] {
            imports.item(Source::own(&["types"]), name);
        }
        imports.item_as(Source::own(&["wire"]), "pets", "wire");
        imports.item(Source::runtime(&[]), "v1");
        let lines = imports.uses().to_string().replace(' ', "");
        let expected =
            "use::specwright_runtime::{v1};usesuper::super::types::{Cat,Owner};usesuper::super::wire::{petsaswire};";
        assert_eq!(lines, expected);
    }
}
