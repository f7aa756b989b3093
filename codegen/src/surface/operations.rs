//! Operations: methods of the client, what their calls take, send and receive.

use super::types::variant_name;
use super::{Fact, Item, Items, Kind, package, spell};
use crate::ir::{
    Content, Json, Operation, Origin, Param, ParamEncoding, Response, SchemeUse, SecurityScheme, Status, Style, Type,
};
use crate::plan::PollingPlan;
use crate::plan::{
    Argument, ArgumentKind, Item as ModuleItem, OperationPlan, Plan, ResponseVariant, RustType, SuccessPlan,
};

pub(super) fn items(plan: &Plan<'_>, items: &mut Items) {
    for planned in plan.operations.iter() {
        let one = One {
            plan,
            planned,
            operation: &plan.api.operations[planned.id],
            name: format!("Client::{}", planned.name),
        };
        one.items(items);
    }
}

/// An operation and the name of its method.
struct One<'a> {
    plan: &'a Plan<'a>,
    planned: &'a OperationPlan,
    operation: &'a Operation,
    name: String,
}

impl One<'_> {
    fn items(&self, items: &mut Items) {
        items.add(self.name.clone(), self.method());
        for argument in &self.planned.arguments {
            let item = self.argument(argument);
            items.add(format!("{}({})", self.name, argument.name), item);
        }
        self.constants(items);
        for (index, name) in &self.planned.credentials {
            if let Some(item) = self.plan.api.schemes.get(*index).and_then(credential) {
                items.add(format!("{}({name})", self.name), item);
            }
        }
        self.request(items);
        for response in &self.operation.responses {
            self.response(response, items);
        }
        self.outcomes(items);
        self.headers(items);
    }

    fn ty(&self, ty: &RustType) -> String {
        spell::ty(self.plan, ty)
    }

    fn method(&self) -> Item {
        let (operation, planned) = (self.operation, self.planned);
        let positional = planned.arguments.iter().filter(|argument| argument.positional);
        let positional: Vec<String> = positional.map(|argument| argument.name.to_string()).collect();
        let pages = planned.pages.as_ref().map(|pages| self.ty(&pages.item));
        let features = self.plan.package.tags.as_ref().filter(|_| !planned.tags.is_empty());
        let features = features.map(|all| {
            let own = planned.tags.iter().filter_map(|tag| all.get(*tag));
            own.map(|feature| feature.as_str()).collect::<Vec<_>>().join(", ")
        });
        let servers: Vec<&str> = operation.servers.iter().map(|server| server.url.as_str()).collect();
        Item::at(Kind::Operation, &operation.origin)
            .with(Fact::Method, &operation.method)
            .with(Fact::Path, &operation.path)
            .maybe(Fact::OperationId, operation.id.clone())
            .with(
                Fact::Module,
                format!("operations::{}", self.plan.module(planned.module).name),
            )
            .with(Fact::Takes, positional.join(", "))
            .with(Fact::Success, self.ty(&planned.responses.success.ty))
            .with(
                Fact::Derives,
                if self.is_repeatable() { "Clone, Debug" } else { "Debug" },
            )
            .maybe(Fact::Pages, pages)
            .maybe(Fact::Ends, planned.polling.as_ref().map(ends))
            .maybe(Fact::Security, self.security())
            .maybe(Fact::Servers, (!servers.is_empty()).then(|| servers.join(", ")))
            .maybe(Fact::Features, features)
            .flag(Fact::Deprecated, operation.docs.deprecated)
    }

    fn is_repeatable(&self) -> bool {
        let body = self.planned.body.as_ref();
        body.is_none_or(|body| body.is_repeatable(&self.plan.types))
    }

    /// What is needed: `key and token or password`, with scopes in parentheses; `none` where nothing will do too; `what is set` where the
    /// document does not say.
    fn security(&self) -> Option<String> {
        let requirements = self.operation.security.iter().map(|requirement| {
            let uses = requirement.uses.iter().filter(|used| !used.optional);
            let uses: Vec<String> = uses.map(|used| self.needed(used)).collect();
            match uses.is_empty() {
                true => "none".to_owned(),
                false => uses.join(" and "),
            }
        });
        let requirements: Vec<String> = requirements.collect();
        let needs = requirements.iter().any(|requirement| requirement != "none");
        match self.operation.any_credential {
            true if needs => Some(format!("{}, and what is set", requirements.join(" or "))),
            true => Some("what is set".to_owned()),
            false => needs.then(|| requirements.join(" or ")),
        }
    }

    fn needed(&self, used: &SchemeUse) -> String {
        let scheme = self.plan.api.schemes.get(used.scheme);
        let name = scheme.map_or("", |scheme| scheme.name.as_str());
        match used.scopes.is_empty() {
            true => name.to_owned(),
            false => format!("{name} ({})", used.scopes.join(" ")),
        }
    }

    fn argument(&self, argument: &Argument) -> Item {
        let given = if argument.positional { "argument" } else { "setter" };
        let item = match argument.kind {
            ArgumentKind::Param(index) => self.param(&self.operation.params[index]),
            ArgumentKind::Body => self.body(),
        };
        item.with(Fact::Type, self.ty(&argument.ty)).with(Fact::Given, given)
    }

    fn param(&self, param: &Param) -> Item {
        let mut item = Item::at(Kind::Argument, &param.origin)
            .with(Fact::In, param.location.as_str())
            .with(Fact::Wire, &param.name)
            .flag(Fact::Required, param.required)
            .flag(Fact::Nullable, param.ty.nullable)
            .with(Fact::Style, encoding(&param.encoding))
            .maybe(Fact::Default, param.default.as_ref().map(Json::text))
            .flag(Fact::Deprecated, param.docs.deprecated);
        item.limits = spell::limits(self.plan, &param.ty);
        item
    }

    fn body(&self) -> Item {
        let Some(body) = &self.operation.body else {
            return Item::new(Kind::Argument);
        };
        Item::at(Kind::Argument, &body.origin)
            .with(Fact::In, "body")
            .flag(Fact::Required, body.required)
    }

    /// Parameters with one possible value, which nobody gives.
    fn constants(&self, items: &mut Items) {
        for param in &self.operation.params {
            if let (Type::Const(value), false) = (&param.ty.ty, param.ty.nullable) {
                let item = self.param(param).with(Fact::Constant, value.text());
                let name = format!("{}({} {})", self.name, param.location.as_str(), param.name);
                items.add(name, item.with(Fact::Given, "not"));
            }
        }
    }

    fn request(&self, items: &mut Items) {
        let Some(body) = &self.operation.body else { return };
        for content in &body.contents {
            let item = self.content(Kind::Request, content);
            items.add(format!("{} sends {}", self.name, content.media_type), item);
        }
        let Some(planned) = self.planned.body.as_ref().filter(|body| body.is_enum()) else {
            return;
        };
        let derives = if self.is_repeatable() { "Clone, Debug" } else { "Debug" };
        let owner = self.own_type(ModuleItem::Body, "sent", derives, &body.origin, items);
        let mut converted = Vec::new();
        for variant in &planned.variants {
            let content = &body.contents[variant.content];
            let ty = variant.kind.rust_type();
            // Of representations that hold the same type, the first one is meant.
            let target = self.plan.types.unaliased(&ty).clone();
            let is_first = !converted.contains(&target);
            converted.push(target);
            let item = Item::at(Kind::Variant, &content.origin)
                .with(Fact::Wire, &content.media_type)
                .with(Fact::Type, self.ty(&ty))
                .flag(Fact::From, is_first);
            items.add(variant_name(&owner, &variant.name), item);
        }
    }

    /// The enumeration that an operation has of its own.
    fn own_type(&self, what: ModuleItem, travels: &str, derives: &str, at: &Origin, items: &mut Items) -> String {
        let name = self.ty(&self.planned.item(what));
        let item = Item::at(Kind::Type, at)
            .with(Fact::Shape, "enum")
            .with(Fact::Travels, travels)
            .with(Fact::Derives, derives);
        items.add(name.clone(), item);
        name
    }

    fn content(&self, kind: Kind, content: &Content) -> Item {
        let ty = content.ty.as_ref().map(|ty| self.ty(&RustType::of(ty)));
        let encodings = content.encodings.iter().map(|encoding| {
            let media = encoding.content_type.as_deref().unwrap_or_default();
            let style = encoding
                .style
                .map(|(style, explode, reserved)| self::style(style, explode, reserved));
            let said = [Some(media.to_owned()), style];
            let said: Vec<String> = said.into_iter().flatten().filter(|said| !said.is_empty()).collect();
            format!("{}: {}", encoding.property, said.join(" "))
        });
        let encodings: Vec<String> = encodings.collect();
        let mut item = Item::at(kind, &content.origin)
            .with(Fact::MediaType, &content.media_type)
            .with(Fact::Type, ty.unwrap_or_else(|| "Value".to_owned()))
            .maybe(Fact::Style, (!encodings.is_empty()).then(|| encodings.join("; ")));
        if let Some(ty) = &content.ty {
            item.limits = spell::limits(self.plan, ty);
        }
        item
    }

    fn response(&self, response: &Response, items: &mut Items) {
        let status = status(response.status);
        if response.contents.is_empty() {
            let item = Item::at(Kind::Response, &response.origin).with(Fact::Status, &status);
            items.add(format!("{} receives {status}", self.name), item);
        }
        for content in &response.contents {
            let item = self.content(Kind::Response, content).with(Fact::Status, &status);
            items.add(format!("{} receives {status} {}", self.name, content.media_type), item);
        }
    }

    /// The enumerations of successes and failures, what all failures have, and the other forms of the call.
    fn outcomes(&self, items: &mut Items) {
        let responses = &self.planned.responses;
        let at = &self.operation.origin;
        let SuccessPlan { variants, .. } = &responses.success;
        if let Some(variants) = variants {
            let owner = self.own_type(ModuleItem::Success, "received", outcome_derives(variants), at, items);
            self.variants(&owner, variants, items);
        }
        let failures = &responses.failure.variants;
        let owner = self.own_type(ModuleItem::Failure, "received", outcome_derives(failures), at, items);
        self.variants(&owner, failures, items);
        for shared in &self.planned.shared {
            let item = Item::at(Kind::Method, at)
                .with(Fact::Wire, &shared.property)
                .with(Fact::Type, self.ty(&shared.ty));
            items.add(format!("{owner}.{}()", shared.name), item);
        }
        for form in &responses.forms {
            let item = Item::at(Kind::Method, at)
                .with(Fact::Wire, &form.media_type)
                .with(Fact::Type, self.ty(&form.success));
            let call = self.ty(&self.planned.item(ModuleItem::Call));
            items.add(format!("{call}.{}()", form.method), item);
        }
    }

    fn variants(&self, owner: &str, variants: &[ResponseVariant], items: &mut Items) {
        for variant in variants {
            let mut responses = self.operation.responses.iter();
            let response = responses.find(|response| response.status == variant.status);
            let origin = response.map_or(&self.operation.origin, |response| &response.origin);
            let item = Item::at(Kind::Variant, origin)
                .with(Fact::Wire, status(variant.status))
                .with(Fact::Type, self.ty(&variant.body.rust_type()));
            items.add(variant_name(owner, &variant.name), item);
        }
    }

    fn headers(&self, items: &mut Items) {
        if self.planned.headers.is_empty() {
            return;
        }
        let owner = self.ty(&self.planned.item(ModuleItem::Headers));
        let own = Item::at(Kind::Type, &self.operation.origin)
            .with(Fact::Shape, "struct")
            .with(Fact::Travels, "received")
            .with(Fact::Derives, "Clone, Debug, PartialEq");
        items.add(owner.clone(), own);
        for header in &self.planned.headers {
            let Some(response) = self.operation.responses.get(header.source.0) else {
                continue;
            };
            let Some(source) = response.headers.get(header.source.1) else {
                continue;
            };
            let ty = match header.required {
                true => header.ty.clone(),
                false => header.ty.clone().optional(),
            };
            let item = Item::at(Kind::Field, &response.origin)
                .with(Fact::Wire, source.name.to_ascii_lowercase())
                .with(Fact::Type, self.ty(&ty))
                .flag(Fact::Required, header.required)
                .flag(Fact::Deprecated, source.docs.deprecated);
            items.add(format!("{owner}.{}", header.name), item);
        }
    }
}

