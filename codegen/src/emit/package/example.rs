//! An example of a call, made of the document's own example.

use super::deprecation::allow_deprecated;
use crate::emit::cx::{Cx, Layout};
use crate::emit::docs::doc::Doc;
use crate::emit::features;
use crate::emit::types::convert::conversion;
use crate::emit::types::structs::asked_type;
use crate::ir::{Json, StringKind, Type, TypeId, TypeRef};
use crate::plan::names::Ident;
use crate::plan::{
    ArgumentKind, BodyKind, FieldPlan, OperationPlan, Presence, RustType, ShapePlan, StructPlan, TypePlan,
};
use crate::tokens::{Literal, TokenStream, Word, quote};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The front page's example: a client, and the first operation whose arguments the document exemplifies.
pub(crate) struct Example {
    imports: String,
    /// A function that holds the example, so that `?` and `.await` compile.
    function: String,
}

impl Example {
    /// For rustdoc: people read the body, the compiler sees the function around it.
    pub(crate) fn hidden(&self) -> String {
        let inner = self.function.lines().skip(1);
        let inner = inner.filter(|line| *line != "}" && line.trim() != "Ok(())");
        let body: Vec<_> = inner.map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
        format!(
            "{}\n\n# async fn example() -> Result<(), Box<dyn std::error::Error>> {{\n{}\n# Ok(())\n# }}",
            self.imports,
            body.join("\n")
        )
    }

    /// For a page that can hide nothing: the whole function, which compiles as it is.
    pub(crate) fn shown(&self) -> String {
        format!("{}\n\n{}", self.imports, self.function)
    }
}

/// The front page's example, where the document has one for every argument that must be given.
pub(crate) fn front_example(cx: &Cx<'_>) -> Option<Example> {
    if cx.layout != Layout::Crate {
        return None;
    }
    let (operation, call) = first(cx)?;
    let client = client(cx, operation);
    let tokens = quote! {
        async fn example() -> Result<(), Box<dyn std::error::Error>> {
            #client
            let response = client.#call.await?;
            println!("{:?}", response.into_inner());
            Ok(())
        }
    };
    let text = printed(&with_imports(cx, &tokens))?;
    let (imports, function) = text.split_at(text.find("async fn")?);
    Some(Example {
        imports: imports.trim_end().to_owned(),
        function: function.trim_end().to_owned(),
    })
}

/// A program that makes the first call that the document exemplifies, and the features that it needs of the package.
pub(crate) fn first_call(cx: &Cx<'_>) -> Option<(TokenStream, Vec<String>)> {
    let (operation, call) = first(cx)?;
    let credentials = credentials(cx, operation);
    let deprecated = allow_deprecated(cx.plan);
    let call = quote! {
        fn main() -> Result<(), Box<dyn std::error::Error>> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(call())
        }

        async fn call() -> Result<(), Box<dyn std::error::Error>> {
            let server = std::env::var("BASE_URL").unwrap_or_else(|_| "http://127.0.0.1:4010".to_owned());
            let client = Client::builder().base_url(server) #credentials .build()?;
            let response = client.#call.await?;
            println!("{:#?}", response.into_inner());
            Ok(())
        }
    };
    let call = with_imports(cx, &call);
    let docs = Doc::default().lines(FIRST_CALL.map(str::to_owned).to_vec()).inner();
    let program = quote!(#docs #deprecated #call);
    let tag = features::of_tags(cx.plan, &operation.tags).and_then(|tags| tags.into_iter().next());
    Some((program, ["reqwest".to_owned()].into_iter().chain(tag).collect()))
}

/// What the program says of itself.
const FIRST_CALL: [&str; 5] = [
    "A first call. The server is the one that `BASE_URL` names, or a mock on this machine:",
    "",
    "```sh",
    "specwright mock DOCUMENT -- cargo run --example first_call",
    "```",
];

/// The other calls whose arguments the document exemplifies, each as a function.
pub(crate) fn other_examples(cx: &Cx<'_>) -> Option<String> {
    let functions: Vec<TokenStream> = exemplified(cx)
        .skip(1)
        .map(|(operation, call)| {
            let name = &operation.name;
            quote! {
                async fn #name(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
                    let response = client.#call.await?;
                    println!("{:?}", response.into_inner());
                    Ok(())
                }
            }
        })
        .collect();
    if functions.is_empty() {
        return None;
    }
    let tokens = quote!(#(#functions)*);
    let text = printed(&with_imports(cx, &tokens))?;
    // A blank line before each.
    Some(text.trim_end().replace("\nasync fn ", "\n\nasync fn "))
}

