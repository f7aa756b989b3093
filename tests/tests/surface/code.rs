//! What generated code offers, read with `syn`, in the words of a surface.

use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::{Fields, FnArg, ImplItem, Item, ItemImpl, Meta, Pat, ReturnType, Type, UseTree, Visibility};

/// The public items of a client.
#[derive(Default)]
pub struct Code {
    pub items: BTreeSet<String>,
    /// Where named schemas are re-exported: `types::pet::Pet` is `types::Pet`.
    renamed: BTreeMap<String, String>,
    /// Other names of inline types, and the types.
    aliases: Vec<(String, String)>,
    /// Structs of what constructors take.
    taken: BTreeSet<String>,
    /// Enumerations of strings, for which a macro of the runtime implements what others derive.
    listed: BTreeSet<String>,
}

/// Derived traits, in the order of a surface.
const TRAITS: [&str; 7] = ["Clone", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];
/// What `string_enum!` implements of them.
const LISTED: [&str; 4] = ["Debug", "PartialEq", "Eq", "Hash"];

impl Code {
    pub fn read(file: &syn::File) -> Code {
        let mut code = Code::default();
        code.reexports("", &file.items);
        code.string_enums("", &file.items);
        code.module("", &file.items);
        let aliases = std::mem::take(&mut code.aliases);
        let (taken, types): (Vec<_>, Vec<_>) = aliases.into_iter().partition(|(_, meant)| code.taken.contains(meant));
        for (name, meant) in types {
            code.offer_as(&name, &meant, &taken);
        }
        for (name, _) in taken {
            code.items.remove(&name);
        }
        code
    }

    /// What another name of an inline type offers: all that the type does. What its constructor takes has another name there too.
    fn offer_as(&mut self, name: &str, meant: &str, taken: &[(String, String)]) {
        let offered = self.items.iter().filter_map(|item| item.strip_prefix(meant));
        let offered = offered.filter(|rest| rest.starts_with([' ', '.', ':']));
        let takes = |rest: &str| {
            let (theirs, home) = (last(meant), name.strip_suffix(last(name)).unwrap_or_default());
            let names = taken
                .iter()
                .filter(|(ours, _)| *ours == format!("{home}{}", last(ours)));
            let renamed = |rest: String, (ours, full): &(String, String)| {
                let around = full.strip_suffix(last(full)) == meant.strip_suffix(theirs);
                let takes = format!("::new({} {{}})", last(full));
                if around && rest == takes {
                    format!("::new({} {{}})", last(ours))
                } else {
                    rest
                }
            };
            names.fold(rest.to_owned(), renamed)
        };
        let offered: Vec<String> = offered.map(|rest| format!("{name}{}", takes(rest))).collect();
        if !offered.is_empty() {
            self.items.remove(name);
        }
        self.items.extend(offered);
    }

    fn reexports(&mut self, path: &str, items: &[Item]) {
        for item in items {
            match item {
                Item::Mod(inner) => {
                    let path = format!("{path}{}::", inner.ident);
                    self.reexports(&path, inner.content.as_ref().map_or(&[][..], |(_, items)| items));
                }
                Item::Use(item) if path == "types::" && is_public(&item.vis) => self.reexport(path, "", &item.tree),
                _ => {}
            }
        }
    }

    /// The wire code of a type is in a module of the same name as the type.
    fn string_enums(&mut self, path: &str, items: &[Item]) {
        for item in items {
            match item {
                Item::Mod(inner) => {
                    let path = format!("{path}{}::", inner.ident);
                    self.string_enums(&path, inner.content.as_ref().map_or(&[][..], |(_, items)| items));
                }
                Item::Macro(call)
                    if call
                        .mac
                        .path
                        .segments
                        .last()
                        .is_some_and(|name| name.ident == "string_enum") =>
                {
                    // The direction is before the name.
                    let name = call.mac.tokens.clone().into_iter().nth(1);
                    let path = path.strip_prefix("wire::").unwrap_or(path);
                    self.listed.extend(name.map(|name| format!("{path}{name}")));
                }
                _ => {}
            }
        }
    }

