//! The file of wire code that is being written: what it imports, and how it spells types.

use crate::emit::cx::Layout;
use crate::emit::writer::{Code, Fixed, Lines, Piece, code};
use crate::ir::TypeId;
use crate::plan::names::Ident;
use crate::plan::{Folder, Item, ModuleId, Plan, RustType, TypePlan};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// A file of wire code.
pub(super) struct Scope<'a> {
    /// What is printed.
    pub(super) plan: &'a Plan<'a>,
    /// What is written.
    pub(super) layout: Layout,
    /// How deep the module is, in modules.
    depth: usize,
    /// The module whose types are read and written here.
    pub(super) home: ModuleId,
    /// Paths of modules with the names that are imported from them.
    imports: RefCell<BTreeMap<Code, BTreeSet<Code>>>,
}

impl<'a> Scope<'a> {
    /// The file for the types of a module, and for its operation.
    pub(super) fn new(plan: &'a Plan<'a>, layout: Layout, home: ModuleId, depth: usize) -> Scope<'a> {
        Scope {
            plan,
            layout,
            depth,
            home,
            imports: RefCell::default(),
        }
    }

    /// The direction in which a type travels, as the runtime calls it. A module of somebody else's crate has no cargo feature for
    /// the other direction, so it has both.
    pub(super) fn direction(&self, ty: &TypePlan<'_>) -> Fixed {
        Fixed(match (self.layout, ty.usage.sent, ty.usage.received) {
            (Layout::Crate, true, false) => "sent",
            (Layout::Crate, false, true) => "received",
            (Layout::Crate, true, true) | (Layout::Crate, false, false) | (Layout::File, _, _) => "both",
        })
    }

    /// The name of a type of the module.
    pub(super) fn own(&self, ty: &TypePlan<'_>) -> Code {
        self.named(ty.id)
    }

    /// A type.
    pub(super) fn ty(&self, ty: &RustType) -> Code {
        match ty {
            RustType::Value => code!("v1::Value"),
            RustType::Unit => code!("()"),
            RustType::Bool => code!("bool"),
            RustType::Integer(name) => code!("$", Fixed(name)),
            RustType::F32 => code!("f32"),
            RustType::F64 => code!("f64"),
            RustType::String => code!("String"),
            RustType::Bytes => code!("::specwright_runtime::bytes::Bytes"),
            RustType::Stream(name, item) => code!("v1::$<$>", Fixed(name), self.ty(item)),
            RustType::Runtime(name) => code!("v1::$", Fixed(name)),
            RustType::Vec(item) => code!("Vec<$>", self.ty(item)),
            RustType::Map(value) => code!("::std::collections::BTreeMap<String, $>", self.ty(value)),
            RustType::Option(inner) => code!("Option<$>", self.ty(inner)),
            RustType::Field(inner) => code!("v1::Field<$>", self.ty(inner)),
            RustType::Box(inner) => code!("Box<$>", self.ty(inner)),
            RustType::Named(id) => self.named(*id),
            RustType::Item(module, item) => self.item(*module, *item),
            RustType::Foreign(path) => {
                // `crate` is the one root that is not a crate of its own.
                let root = (path.first().map(String::as_str) != Some("crate")).then_some(Fixed("::"));
                code!(
                    "$$",
                    root,
                    Code::joined(path.iter().map(|name| Ident::of_path(name)), "::")
                )
            }
        }
    }

    /// A generated type.
    fn named(&self, id: TypeId) -> Code {
        let Some(ty) = self.plan.ty(id) else {
            // Whatever is used is reachable, so it is planned.
            return code!("v1::Value");
        };
        let module = self.plan.module(ty.module);
        // Named schemas are re-exported.
        let reexported = module.folder == Folder::Types && self.plan.api.types[id].path.is_schema();
        let path = match reexported && self.home != ty.module {
            true => self.root("types"),
            false => code!("$::$", self.root(module.folder.as_str()), module.name),
        };
        self.import(&path, &ty.name, self.home == ty.module)
    }

    /// An item of the module of an operation.
    pub(super) fn item(&self, id: ModuleId, item: Item) -> Code {
        let module = self.plan.module(id);
        let path = code!("$::$", self.root("operations"), module.name);
        self.import(&path, &Fixed(item.as_str()), self.home == id)
    }

    /// The short name of what is imported; with its path if something else of this file has the name.
    fn import(&self, path: &Code, name: &dyn Piece, own: bool) -> Code {
        let short = code!("$", name);
        let mut imports = self.imports.borrow_mut();
        let mut elsewhere = imports.iter().filter(|(from, _)| *from != path);
        let is_taken = !own && (self.is_own(&short) || elsewhere.any(|(_, names)| names.contains(&short)));
        if is_taken {
            return code!("$::$", path, short);
        }
        imports.entry(path.clone()).or_default().insert(short.clone());
        short
    }

    /// Whether the module of this file may have an item of that name.
    fn is_own(&self, name: &Code) -> bool {
        let types = self.plan.module(self.home).types.iter();
        let mut types = types.filter_map(|id| self.plan.ty(*id));
        types.any(|ty| ty.name.as_str() == name.as_str()) || Item::ALL.iter().any(|item| item.as_str() == name.as_str())
    }

    /// A module at the root of the generated code.
    pub(super) fn root(&self, module: &'static str) -> Code {
        match self.layout {
            Layout::Crate => code!("crate::$", Fixed(module)),
            Layout::File => {
                let up = std::iter::repeat_n(Fixed("super::"), self.depth);
                code!("$$", Code::all(up), Fixed(module))
            }
        }
    }

    /// A matcher, by the name of its module.
    pub(super) fn matcher(&self, name: &Ident) -> Code {
        let patterns = self.import(&self.root("wire"), &Fixed("patterns"), true);
        code!("$::$", patterns, name)
    }

    /// What the code that was made so far needs.
    pub(super) fn imports(&self) -> Lines {
        let mut lines = Lines::new();
        for (path, names) in self.imports.borrow().iter() {
            let list = Code::filled(names);
            lines.line(match names.len() {
                1 => code!("use $::$;", path, list),
                _ => code!("use $::{$};", path, list),
            });
        }
        lines.line(code!("use ::specwright_runtime::v1;"));
        lines
    }
}
