//! Whatever a public signature of a generated client mentions can be named from the client: no user needs the runtime by itself,
//! in the version that the client happens to use.
//!
//! The clients are those of all good cases, as they are committed; they are read with `syn`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::{fs, mem};
use syn::visit::{self, Visit};
use syn::{FnArg, ImplItem, Item, UseTree, Visibility};

type Outcome = Result<(), Box<dyn Error>>;

/// A path from the root of the client, or from a crate (`::std`).
type Names = Vec<String>;

const RUNTIME: &str = "::specwright_runtime";

/// A module of a client.
#[derive(Default)]
struct Module {
    /// What it defines, and whether everybody may use it.
    items: BTreeMap<String, bool>,
    /// What it imports: the name here, the path, and whether it is re-exported.
    uses: BTreeMap<String, (Names, bool)>,
    /// Modules whose public items it re-exports.
    globs: Vec<Names>,
    /// Types that public signatures mention, each with the item that does.
    mentions: Vec<(String, Names)>,
}

/// A client: its modules by their paths.
#[derive(Default)]
struct Client {
    modules: BTreeMap<Names, Module>,
}

impl Client {
    fn read(items: &[Item]) -> Client {
        let mut client = Client::default();
        client.module(&[], items);
        client
    }

    fn module(&mut self, path: &[String], items: &[Item]) {
        let mut module = Module::default();
        for item in items {
            if let Some((name, public)) = defined(item) {
                module.items.insert(name, public);
            }
            match item {
                Item::Mod(inner) => {
                    let mut path = path.to_vec();
                    path.push(inner.ident.to_string());
                    let items = inner.content.as_ref().map_or(&[][..], |(_, items)| items);
                    self.module(&path, items);
                }
                Item::Use(item) => {
                    let root = if item.leading_colon.is_some() { "::" } else { "" };
                    let public = is_public(&item.vis);
                    imported(&mut module, path, &mut vec![root.to_owned()], &item.tree, public);
                }
                item => {
                    let mut found = Mentions::default();
                    found.visit_item(item);
                    module.mentions.extend(found.paths);
                }
            }
        }
        self.modules.insert(path.to_vec(), module);
    }

    /// The item that a path means in a module, and where it is defined; nothing for parameters and the prelude.
    fn resolve(&self, at: &[String], path: &[String]) -> Option<Names> {
        let (first, rest) = path.split_first()?;
        if first.starts_with("::") {
            return Some(path.to_vec());
        }
        if first == "super" || first == "self" || first == "crate" {
            return self.resolve(&[], &absolute(at, path));
        }
        let module = self.modules.get(at)?;
        if module.items.contains_key(first) {
            let mut inner = at.to_vec();
            inner.push(first.clone());
            return match rest {
                [] => Some(inner),
                rest => self.resolve(&inner, rest),
            };
        }
        if let Some((target, _)) = module.uses.get(first) {
            let target: Names = target.iter().chain(rest).cloned().collect();
            return self.resolve(&[], &target);
        }
        let mut globs = module.globs.iter();
        globs.find_map(|glob| self.resolve(glob, path))
    }

    /// Where everything is defined that a user can name.
    fn reachable(&self) -> BTreeSet<Names> {
        let mut found = BTreeSet::new();
        let mut open: Vec<Names> = vec![Vec::new()];
        while let Some(path) = open.pop() {
            let Some(module) = self.modules.get(&path) else {
                continue;
            };
            let items = module.items.iter().filter(|(_, public)| **public);
            let own = items.map(|(name, _)| [path.as_slice(), std::slice::from_ref(name)].concat());
            let uses = module.uses.values().filter(|(_, public)| *public);
            let others = uses.map(|(target, _)| self.resolve(&[], target).unwrap_or_else(|| target.clone()));
            let new: Vec<Names> = own.chain(others).chain(module.globs.iter().cloned()).collect();
            open.extend(new.into_iter().filter(|path| found.insert(path.clone())));
        }
        found
    }

    /// The mentions that a user cannot name.
    fn hidden(&self) -> Vec<String> {
        let reachable = self.reachable();
        let mut hidden = Vec::new();
        for (path, module) in &self.modules {
            for (item, mention) in &module.mentions {
                let Some(target) = self.resolve(path, mention) else {
                    continue;
                };
                if !is_nameable(&target, &reachable) {
                    hidden.push(format!("{}::{item}: {}", path.join("::"), target.join("::")));
                }
            }
        }
        hidden
    }

