//! Operations: the third stage of a plan. What a call takes, what it sends, and what it gives.

pub mod arguments;
pub mod bodies;
pub mod contents;
pub mod groups;
pub mod headers;
pub mod idempotency;
pub mod messages;
mod page_detection;
pub mod pages;
pub mod polling;
pub mod request_ids;
pub mod responses;
mod same_failures;
mod sent_back;
pub mod shared;

use crate::arena::Arena;
use crate::config::Join;
use crate::diag::Diagnostics;
use crate::ir::{Api, OperationId};
use crate::plan::names::{Ident, Item, ModuleId, Names};
use crate::plan::types::Types;
use crate::plan::types::rust_type::RustType;
use arguments::{Argument, arguments};
use bodies::{BodyPlan, body_plan};
use headers::HeaderPlan;
use idempotency::KeyForm;
use pages::{PagePlan, Paged};
use polling::{Polled, PollingPlan};
use responses::ResponsesPlan;
use sent_back::SentBack;
use shared::{SharedProperty, shared_properties};
use std::collections::BTreeMap;

/// An operation with its names and types.
pub struct OperationPlan {
    /// Which one.
    pub id: OperationId,
    /// The method of the client.
    pub name: Ident,
    /// The module that holds its types and its call.
    pub module: ModuleId,
    /// What the call takes, in order: path parameters, required parameters, the body, and then what is optional.
    pub arguments: Vec<Argument>,
    /// The setters of a call for the credentials that it can use: indexes in [`Api::schemes`], and names.
    pub credentials: Vec<(usize, Ident)>,
    /// The form of the idempotency keys that the client makes, where the operation takes one.
    pub key_form: Option<KeyForm>,
    /// The request body.
    pub body: Option<BodyPlan>,
    /// What it gives.
    pub responses: ResponsesPlan,
    /// Whether a response holds what may be sent back.
    pub sent_back: bool,
    /// What can be asked of a failure whatever its status is.
    pub shared: Vec<SharedProperty>,
    /// The documented headers of its successes.
    pub headers: Vec<HeaderPlan>,
    /// How its result goes on, when it comes in pages.
    pub pages: Option<PagePlan>,
    /// How its result says that something has ended.
    pub polling: Option<PollingPlan>,
    /// Indexes of its tags in [`Api::tags`].
    pub tags: Vec<usize>,
}

impl OperationPlan {
    /// An item of its module.
    pub fn item(&self, item: Item) -> RustType {
        RustType::Item(self.module, item)
    }
}

/// Plans all operations.
pub(super) fn plan(
    api: &Api,
    names: &Names,
    types: &Types<'_>,
    join: Join,
    diags: &mut Diagnostics,
) -> Arena<OperationId, OperationPlan> {
    let sent_back = SentBack::of(api);
    // Of two of the same name the first one.
    let tags = api.tags.iter().enumerate().rev();
    let tags: BTreeMap<&str, usize> = tags.map(|(index, tag)| (tag.name.as_str(), index)).collect();
    let ids = api.operations.ids();
    let plans = ids.map(|id| operation(api, names, types, &sent_back, &tags, id, diags));
    let mut plans = plans.collect();
    same_failures::share(api, types, join, &mut plans);
    plans
}

fn operation(
    api: &Api,
    names: &Names,
    types: &Types<'_>,
    sent_back: &SentBack,
    tags_by_name: &BTreeMap<&str, usize>,
    id: OperationId,
    diags: &mut Diagnostics,
) -> OperationPlan {
    let source = &api.operations[id];
    let home = names.operation(id);
    let body = source
        .body
        .as_ref()
        .and_then(|body| body_plan(types, home.module, body));
    let key_form = idempotency::key_form(api, source);
    let (arguments, credentials) = arguments(api, source, body.as_ref(), key_form);
    let setters = arguments.iter().map(|argument| &argument.name);
    let setters = setters.chain(credentials.iter().map(|(_, name)| name));
    let setters: Vec<&str> = setters.map(Ident::as_str).collect();
    let responses = responses::plan(source, home.module, &setters);
    headers::check_parts(types, source, body.as_ref(), diags);
    let paged = Paged {
        types,
        operation: source,
        arguments: &arguments,
        body: body.as_ref(),
        responses: &responses,
    };
    let pages = paged.plan(diags);
    let polled = Polled {
        types,
        operation: source,
        body: body.as_ref(),
        responses: &responses,
    };
    let polling = polled.plan(diags);
    let tags = source.tags.iter();
    let tags = tags.filter_map(|tag| tags_by_name.get(tag.as_str()).copied());
    OperationPlan {
        id,
        name: home.name.clone(),
        module: home.module,
        arguments,
        credentials,
        key_form,
        body,
        shared: shared_properties(types, &responses.failure.variants),
        responses,
        headers: headers::plan(source),
        sent_back: sent_back.is_in(source),
        pages,
        polling,
        tags: tags.collect(),
    }
}
