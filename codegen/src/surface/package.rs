//! What belongs to the client as a whole: Cargo features, servers, credentials.

use super::{Fact, Item, Items, Kind};
use crate::ir::{ParamLocation, SchemeKind, SecurityScheme, Server};
use crate::plan::{Plan, ServerPlan, WEBHOOKS};

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