    /// What is re-exported of the runtime.
    fn of_the_runtime(&self) -> BTreeSet<String> {
        let root = self.modules.get(&Vec::new()).map(|root| &root.uses);
        let uses = root
            .into_iter()
            .flatten()
            .filter(|(_, (target, _))| target[0] == RUNTIME);
        uses.map(|(name, _)| name.clone()).collect()
    }
}

fn is_nameable(target: &[String], reachable: &BTreeSet<Names>) -> bool {
    match target {
        [root, ..] if root == "::std" => true,
        // What generated code calls by the version of its interface has the same name beside it.
        [root, version, name] if root == RUNTIME && version == "v1" => {
            reachable.contains(&vec![root.clone(), name.clone()])
        }
        [root, name, ..] if root == RUNTIME => reachable.contains(&vec![root.clone(), name.clone()]),
        // A type that stands in for a schema is its crate's.
        [root, ..] if root.starts_with("::") => true,
        target => reachable.contains(target),
    }
}

/// A path from the root of the client.
fn absolute(at: &[String], path: &[String]) -> Names {
    let mut at = at.to_vec();
    let mut rest = path;
    while let [first, others @ ..] = rest {
        match first.as_str() {
            "super" => drop(at.pop()),
            "crate" => at.clear(),
            "self" => {}
            _ => break,
        }
        rest = others;
    }
    at.extend(rest.iter().cloned());
    at
}

