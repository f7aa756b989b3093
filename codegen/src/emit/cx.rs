//! How names and types are spelled in the module that is being printed.

use super::imports::{self, Imports, Root, Source};
use crate::ir::TypeId;
use crate::plan::names::Ident;
use crate::plan::{Folder, Item, Module, ModuleId, OperationPlan, Plan, RustType, ServerPlan};
use crate::tokens::{TokenStream, Word, quote};

pub(crate) use crate::output::Layout;

/// What modules call what they are about: the interface of the runtime for generated code, and their own wire code.
const OWN: &[&str] = &["v1", "wire"];

/// What the module of the client defines.
const CLIENT: &[&str] = &["Client", "ClientBuilder", "Server", "API"];

/// What the client imports by name, which hides an operation that is called so.
const HIDING: &[&str] = &["operations", "security", "types"];

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
    /// Whether the client is printed, which mentions little else than operations.
    client: bool,
    /// Whether another crate is printed, which imports the folders of this one.
    outside: bool,
    /// Whether everything is called by its path, because a feature may leave the code out.
    spelled_out: bool,
    /// What is called by its name.
    imports: Imports,
}

impl<'a> Cx<'a> {
    /// A module without types of its own.
    pub(crate) fn new(plan: &'a Plan<'a>, layout: Layout, at: &[&str]) -> Cx<'a> {
        Cx {
            plan,
            layout,
            at: at.iter().map(|part| (*part).to_owned()).collect(),
            home: None,
            client: false,
            outside: false,
            spelled_out: false,
            imports: Imports::new(layout, at.len(), OWN.iter().map(|name| (*name).to_owned()).collect()),
        }
    }

    /// A module in which `names` mean something of its own.
    fn with_names<'n>(
        plan: &'a Plan<'a>,
        layout: Layout,
        at: &[&str],
        names: impl IntoIterator<Item = &'n str>,
    ) -> Cx<'a> {
        let names = names.into_iter().chain(OWN.iter().copied());
        let mut cx = Cx::new(plan, layout, at);
        cx.imports = Imports::new(layout, at.len(), names.map(str::to_owned).collect());
        cx
    }

    /// The client, or the module of a group of its methods.
    pub(crate) fn client(plan: &'a Plan<'a>, layout: Layout, at: &[&str]) -> Cx<'a> {
        let groups = plan.groups.list.iter().filter_map(|group| group.module.as_ref());
        let groups = groups.filter(|_| at.len() == 1).map(Ident::as_str);
        let servers = plan.names.servers.iter().flat_map(ServerPlan::types).map(Ident::as_str);
        let mut cx = Cx::with_names(plan, layout, at, CLIENT.iter().copied().chain(servers).chain(groups));
        cx.client = true;
        cx
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
        let types = plan.types.names_in(module).map(Ident::as_str);
        let items = Item::ALL.iter().map(|item| item.as_str());
        let items = items.filter(|_| plan.operation_in(id).is_some());
        let at = [module.folder.as_str(), module.name.as_str()];
        let mut cx = Cx::with_names(plan, layout, &at, types.chain(items));
        cx.home = Some(id);
        cx
    }

    /// The same module, for code that a feature may leave out: its imports would be unused then.
    pub(crate) fn spelled_out(mut self) -> Cx<'a> {
        self.spelled_out = true;
        self
    }

    /// The lines that import what the code mentions so far.
    pub(crate) fn uses(&self) -> TokenStream {
        self.imports.uses()
    }

    /// The lines that import what the code mentions so far, and the client that it extends.
    pub(crate) fn uses_with_client(&self) -> TokenStream {
        self.imports.item_as(Source::own(&["client"]), "Client", "Client");
        self.imports.uses()
    }

    /// The lines that import what the code mentions so far, and what the runtime has for generated code only.
    pub(crate) fn uses_with_v1(&self) -> TokenStream {
        self.imports.item_as(Source::runtime(&[]), "v1", "v1");
        self.imports.uses()
    }

    /// A type.
    pub(crate) fn ty(&self, ty: &RustType) -> TokenStream {
        match ty {
            RustType::Value => self.runtime(&[], "Value"),
            RustType::Unit => quote!(()),
            RustType::Bool => quote!(bool),
            RustType::Integer(name) => {
                let name = Word::new(*name);
                quote!(#name)
            }
            RustType::F32 => quote!(f32),
            RustType::F64 => quote!(f64),
            RustType::String => quote!(String),
            RustType::Bytes => self.runtime(&["bytes"], "Bytes"),
            RustType::Stream(name, item) => {
                let (name, item) = (self.runtime(&[], name), self.ty(item));
                quote!(#name<#item>)
            }
            RustType::Runtime(name) => self.runtime(&[], name),
            RustType::Vec(item) => {
                let item = self.ty(item);
                quote!(Vec<#item>)
            }
            RustType::Map(value) => {
                let (string, value) = (quote!(String), self.ty(value));
                let map = self.library(&["collections"], "BTreeMap");
                quote!(#map<#string, #value>)
            }
            RustType::Option(inner) => {
                let inner = self.ty(inner);
                quote!(Option<#inner>)
            }
            RustType::Field(inner) => {
                let (field, inner) = (self.runtime(&[], "Field"), self.ty(inner));
                quote!(#field<#inner>)
            }
            RustType::Box(inner) => {
                let inner = self.ty(inner);
                quote!(Box<#inner>)
            }
            RustType::Named(id) => self.named(*id),
            RustType::Item(module, item) => self.own_item(*module, *item),
            RustType::Foreign(path) => {
                let names = path.iter().map(Word::new);
                // `crate` is the one root that is not a crate of its own.
                let root = (path.first().map(String::as_str) != Some("crate")).then(|| quote!(::));
                quote!(#root #(#names)::*)
            }
        }
    }

    /// A generated type.
    pub(crate) fn named(&self, id: TypeId) -> TokenStream {
        let Some(ty) = self.plan.ty(id) else {
            // Whatever is used is reachable, so it is planned.
            return self.runtime(&[], "Value");
        };
        let name = &ty.name;
        if self.home == Some(ty.module) {
            return quote!(#name);
        }
        let module = self.plan.module(ty.module);
        match (module.folder, self.plan.api.types[id].path.is_schema()) {
            // Named schemas are re-exported.
            (Folder::Types, true) => self.item(&["types"], &name.to_string()),
            _ => self.inside(module, &name.to_string()),
        }
    }

    /// The struct that the constructor of an inline type takes, if it takes one.
    pub(crate) fn required_struct(&self, id: TypeId) -> Option<TokenStream> {
        let ty = self.plan.ty(id)?;
        let name = ty.required_struct.as_ref()?;
        Some(match self.home == Some(ty.module) {
            true => quote!(#name),
            false => self.inside(self.plan.module(ty.module), &name.to_string()),
        })
    }

    /// An item of a module of the generated code, which is called by its name.
    pub(crate) fn item(&self, module: &[&str], name: &str) -> TokenStream {
        self.from(Source::own(module), name)
    }

    /// An item that is called by the module around it, so that another module adds nothing to a list of imports.
    fn inside(&self, module: &Module, name: &str) -> TokenStream {
        let (around, name) = (&module.name, imports::token(name));
        let is_operation = self.client && module.folder == Folder::Operations && !HIDING.contains(&around.as_str());
        if is_operation && self.imports.all_for(Source::own(&["operations"]), &around.to_string()) {
            return quote!(#around::#name);
        }
        let folder = self.item(&[], module.folder.as_str());
        quote!(#folder::#around::#name)
    }

    /// An item of the runtime.
    pub(crate) fn runtime(&self, module: &[&str], name: &str) -> TokenStream {
        self.from(Source::runtime(module), name)
    }

    /// An item of the standard library that is not in its prelude.
    pub(crate) fn library(&self, module: &[&str], name: &str) -> TokenStream {
        self.from(Source::std(module), name)
    }

    fn from(&self, source: Source<'_>, name: &str) -> TokenStream {
        // What is not of the document makes room for what is.
        let is_hidden = source.root() != Root::Own && self.plan.types.has_schema(name);
        match (self.outside, is_hidden || self.spelled_out) {
            (true, _) => self.imports.path_outside(source, name),
            (false, true) => self.imports.path(source, name),
            (false, false) => self.imports.item(source, name),
        }
    }

    /// An item of an operation's module, from anywhere.
    fn own_item(&self, module: ModuleId, item: Item) -> TokenStream {
        match self.is_home(module) {
            true => quote!(#item),
            false => self.inside(self.plan.module(module), item.as_str()),
        }
    }

    /// The path of an item from the root of the generated code, as a link in documentation spells it.
    pub(crate) fn link(&self, path: &[&str]) -> String {
        let root = match self.layout {
            Layout::Crate => "crate::".to_owned(),
            Layout::File => "super::".repeat(self.at.len()),
        };
        format!("{root}{}", path.join("::"))
    }

    /// The list of all names of properties that the server can send.
    pub(crate) fn wire_names(&self) -> TokenStream {
        let wire = self.imports.item_as(Source::own(&[]), "wire", "wire");
        quote!(#wire::NAMES)
    }

    /// The module with the wire code of the operation that is printed.
    pub(crate) fn wire_module(&self, operation: &OperationPlan) -> TokenStream {
        let name = self.plan.module(operation.module).name.to_string();
        self.imports
            .item_as(Source::own(&["wire", "operations"]), &name, "wire")
    }

    /// A type as the target of a link in documentation; none where it is not a type of the generated code.
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