/// The first operation whose arguments the document exemplifies, or else the first for which values can be made of its schemas.
fn first<'a>(cx: &'a Cx<'_>) -> Option<(&'a OperationPlan, TokenStream)> {
    let mut operations = cx.plan.operations.iter();
    let made = || operations.find_map(|operation| Some((operation, call(cx, operation, Values::Made)?)));
    exemplified(cx).next().or_else(made)
}

/// The operations whose arguments the document exemplifies, each with a call of it.
fn exemplified<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = (&'a OperationPlan, TokenStream)> {
    let operations = cx.plan.operations.iter();
    operations.filter_map(|operation| Some((operation, call(cx, operation, Values::Examples)?)))
}

/// Code of a user of the crate, with what it imports of it before it.
fn with_imports(cx: &Cx<'_>, code: &TokenStream) -> TokenStream {
    let krate = Word::new(cx.plan.package.lib_name());
    let imports = imports(cx, &code.to_string());
    quote!(use #krate::{#(#imports),*}; #code)
}

/// Code as it is laid out; `None` if it is no Rust.
fn printed(code: &TokenStream) -> Option<String> {
    let file: syn::File = syn::parse_str(&code.to_string()).ok()?;
    Some(outdented(&prettyplease::unparse(&file)))
}

/// Code in which the arguments of a call that others are chained to are indented as people and rustfmt do it, by one level, and not by two
/// levels more than the chain.
fn outdented(code: &str) -> String {
    const LEVEL: usize = 4;
    let indent = |line: &str| line.len() - line.trim_start().len();
    // The indentation of each line that begins such arguments, as it was.
    let mut open: Vec<usize> = Vec::new();
    let mut text = String::with_capacity(code.len());
    let mut lines = code.lines().peekable();
    while let Some(line) = lines.next() {
        let level = indent(line);
        while !line.is_empty() && open.last().is_some_and(|opened| level <= *opened) {
            open.pop();
        }
        text.push_str(line.get(LEVEL * open.len()..).unwrap_or_default());
        text.push('\n');
        if lines.peek().is_some_and(|next| indent(next) == level + 2 * LEVEL) {
            open.push(level);
        }
    }
    text
}

/// What the example imports of the crate: the client, and the modules that it names.
fn imports(cx: &Cx<'_>, code: &str) -> Vec<Word> {
    let mut names = vec![Word::new("Client")];
    if code.contains("Server ::") {
        names.push(Word::new("Server"));
    }
    let operations = cx
        .plan
        .names
        .modules
        .iter()
        .filter(|module| module.folder == crate::plan::Folder::Operations);
    let directories = ["types", "events"].map(Word::new);
    let modules = operations.map(|module| module.name.token()).chain(directories);
    // What is in front of `::` and begins behind a space or a parenthesis.
    let before = code.match_indices(" ::").filter_map(|(at, _)| code.get(..at));
    let roots = before.filter_map(|before| before.rsplit_once([' ', '(']));
    let roots: BTreeSet<&str> = roots.map(|(_, root)| root).collect();
    names.extend(modules.filter(|name| roots.contains(name.as_str())));
    names
}

fn client(cx: &Cx<'_>, operation: &OperationPlan) -> TokenStream {
    let api = &cx.plan.api;
    let server = match api.servers.first().zip(cx.plan.names.servers.first()) {
        Some((server, names)) if server.variables.is_empty() && server.url.contains("://") => {
            let name = &names.name;
            quote!(.server( Server::#name))
        }
        _ => quote!(.base_url("https://api.example.com")),
    };
    let credentials = credentials(cx, operation);
    quote!(let client = Client::builder() #server #credentials .build()?;)
}

/// Setters of the builder for what the operation needs, with words in place of secrets.
fn credentials(cx: &Cx<'_>, operation: &OperationPlan) -> TokenStream {
    let api = &cx.plan.api;
    let needs = api.operations[operation.id].security.first();
    let credentials = needs.into_iter().flat_map(|one| &one.uses).filter_map(|one| {
        let (scheme, name) = (api.schemes.get(one.scheme)?, cx.plan.names.schemes.get(one.scheme)?);
        let text = format!("the {}", name.as_str().replace('_', " "));
        Some(match scheme.kind {
            crate::ir::SchemeKind::Basic => quote!(.#name("user", "password")),
            crate::ir::SchemeKind::MutualTls => return None,
            _ => quote!(.#name(#text)),
        })
    });
    quote!(#(#credentials)*)
}

/// Where arguments come from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Values {
    /// The document has an example.
    Examples,
    /// An example, or else a value that is made of the schema.
    Made,
}

/// `operation(arguments)`, if there is a value for every required argument.
fn call(cx: &Cx<'_>, plan: &OperationPlan, from: Values) -> Option<TokenStream> {
    let operation = &cx.plan.api.operations[plan.id];
    if operation.docs.deprecated {
        return None;
    }
    let mut values = Vec::new();
    for argument in plan.arguments.iter().filter(|argument| argument.required) {
        if !argument.positional {
            return None;
        }
        let example = match argument.kind {
            ArgumentKind::Param(index) => operation.params[index]
                .docs
                .examples
                .first()
                .map(|example| &example.value),
            ArgumentKind::Body => body_example(plan, operation),
        };
        let ty = match argument.kind {
            ArgumentKind::Param(index) => &operation.params[index].ty,
            ArgumentKind::Body => body_type(plan, operation)?,
        };
        let json = match (example, from) {
            (Some(example), _) => example.clone(),
            (None, Values::Examples) => return None,
            (None, Values::Made) => made(cx, ty, argument.name.as_str(), 0)?,
        };
        values.push(value(cx, ty, &argument.ty, &json, 0)?);
    }
    let name = &plan.name;
    Some(quote!(#name(#(#values),*)))
}

/// A value that is made of a schema; none where constraints or unions would have to be solved.
fn made(cx: &Cx<'_>, ty: &TypeRef, name: &str, depth: usize) -> Option<Json> {
    if depth > 4 {
        return None;
    }
    let (resolved, _) = cx.plan.types.resolved(ty);
    Some(match resolved {
        Type::String(StringKind::Text | StringKind::Secret) => Json::String(Arc::from(name)),
        Type::Bool => Json::Bool(true),
        Type::Integer(_) | Type::Number(_) => Json::Number("1".into()),
        Type::Array(item) => Json::Array(vec![made(cx, item, name, depth + 1)?]),
        Type::Named { id, .. } => match &cx.plan.ty(*id)?.shape {
            ShapePlan::Enum(enumeration) => enumeration.source.values.first()?.value.clone(),
            ShapePlan::Struct(structure) => {
                let member = |field: &FieldPlan<'_>| {
                    let name = &field.source.name;
                    Some((Arc::from(name.as_str()), made(cx, &field.source.ty, name, depth + 1)?))
                };
                let members = structure.asked().into_iter().map(member);
                Json::Object(members.collect::<Option<Vec<_>>>()?)
            }
            ShapePlan::Newtype(_) | ShapePlan::Union(_) | ShapePlan::Tuple(_) | ShapePlan::Alias(_) => return None,
        },
        _ => return None,
    })
}

fn body_example<'a>(plan: &OperationPlan, operation: &'a crate::ir::Operation) -> Option<&'a Json> {
    let variant = plan.body.as_ref()?.variants.first()?;
    let content = operation.body.as_ref()?.contents.get(variant.content)?;
    content.examples.first().map(|example| &example.value)
}

fn body_type<'a>(plan: &OperationPlan, operation: &'a crate::ir::Operation) -> Option<&'a TypeRef> {
    let [variant] = plan.body.as_ref()?.variants.as_slice() else {
        return None;
    };
    if !matches!(variant.kind, BodyKind::Json(_) | BodyKind::Form(_)) {
        return None;
    }
    operation.body.as_ref()?.contents.get(variant.content)?.ty.as_ref()
}

/// An expression for a value, as the argument of a constructor or setter.
fn value(cx: &Cx<'_>, ty: &TypeRef, rust: &RustType, json: &Json, depth: usize) -> Option<TokenStream> {
    if depth > 8 {
        return None;
    }
    let (resolved, _) = cx.plan.types.resolved(ty);
    match (resolved, json) {
        (Type::String(StringKind::Text | StringKind::Secret), Json::String(text)) => {
            let text = &**text;
            Some(quote!(#text))
        }
        (Type::Bool, Json::Bool(value)) => Some(quote!(#value)),
        // A setter makes a moment of a number, a list or what may be null does not.
        (Type::Integer(kind), _) if ty.nullable && kind.is_moment() => None,
        (Type::Array(item), _) if is_moment(cx.plan.types.resolved(item).0) => None,
        (Type::Integer(_), Json::Number(text)) => {
            let number = crate::number::Number::new(text.clone()).as_i64()?;
            let number = Literal::integer(number);
            Some(quote!(#number))
        }
        (Type::Number(_), Json::Number(text)) => {
            let number: f64 = text.parse().ok()?;
            let number = Literal::number(number);
            Some(quote!(#number))
        }
        (Type::Array(item), Json::Array(items)) => {
            let RustType::Vec(item_type) = cx.plan.types.unaliased(rust) else {
                return None;
            };
            let items: Option<Vec<TokenStream>> = items
                .iter()
                .map(|one| value(cx, item, item_type, one, depth + 1))
                .collect();
            let items = items?;
            Some(quote!([#(#items),*]))
        }
        (Type::Named { id, .. }, json) => named(cx, *id, json, depth),
        _ => None,
    }
}

fn is_moment(ty: &Type) -> bool {
    matches!(ty, Type::Integer(kind) if kind.is_moment())
}

fn named(cx: &Cx<'_>, id: TypeId, json: &Json, depth: usize) -> Option<TokenStream> {
    let ty = cx.plan.ty(id)?;
    let path = public_path(cx, ty, &ty.name);
    match (&ty.shape, json) {
        (ShapePlan::Enum(enumeration), json) => {
            let values = &enumeration.source.values;
            let index = values.iter().position(|value| value.value == *json)?;
            let variant = enumeration.variants.get(index)?;
            Some(quote!(#path::#variant))
        }
        (ShapePlan::Newtype(_), Json::String(text)) => {
            let text = &**text;
            Some(quote!(#path::new(#text)?))
        }
        (ShapePlan::Struct(structure), Json::Object(members)) => structure_value(cx, ty, structure, members, depth),
        _ => None,
    }
}

/// A call of the constructor and of the setters of a struct.
fn structure_value(
    cx: &Cx<'_>,
    ty: &TypePlan<'_>,
    structure: &StructPlan<'_>,
    members: &[(Arc<str>, Json)],
    depth: usize,
) -> Option<TokenStream> {
    if structure.multipart {
        return None;
    }
    let expression = |field: &FieldPlan<'_>| {
        let name = &field.source.name;
        let (_, json) = members.iter().find(|(key, _)| **key == **name)?;
        value(cx, &field.source.ty, &field.ty, json, depth + 1)
    };
    let mut arguments = Vec::new();
    for field in structure.asked() {
        let value = expression(field).filter(|_| field.presence == Presence::Required)?;
        arguments.push(match &ty.required_struct {
            Some(_) => {
                let (name, value) = (&field.name, conversion(cx, &asked_type(field), &value).value);
                quote!(#name: #value)
            }
            None => value,
        });
    }
    let arguments = match &ty.required_struct {
        Some(required) => {
            let path = public_path(cx, ty, required);
            quote!(#path { #(#arguments),* })
        }
        None => quote!(#(#arguments),*),
    };
    let given = |field: &&FieldPlan<'_>| {
        let name = &field.source.name;
        let is_value = |(key, json): &(Arc<str>, Json)| **key == **name && *json != Json::Null;
        field.presence.has_setter() && members.iter().any(is_value)
    };
    let mut setters = Vec::new();
    for field in structure.fields.iter().filter(given) {
        let (name, value) = (&field.name, expression(field)?);
        setters.push(quote!(.#name(#value)));
    }
    let path = public_path(cx, ty, &ty.name);
    Some(quote!(#path::new(#arguments) #(#setters)*))
}

/// How a user of the crate names a type, or what is declared beside it.
fn public_path(cx: &Cx<'_>, ty: &TypePlan<'_>, name: &Ident) -> TokenStream {
    let module = cx.plan.module(ty.module);
    let home = &module.name;
    match module.folder {
        crate::plan::Folder::Operations => quote!(#home::#name),
        crate::plan::Folder::Types if ty.def.path.steps.is_empty() => {
            quote!(types::#name)
        }
        crate::plan::Folder::Types => quote!(types::#home::#name),
        crate::plan::Folder::Events => quote!(events::#home::#name),
    }
}