fn imported(module: &mut Module, at: &[String], path: &mut Names, tree: &UseTree, public: bool) {
    let target = |path: &[String], name: Option<String>| -> Names {
        let path: Names = path.iter().cloned().chain(name).collect();
        match path.split_first() {
            Some((root, rest)) if root.is_empty() => absolute(at, rest),
            Some((_, [krate, rest @ ..])) => std::iter::once(format!("::{krate}"))
                .chain(rest.iter().cloned())
                .collect(),
            _ => path,
        }
    };
    match tree {
        UseTree::Path(inner) => {
            path.push(inner.ident.to_string());
            imported(module, at, path, &inner.tree, public);
            path.pop();
        }
        UseTree::Group(group) => group
            .items
            .iter()
            .for_each(|tree| imported(module, at, path, tree, public)),
        UseTree::Name(name) => {
            let target = target(path, Some(name.ident.to_string()));
            module.uses.insert(name.ident.to_string(), (target, public));
        }
        UseTree::Rename(rename) => {
            let target = target(path, Some(rename.ident.to_string()));
            module.uses.insert(rename.rename.to_string(), (target, public));
        }
        UseTree::Glob(_) => module.globs.push(target(path, None)),
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The name that an item defines, and whether everybody may use it.
fn defined(item: &Item) -> Option<(String, bool)> {
    let (name, visibility) = match item {
        Item::Enum(item) => (&item.ident, &item.vis),
        Item::Struct(item) => (&item.ident, &item.vis),
        Item::Type(item) => (&item.ident, &item.vis),
        Item::Mod(item) => (&item.ident, &item.vis),
        Item::Static(item) => (&item.ident, &item.vis),
        Item::Fn(item) => (&item.sig.ident, &item.vis),
        _ => return None,
    };
    Some((name.to_string(), is_public(visibility)))
}

/// The paths of types in public signatures.
#[derive(Default)]
struct Mentions {
    /// The item that is read.
    item: String,
    paths: Vec<(String, Names)>,
}

impl Visit<'_> for Mentions {
    fn visit_item(&mut self, item: &Item) {
        match item {
            Item::Struct(item) => {
                self.item = item.ident.to_string();
                let public = item.fields.iter().filter(|field| is_public(&field.vis));
                public.for_each(|field| self.visit_type(&field.ty));
            }
            Item::Enum(item) => {
                self.item = item.ident.to_string();
                let fields = item.variants.iter().flat_map(|variant| &variant.fields);
                fields.for_each(|field| self.visit_type(&field.ty));
            }
            Item::Type(item) if is_public(&item.vis) => {
                self.item = item.ident.to_string();
                self.visit_type(&item.ty);
            }
            Item::Impl(block) => {
                let of_trait = block.trait_.as_ref().map(|(path, _)| path);
                if of_trait.is_some_and(|path| path.segments.last().is_none_or(|last| last.ident != "IntoFuture")) {
                    return;
                }
                for item in &block.items {
                    match item {
                        ImplItem::Fn(function) if is_public(&function.vis) => self.function(function),
                        ImplItem::Type(output) => self.visit_type(&output.ty),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let mut names: Names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if path.leading_colon.is_some() {
            names[0].insert_str(0, "::");
        }
        self.paths.push((self.item.clone(), names));
        visit::visit_path(self, path);
    }
}

impl Mentions {
    fn function(&mut self, function: &syn::ImplItemFn) {
        let outer = mem::replace(&mut self.item, function.sig.ident.to_string());
        for argument in &function.sig.inputs {
            if let FnArg::Typed(argument) = argument {
                self.visit_type(&argument.ty);
            }
        }
        self.visit_return_type(&function.sig.output);
        self.visit_generics(&function.sig.generics);
        self.item = outer;
    }
}

/// The clients of all good cases, by their names.
fn clients() -> Result<BTreeMap<String, Client>, Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let mut clients = BTreeMap::new();
    for path in specwright_tests::files_below(Path::new(specwright_tests::COMPILED), &["rs"])? {
        let name = path.strip_prefix(specwright_tests::COMPILED)?.with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        if name != "lib" {
            let file = syn::parse_file(&fs::read_to_string(&path)?)?;
            clients.insert(name, Client::read(&file.items));
        }
    }
    Ok(clients)
}

#[test]
fn whatever_a_public_signature_mentions_can_be_named() -> Outcome {
    let clients = clients()?;
    let mut mentions = 0;
    let mut hidden = Vec::new();
    for (name, client) in &clients {
        mentions += client
            .modules
            .values()
            .map(|module| module.mentions.len())
            .sum::<usize>();
        hidden.extend(client.hidden().into_iter().map(|what| format!("{name}: {what}")));
    }
    assert!(clients.len() > 50 && mentions > 5_000, "{} {mentions}", clients.len());
    assert!(hidden.is_empty(), "{}", hidden.join("\n"));
    Ok(())
}

#[test]
fn a_name_that_is_left_out_is_found() -> Outcome {
    let text = "
        pub mod client {
            use ::specwright_runtime::{Secret, v1};
            use super::operations::pets;
            pub struct Client { pub(crate) core: v1::Core, pub pet: super::types::Pet, pub inner: pets::Hidden }
            impl Client {
                pub fn key(self, key: impl Into<Secret>) -> v1::Response<pets::Call> {}
                fn own(&self) -> v1::Setup {}
            }
        }
        pub mod operations { pub mod pets { pub struct Call; struct Hidden; } }
        pub(crate) mod types { pub struct Pet; }
        pub use self::client::Client;
        pub use ::specwright_runtime::Response;
    ";
    let client = Client::read(&syn::parse_file(text)?.items);
    let expected = [
        "client::Client: types::Pet",
        "client::Client: operations::pets::Hidden",
        "client::key: ::specwright_runtime::Secret",
    ];
    assert_eq!(client.hidden(), expected);
    Ok(())
}

#[test]
fn only_what_a_client_can_meet_is_reexported() -> Outcome {
    let clients = clients()?;
    let table: [(&str, &[&str], &[&str]); 6] = [
        (
            "operations/streams",
            &["Event", "EventStream", "JsonLines"],
            &["ByteStream", "Multipart", "Uuid", "Secret"],
        ),
        ("operations/multipart", &["Part", "Body"], &["EventStream", "OAuth2"]),
        ("operations/pagination", &["Pages", "Items"], &["ByteStream", "Part"]),
        ("operations/response_headers", &["HeaderError"], &["Pages", "JsonLines"]),
        (
            "operations/security",
            &["Credential", "OAuth2", "Secret", "TokenProvider"],
            &["EventStream", "Pages"],
        ),
        (
            "scalars/formats",
            &["Date", "DateTime", "Uuid", "Base64", "ConstraintError"],
            &["EventStream", "Part"],
        ),
    ];
    for (case, present, absent) in table {
        let names = clients.get(case).ok_or(case)?.of_the_runtime();
        let has = |name: &&&str| names.contains(**name);
        let missing: Vec<_> = present.iter().filter(|name| !has(name)).collect();
        let idle: Vec<_> = absent.iter().filter(has).collect();
        assert!(
            missing.is_empty() && idle.is_empty(),
            "{case}: without {missing:?}, with {idle:?}"
        );
        assert!(names.contains("BuildError") && names.contains("CallOptions"), "{case}");
    }
    Ok(())
}
