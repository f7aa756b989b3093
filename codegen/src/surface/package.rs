//! What belongs to the client as a whole: Cargo features, servers, credentials, environment variables, deliveries.

use super::{Fact, Item, Items, Kind, spell};
use crate::ir::{Owner, ParamLocation, SchemeKind, SecurityScheme, Server, Signature};
use crate::plan::{Plan, RustType, ServerPlan, WEBHOOKS};

pub(super) fn items(plan: &Plan<'_>, items: &mut Items) {
    let tags = plan.api.tags.iter().zip(plan.package.tags.iter().flatten());
    for (tag, name) in tags {
        let feature = Item::new(Kind::Feature).with(Fact::Wire, &tag.name);
        items.add(format!("feature {}", name.as_str()), feature);
    }
    if !plan.package.events_only.modules.is_empty() {
        let feature = Item::new(Kind::Feature).with(Fact::Wire, "webhooks and callbacks");
        items.add(format!("feature {WEBHOOKS}"), feature);
    }
    for (index, (source, name)) in plan.api.servers.iter().zip(&plan.names.servers).enumerate() {
        // Where programs choose none, the client takes the first.
        let server = server(source, name).flag(Fact::Default, index == 0);
        items.add(format!("Server::{}", name.name), server);
    }
    for (scheme, name) in plan.api.schemes.iter().zip(&plan.names.schemes) {
        if let Some(sent) = sent(scheme) {
            let credential = Item::at(Kind::Credential, &scheme.origin).with(Fact::Wire, sent);
            items.add(format!("ClientBuilder.{name}()"), credential);
        }
    }
    variables(plan, items);
    deliveries(plan, items);
}

/// The environment variables of `Client::from_env`, each with what it gives.
fn variables(plan: &Plan<'_>, items: &mut Items) {
    let Some(environment) = &plan.package.environment else {
        return;
    };
    let base_url = Item::new(Kind::Variable).with(Fact::Wire, "the base URL");
    items.add(format!("variable {}", environment.base_url), base_url);
    for variable in &environment.credentials {
        let Some(scheme) = plan.api.schemes.get(variable.scheme) else {
            continue;
        };
        let sent = sent(scheme).unwrap_or_default();
        let mut add = |name: &str, gives: String| {
            let item = Item::at(Kind::Variable, &scheme.origin).with(Fact::Wire, gives);
            items.add(format!("variable {name}"), item);
        };
        match &variable.password {
            None => add(&variable.name, sent),
            Some(password) => {
                add(&variable.name, format!("the user of {sent}"));
                add(password, format!("the password of {sent}"));
            }
        }
    }
}

/// What verifies and reads what the server sends by itself.
fn deliveries(plan: &Plan<'_>, items: &mut Items) {
    for module in plan.names.modules.iter() {
        let Owner::Event(id) = &module.owner else { continue };
        let event = &plan.api.events[*id];
        let Some(said) = &event.signature else { continue };
        let payload = event.json().and_then(|content| content.ty.as_ref());
        let payload = spell::ty(plan, &payload.map_or(RustType::Value, RustType::of));
        let function = Item::at(Kind::Function, &event.origin)
            .with(Fact::Type, payload)
            .with(Fact::Wire, signed(said));
        items.add(
            format!("{}::{}::receive", module.folder.as_str(), module.name),
            function,
        );
    }
}

/// How a delivery is signed: what is in which header, and what else is looked at.
fn signed(said: &Signature) -> String {
    let prefix = said.prefix.as_deref().unwrap_or_default();
    let digits = if said.is_base64 { "base64" } else { "hex" };
    let content = said.content.as_deref().unwrap_or("{body}");
    let key = if said.is_secret_base64 { "base64 key" } else { "key" };
    let mut words = format!("{}: {prefix}{digits} of {content}, {key}", said.header);
    let places = [
        ("separator", said.separator.map(String::from)),
        ("id in", said.id_header.clone()),
        ("time in", said.timestamp_header.clone()),
        ("time after", said.timestamp_item.clone()),
        ("within", said.tolerance.map(|seconds| format!("{seconds} s"))),
    ];
    for (word, place) in places {
        if let Some(place) = place {
            words.push_str(&format!(", {word} {place}"));
        }
    }
    words
}

/// A server takes its variables; one that lists its values takes no others: `region: eu | us, port`.
fn server(source: &Server, names: &ServerPlan) -> Item {
    let plans = names.variables.iter().flat_map(|(_, variables)| variables);
    let variables = source
        .variables
        .iter()
        .zip(plans)
        .map(|(variable, plan)| match plan.values {
            Some(_) => format!("{}: {}", variable.name, variable.values.join(" | ")),
            None => variable.name.clone(),
        });
    let variables: Vec<String> = variables.collect();
    Item::at(Kind::Server, &source.origin)
        .with(Fact::Wire, &source.url)
        .maybe(Fact::Takes, (!variables.is_empty()).then(|| variables.join(", ")))
}

/// How a credential is sent; `None`: the transport brings it, and the client has no setter.
pub(super) fn sent(scheme: &SecurityScheme) -> Option<String> {
    Some(match &scheme.kind {
        SchemeKind::ApiKey { location, name } => {
            let place = match location {
                ParamLocation::Query | ParamLocation::QueryString => "query parameter",
                ParamLocation::Cookie => "cookie",
                ParamLocation::Header | ParamLocation::Path => "header",
            };
            format!("{place} {name}")
        }
        SchemeKind::Basic => "Authorization: Basic, user and password".to_owned(),
        SchemeKind::Bearer | SchemeKind::OAuth2 { .. } => "Authorization: Bearer".to_owned(),
        SchemeKind::Http(word) => format!("Authorization: {word}"),
        SchemeKind::MutualTls => return None,
    })
}