    fn reexport(&mut self, path: &str, inner: &str, tree: &UseTree) {
        match tree {
            UseTree::Path(step) if step.ident == "self" => self.reexport(path, inner, &step.tree),
            UseTree::Path(step) => self.reexport(path, &format!("{inner}{}::", step.ident), &step.tree),
            UseTree::Name(name) => {
                let (from, to) = (format!("{path}{inner}{}", name.ident), format!("{path}{}", name.ident));
                self.renamed.insert(from, to);
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.reexport(path, inner, tree)),
            UseTree::Rename(_) | UseTree::Glob(_) => {}
        }
    }

    fn module(&mut self, path: &str, items: &[Item]) {
        for item in items {
            match item {
                Item::Mod(inner) if !path.is_empty() || (inner.ident != "wire" && inner.ident != "security") => {
                    let path = format!("{path}{}::", inner.ident);
                    self.module(&path, inner.content.as_ref().map_or(&[][..], |(_, items)| items));
                }
                Item::Struct(item) if is_public(&item.vis) => self.structure(path, item),
                Item::Enum(item) if is_public(&item.vis) => self.enumeration(path, item),
                Item::Type(item) if is_public(&item.vis) => {
                    let name = self.name(path, &item.ident);
                    if !self.renamed.contains_key(&format!("{path}{}", item.ident)) {
                        let meant = text(&item.ty).replace(' ', "");
                        // What is elsewhere is called by its path from the root.
                        let meant = if meant.contains("::") {
                            meant
                        } else {
                            self.name(path, &meant)
                        };
                        self.aliases.push((name.clone(), meant));
                    }
                    self.items.insert(name);
                }
                Item::Impl(block) if block.trait_.is_none() => self.methods(path, block),
                Item::Macro(call) => self.shared(path, call),
                _ => {}
            }
        }
    }

    fn name(&self, path: &str, ident: &dyn std::fmt::Display) -> String {
        let name = format!("{path}{ident}");
        self.renamed.get(&name).cloned().unwrap_or(name)
    }

    fn structure(&mut self, path: &str, item: &syn::ItemStruct) {
        // What a constructor takes is part of the constructor.
        let of_constructor = item
            .attrs
            .iter()
            .any(|attribute| text(attribute).contains("exhaustive_structs"));
        if of_constructor {
            self.taken.insert(self.name(path, &item.ident));
        }
        if of_constructor || path == "client::" || item.ident == "Call" {
            return;
        }
        let name = self.name(path, &item.ident);
        self.items.insert(format!("{name} derives {}", derives(&item.attrs)));
        if let Fields::Named(fields) = &item.fields {
            let public = fields.named.iter();
            for field in public.filter(|field| matches!(field.vis, Visibility::Public(_))) {
                let own = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                self.items.insert(format!("{name}.{own}: {}", ty(&field.ty)));
            }
        }
    }

    fn enumeration(&mut self, path: &str, item: &syn::ItemEnum) {
        let name = self.name(path, &item.ident);
        let is_server = path == "client::" && item.ident == "Server";
        // The values of a server's variable are facts of the server.
        if path == "client::" && !is_server {
            return;
        }
        if !is_server {
            let listed = self.listed.contains(&format!("{path}{}", item.ident));
            let mut traits = derives(&item.attrs);
            if listed {
                let all = traits.split(", ").chain(LISTED);
                let mut all: Vec<&str> = all.collect::<BTreeSet<_>>().into_iter().collect();
                all.sort_by_key(|name| TRAITS.iter().position(|other| other == name));
                traits = all.join(", ");
            }
            self.items.insert(format!("{name} derives {traits}"));
        }
        let name = if is_server { "Server".to_owned() } else { name };
        for variant in &item.variants {
            let held = match &variant.fields {
                Fields::Unnamed(fields) if variant.ident != "Unknown" && !is_server => {
                    fields.unnamed.first().map(|field| format!("({})", ty(&field.ty)))
                }
                Fields::Unnamed(_) | Fields::Named(_) | Fields::Unit => None,
            };
            self.items
                .insert(format!("{name}::{}{}", variant.ident, held.unwrap_or_default()));
        }
    }