fn outcome_derives(variants: &[ResponseVariant]) -> &'static str {
    match variants.iter().any(|variant| variant.body.is_stream()) {
        true => "Debug",
        false => "Clone, Debug, PartialEq",
    }
}

fn credential(scheme: &SecurityScheme) -> Option<Item> {
    let sent = package::sent(scheme)?;
    Some(
        Item::at(Kind::Argument, &scheme.origin)
            .with(Fact::In, "credential")
            .with(Fact::Wire, sent)
            .with(Fact::Given, "setter"),
    )
}

/// A status as the document writes it.
fn status(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(hundreds) => format!("{hundreds}XX"),
        Status::Default => "default".to_owned(),
    }
}

fn encoding(encoding: &ParamEncoding) -> String {
    match encoding {
        ParamEncoding::Style {
            style,
            explode,
            allow_reserved,
        } => self::style(*style, *explode, *allow_reserved),
        ParamEncoding::Content(media_type) => media_type.clone(),
    }
}

fn style(style: Style, explode: bool, allow_reserved: bool) -> String {
    let word = match style {
        Style::Matrix => "matrix",
        Style::Label => "label",
        Style::Simple => "simple",
        Style::Form => "form",
        Style::Cookie => "cookie",
        Style::SpaceDelimited => "spaceDelimited",
        Style::PipeDelimited => "pipeDelimited",
        Style::DeepObject => "deepObject",
    };
    let explode = if explode { ", explode" } else { "" };
    let reserved = if allow_reserved { ", allowReserved" } else { "" };
    format!("{word}{explode}{reserved}")
}

/// `data.status: succeeded, or failed, expired as a failure`.
fn ends(polling: &PollingPlan) -> String {
    let names: Vec<&str> = polling.status.iter().map(|step| step.name.as_str()).collect();
    let failed = match polling.failed.as_slice() {
        [] => String::new(),
        failed => format!(", or {} as a failure", failed.join(", ")),
    };
    format!("{}: {}{failed}", names.join("."), polling.done.join(", "))
}
