//! How names and types are spelled in the module that is being printed.

use crate::ir::TypeId;
use crate::plan::{Folder, Item, ModuleId, OperationPlan, Plan, RustType};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

pub(crate) use crate::output::Layout;

/// The module that is being printed.
pub(crate) struct Cx<'a> {
    /// What is printed.
    pub plan: &'a Plan<'a>,
    /// What is written.
    pub layout: Layout,
    /// The path of the module from the root of the generated code.
    at: Vec<String>,
    /// The planned module whose names are in scope.
    home: Option<ModuleId>,
    /// Whether another crate is printed, which imports the folders of this one.
    outside: bool,
}

impl<'a> Cx<'a> {
    /// A module without types of its own.
    pub(crate) fn new(plan: &'a Plan<'a>, layout: Layout, at: &[&str]) -> Cx<'a> {
        Cx {
            plan,
            layout,
            at: at.iter().map(|part| (*part).to_owned()).collect(),
            home: None,
            outside: false,
        }
    }

    /// A test of the package, which imports the folders of its modules.
    pub(crate) fn outside(plan: &'a Plan<'a>) -> Cx<'a> {
        let mut cx = Cx::new(plan, Layout::Crate, &[]);
        cx.outside = true;
        cx
    }

    /// The module that defines planned types.
    pub(crate) fn definitions(plan: &'a Plan<'a>, layout: Layout, id: ModuleId) -> Cx<'a> {
        let module = plan.module(id);
        let mut cx = Cx::new(plan, layout, &[module.folder.as_str(), module.name.as_str()]);
        cx.home = Some(id);
        cx
    }

    /// A type.
    pub(crate) fn ty(&self, ty: &RustType) -> TokenStream {
        match ty {
            RustType::Value => quote!(::specwright_runtime::Value),
            RustType::Unit => quote!(()),
            RustType::Bool => quote!(bool),
            RustType::Integer(name) => {
                let name = format_ident!("{name}");
                quote!(#name)
            }
            RustType::F32 => quote!(f32),
            RustType::F64 => quote!(f64),
            RustType::String => quote!(String),
            RustType::Bytes => quote!(::specwright_runtime::bytes::Bytes),
            RustType::Stream(name, item) => {
                let (name, item) = (format_ident!("{name}"), self.ty(item));
                quote!(::specwright_runtime::#name<#item>)
            }
            RustType::Runtime(name) => {
                let name = format_ident!("{name}");
                quote!(::specwright_runtime::#name)
            }
            RustType::Vec(item) => {
                let item = self.ty(item);
                quote!(Vec<#item>)
            }
            RustType::Map(value) => {
                let value = self.ty(value);
                quote!(::std::collections::BTreeMap<String, #value>)
            }
            RustType::Option(inner) => {
                let inner = self.ty(inner);
                quote!(Option<#inner>)
            }
            RustType::Field(inner) => {
                let inner = self.ty(inner);
                quote!(::specwright_runtime::Field<#inner>)
            }
            RustType::Box(inner) => {
                let inner = self.ty(inner);
                quote!(Box<#inner>)
            }
            RustType::Named(id) => self.named(*id),
            RustType::Item(module, item) => self.own_item(*module, *item),
            RustType::Foreign(path) => {
                let names = path.iter().map(|name| format_ident!("{name}"));
                // `crate` is the one root that is no crate of its own.
                let root = (path.first().map(String::as_str) != Some("crate")).then(|| quote!(::));
                quote!(#root #(#names)::*)
            }
        }
    }

    /// A generated type.
    pub(crate) fn named(&self, id: TypeId) -> TokenStream {
        let Some(ty) = self.plan.ty(id) else {
            // Whatever is used is reachable, so it is planned.
            return quote!(::specwright_runtime::Value);
        };
        let name = &ty.name;
        if self.home == Some(ty.module) {
            return quote!(#name);
        }
        let module = self.plan.module(ty.module);
        let component = self.plan.api.types[id].path.is_schema();
        match (module.folder, component) {
            // Named schemas are re-exported.
            (Folder::Types, true) => self.item(&["types"], &quote!(#name)),
            _ => {
                let inner = &module.name;
                self.item(&[module.folder.as_str()], &quote!(#inner::#name))
            }
        }
    }

    /// An item of a module at the root of the generated code.
    pub(crate) fn item(&self, module: &[&str], item: &TokenStream) -> TokenStream {
        let module = module.iter().map(|part| format_ident!("{part}"));
        match self.layout {
            Layout::Crate if self.outside => quote!(#(#module::)* #item),
            Layout::Crate => quote!(crate::#(#module::)* #item),
            Layout::File => {
                let up = self.at.iter().map(|_| quote!(super));
                quote!(#(#up::)* #(#module::)* #item)
            }
        }
    }

    /// An item of an operation's module, from anywhere.
    fn own_item(&self, module: ModuleId, item: Item) -> TokenStream {
        if self.is_home(module) {
            return quote!(#item);
        }
        let name = &self.plan.module(module).name;
        self.item(&["operations"], &quote!(#name::#item))
    }

    /// The path of an item from the root of the generated code, as a link in documentation spells it.
    pub(crate) fn link(&self, path: &[&str]) -> String {
        let root = match self.layout {
            Layout::Crate => "crate::".to_owned(),
            Layout::File => "super::".repeat(self.at.len()),
        };
        format!("{root}{}", path.join("::"))
    }

    /// The module with the wire code of an operation.
    pub(crate) fn wire_module(&self, operation: &OperationPlan) -> TokenStream {
        let module = &self.plan.module(operation.module).name;
        self.item(&["wire", "operations"], &quote!(#module))
    }

    /// A type as the target of a link in documentation; none where it is no type of the generated code.
    pub(crate) fn link_to(&self, ty: &RustType) -> Option<String> {
        let (module, name) = match ty {
            RustType::Named(id) => {
                let ty = self.plan.ty(*id)?;
                (ty.module, ty.name.as_str())
            }
            RustType::Item(module, item) => (*module, item.as_str()),
            _ => return None,
        };
        let home = self.plan.module(module);
        let is_schema = matches!(ty, RustType::Named(id) if self.plan.api.types[*id].path.is_schema());
        Some(match (home.folder, is_schema) {
            // Named schemas are re-exported.
            (Folder::Types, true) => self.link(&["types", name]),
            _ => self.link(&[home.folder.as_str(), home.name.as_str(), name]),
        })
    }

    /// Whether a module is the one that is printed.
    fn is_home(&self, module: ModuleId) -> bool {
        self.home == Some(module)
    }
}