    fn methods(&mut self, path: &str, block: &ItemImpl) {
        let owner = text(&block.self_ty);
        let name = self.name(path, &owner);
        let functions = block.items.iter().filter_map(|item| match item {
            ImplItem::Fn(function) if is_public(&function.vis) => Some(function),
            _ => None,
        });
        for function in functions {
            let method = function.sig.ident.to_string();
            let arguments = function.sig.inputs.iter().filter_map(|input| match input {
                FnArg::Typed(argument) => Some(argument),
                FnArg::Receiver(_) => None,
            });
            let arguments: Vec<_> = arguments.collect();
            let names: Vec<String> = arguments.iter().map(|argument| bare(&argument.pat)).collect();
            let is_call = |kept: &str| function.sig.inputs.first().is_some_and(|first| text(first) == kept);
            let built = matches!(&function.sig.output, ReturnType::Type(_, ty) if text(&**ty) == "Self");
            match owner.as_str() {
                // What every client has.
                "Client" if path == "client::" && function.sig.ident == "raw_request" => {}
                "Client" if path == "client::" && is_call("& self") => {
                    self.items
                        .insert(format!("Client::{}({})", function.sig.ident, names.join(", ")));
                }
                "ClientBuilder" if path == "client::" && built && !FIXED.contains(&method.as_str()) => {
                    self.items.insert(format!("ClientBuilder.{method}()"));
                }
                "Call" if built && method != "with" => {
                    let module = path.trim_end_matches("::");
                    self.items.insert(format!("setter {module}.{method}"));
                }
                "Call" if method.starts_with("send_") => {
                    self.items.insert(format!("{name}.{method}()"));
                }
                // The variables of a server.
                _ if path == "client::" => {}
                _ if method == "new" && built => {
                    let takes = match arguments.as_slice() {
                        [only] if names == ["required"] && !text(&only.ty).starts_with("impl") => {
                            format!("{} {{}}", text(&only.ty))
                        }
                        _ => names.join(", "),
                    };
                    self.items.insert(format!("{name}::new({takes})"));
                }
                _ => {}
            }
        }
    }

    /// `v1::shared!(Failure => message(str), code(i64) in NotFound);`
    fn shared(&mut self, path: &str, call: &syn::ItemMacro) {
        if text(&call.mac.path).ends_with("signatures") {
            // Its functions are one item of a surface.
            self.items.insert(format!("{path}receive()"));
            return;
        }
        if !text(&call.mac.path).ends_with("shared") {
            return;
        }
        let tokens = call.mac.tokens.to_string();
        let list = tokens.split("=>").nth(1).and_then(|rest| rest.split(" in ").next());
        let properties = list.into_iter().flat_map(|list| list.split(','));
        for property in properties.filter_map(|property| property.split('(').next()) {
            self.items.insert(format!("{path}Failure.{}()", property.trim()));
        }
    }
}

/// The name at the end of a path.
fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// What every builder has.
const FIXED: &[&str] = &[
    "server",
    "base_url",
    "transport",
    "wrap_calls",
    "retry",
    "timeouts",
    "user_agent",
    "header",
    "max_body",
    "trusted_server",
    "checks",
    "connections",
    "rebase_next_pages",
    "reading",
];

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}

/// The name of an argument; one of digits only has a word before it.
fn bare(pattern: &Pat) -> String {
    text(pattern)
}

fn derives(attributes: &[syn::Attribute]) -> String {
    let lists = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("derive") => Some(list.tokens.to_string()),
        _ => None,
    });
    lists.collect::<Vec<_>>().join(", ").replace(" ,", ",")
}

/// A type without the paths of its names.
fn ty(of: &Type) -> String {
    last_names(&text(of))
}

/// A type without the paths of its names.
pub fn last_names(of: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    let of: String = of.chars().filter(|letter| !letter.is_whitespace()).collect();
    for letter in of.chars() {
        match letter {
            ':' => word.clear(),
            letter if letter.is_alphanumeric() || letter == '_' || letter == '#' => word.push(letter),
            letter => {
                out.push_str(&word);
                word.clear();
                out.push(letter);
            }
        }
    }
    out.push_str(&word);
    out
}
