//! `in: body` and `in: formData` parameters (OpenAPI 2.0 "Parameter Object") to `requestBody`.

use indexmap::IndexMap;

use crate::diag::Problem;
use crate::source::Span;
use crate::tree::{Entry, NodeId, Value};

use super::super::walk::Kind;
use super::super::{Upgrade, edit};
use super::media::MediaTypes;
use super::{Operation, parameters, strings};

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";
/// What a body is if the document does not say: 2.0 has no default, and nearly every such document means JSON.
pub(super) const JSON: &str = "application/json";

/// Where a parameter that OpenAPI 3 no longer has goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    Form,
}

/// The body and form parameters, known before any of them is converted and loses its `in`.
#[derive(Debug, Default)]
pub(super) struct Places {
    known: IndexMap<NodeId, Place>,
}

impl Places {
    /// All body and form parameters of the document.
    pub(super) fn of(up: &Upgrade<'_>) -> Places {
        let parameters = up.walk.of(Kind::Parameter);
        let known = parameters.filter_map(|node| Some((node, place(up, node)?)));
        Places { known: known.collect() }
    }

    /// Where a parameter goes; `None` for those that stay parameters.
    pub(super) fn get(&self, parameter: NodeId) -> Option<Place> {
        self.known.get(&parameter).copied()
    }
}

fn place(up: &Upgrade<'_>, parameter: NodeId) -> Option<Place> {
    match up.tree.str(up.tree.get(parameter, "in")?)? {
        "body" => Some(Place::Body),
        "formData" | "form" => Some(Place::Form),
        _ => None,
    }
}

/// The parameters of one place in the `parameters` of an operation or path item: the element of the list, and the
/// parameter that it is or refers to.
fn listed(up: &Upgrade<'_>, places: &Places, holder: NodeId, wanted: Place) -> Vec<(NodeId, NodeId)> {
    let Some(list) = up.tree.get(holder, "parameters") else {
        return Vec::new();
    };
    let items = up.tree.items(list).iter();
    let pairs = items.map(|&item| (item, up.walk.refs.follow(up.tree, item)));
    pairs
        .filter(|(_, parameter)| places.get(*parameter) == Some(wanted))
        .collect()
}

/// Copies what an operation shares but must convert with media types of its own: which shared parameters it has copies of.
pub(super) fn own_copies(
    up: &mut Upgrade<'_>,
    places: &mut Places,
    operation: &Operation,
    consumes: &MediaTypes,
) -> Vec<NodeId> {
    let mut copied = Vec::new();
    // Parameters of the path item are shared by its operations. The operation's own body replaces them.
    let own = listed(up, places, operation.node, Place::Body);
    let shared = listed(up, places, operation.path_item, Place::Body);
    if own.is_empty()
        && let Some(&(item, _)) = shared.first()
        && listed(up, places, operation.node, Place::Form).is_empty()
    {
        let copy = shallow_copy(up, item);
        // The copy of a reference shares the text of the reference, which is what references are known by.
        if let Some(place) = places.get(item) {
            places.known.insert(copy, place);
        }
        append_parameter(up, operation.node, copy);
    }
    let Some(types) = MediaTypes::of_operation(up, operation.node, "consumes") else {
        return copied;
    };
    if types.same(consumes) {
        return copied;
    }
    for (item, parameter) in listed(up, places, operation.node, Place::Body) {
        if item != parameter {
            let copy = shallow_copy(up, parameter);
            places.known.insert(copy, Place::Body);
            replace_parameter(up, operation.node, item, copy);
            copied.push(parameter);
        }
    }
    copied
}

/// A node of its own with the same members.
pub(super) fn shallow_copy(up: &mut Upgrade<'_>, node: NodeId) -> NodeId {
    let members = up.tree.value(node).clone();
    up.tree.derive(node, members)
}

fn append_parameter(up: &mut Upgrade<'_>, operation: NodeId, parameter: NodeId) {
    match up.tree.get(operation, "parameters") {
        Some(list) => up.tree.push(list, parameter),
        None => {
            let list = up.tree.derive(parameter, Value::Array(vec![parameter]));
            up.tree.set(operation, "parameters", list);
        }
    }
}

fn replace_parameter(up: &mut Upgrade<'_>, operation: NodeId, old: NodeId, new: NodeId) {
    let Some(list) = up.tree.get(operation, "parameters") else {
        return;
    };
    let mut items = up.tree.items(list).to_vec();
    for item in &mut items {
        if *item == old {
            *item = new;
        }
    }
    up.tree.set_value(list, Value::Array(items));
}

/// Makes the `requestBody` of an operation. Its body and form parameters stay listed until [`remove_parameters`].
pub(super) fn upgrade_operation(up: &mut Upgrade<'_>, places: &Places, operation: &Operation, consumes: &MediaTypes) {
    let own = MediaTypes::of_operation(up, operation.node, "consumes");
    let consumes = own.as_ref().unwrap_or(consumes);
    let bodies = listed(up, places, operation.node, Place::Body);
    let mut form = listed(up, places, operation.path_item, Place::Form);
    form.extend(listed(up, places, operation.node, Place::Form));
    if up.tree.get(operation.node, "requestBody").is_none() {
        if let Some(&(item, parameter)) = bodies.first() {
            report_surplus(up, &bodies, &form);
            if item == parameter {
                to_request_body(up, item, consumes);
            }
            let span = up.tree.span(item);
            edit::set_from(up.tree, operation.node, "requestBody", item, span);
        } else if let Some(&(first, _)) = form.first() {
            report_file_form(up, operation.node, &form);
            let body = form_body(up, &form, consumes, first);
            let span = up.tree.span(first);
            edit::set_from(up.tree, operation.node, "requestBody", body, span);
        }
    }
    up.tree.remove(operation.node, "consumes");
}

/// "There can only be one body parameter", and "body and form parameters cannot exist together".
fn report_surplus(up: &mut Upgrade<'_>, bodies: &[(NodeId, NodeId)], form: &[(NodeId, NodeId)]) {
    for &(second, _) in bodies.iter().skip(1) {
        up.report(Problem::SecondBody {}, second);
    }
    for &(field, _) in form {
        up.report(Problem::BodyAndForm {}, field);
    }
}

/// Rewrites a body parameter into a Request Body Object, in place, so that references to it stay good.
pub(super) fn to_request_body(up: &mut Upgrade<'_>, parameter: NodeId, consumes: &MediaTypes) {
    if up.tree.get(parameter, "in").is_none() {
        return;
    }
    up.report_old(parameter, "in", "`requestBody`");
    report_allow_empty(up, parameter, "body");
    // A body that describes its type without `schema` is meant all the same.
    parameters::ensure_schema(up, parameter);
    // The name of a body "is used for documentation purposes only".
    let dropped = ["name", "in", "collectionFormat", "allowEmptyValue"];
    edit::take_members(up.tree, parameter, |key| dropped.contains(&key));
    let members = edit::take_members(up.tree, parameter, |key| {
        matches!(key, "schema" | "example" | "examples")
    });
    let from = members
        .first()
        .map_or(up.tree.span(parameter), |member| member.key_span);
    let types = consumes.only(|text| !is_form(text));
    let types = match types.is_empty() {
        true => consumes.or(up, parameter, JSON),
        false => types,
    };
    let content = types.content(up, parameter, &members);
    edit::set_from(up.tree, parameter, "content", content, from);
}

/// `allowEmptyValue` allows "to send a parameter with a name only or an empty value" (OpenAPI 2.0 "Parameter Object"), which a body
/// always may have.
fn report_allow_empty(up: &mut Upgrade<'_>, parameter: NodeId, location: &'static str) {
    if up.tree.get(parameter, "allowEmptyValue").is_some() {
        up.report_key(Problem::IdleAllowEmpty { location }, parameter, "allowEmptyValue");
    }
}

fn is_form(media_type: &str) -> bool {
    media_type.starts_with(FORM) || media_type.starts_with(MULTIPART)
}

/// Makes one Request Body Object out of form parameters.
fn form_body(up: &mut Upgrade<'_>, form: &[(NodeId, NodeId)], consumes: &MediaTypes, like: NodeId) -> NodeId {
    let mut fields = Fields::default();
    let mut has_file = false;
    for &(_, parameter) in form {
        has_file |= is_file(up, parameter);
        fields.add(up, parameter);
    }
    let span = up.tree.span(like);
    let required = !fields.required.is_empty();
    let members = fields.media_type(up, like);
    let types = form_types(consumes, has_file, span);
    let content = types.content(up, like, &members);
    let mut members = vec![edit::member("content", span, content)];
    if required {
        let value = up.tree.derive(like, Value::Bool(true));
        members.push(edit::member("required", span, value));
    }
    up.tree.derive(like, Value::Object(members))
}

/// "Since form parameters are sent in the payload, they cannot be declared together with a body parameter"; files need
/// multipart, and everything else is urlencoded unless the operation says otherwise.
fn form_types(consumes: &MediaTypes, has_file: bool, span: Span) -> MediaTypes {
    let types = consumes.only(|text| is_form(text) && !(has_file && text.starts_with(FORM)));
    match (types.is_empty(), has_file) {
        (false, _) => types,
        (true, true) => MediaTypes::one(MULTIPART, span),
        (true, false) => MediaTypes::one(FORM, span),
    }
}

/// OpenAPI 2.0 ("Parameter Object") admits `application/x-www-form-urlencoded` beside a file, which cannot hold one.
fn report_file_form(up: &mut Upgrade<'_>, operation: NodeId, form: &[(NodeId, NodeId)]) {
    let has_file = form.iter().any(|(_, parameter)| is_file(up, *parameter));
    let said = up.tree.get(operation, "consumes").filter(|_| has_file);
    for (text, item) in said.map(|list| strings(up, list)).into_iter().flatten() {
        if text.starts_with(FORM) {
            let media_type = text.to_string();
            up.report(Problem::FileForm { media_type }, item);
        }
    }
}

fn is_file(up: &Upgrade<'_>, parameter: NodeId) -> bool {
    let holder = up.tree.get(parameter, "schema").unwrap_or(parameter);
    match up.tree.get(holder, "type").and_then(|node| up.tree.str(node)) {
        Some("file") => true,
        // Arrays of files are not in the standard, and in many documents.
        Some("array") => up.tree.get(holder, "items").is_some_and(|items| is_file(up, items)),
        _ => false,
    }
}

/// The properties of a form.
#[derive(Default)]
struct Fields {
    properties: Vec<Entry>,
    required: Vec<NodeId>,
    encoding: Vec<Entry>,
}

impl Fields {
    fn add(&mut self, up: &mut Upgrade<'_>, parameter: NodeId) {
        let Some(name_node) = up.tree.get(parameter, "name") else {
            return;
        };
        let Some(name) = up.tree.str(name_node).map(str::to_owned) else {
            return;
        };
        up.report_old(parameter, "in", "`requestBody`");
        report_allow_empty(up, parameter, "formData");
        let Some(schema) = parameters::ensure_schema(up, parameter) else {
            return;
        };
        let span = up.tree.span(name_node);
        self.encoding.retain(|known| *known.key != *name);
        if let Some(serialization) = parameters::take_serialization(up, parameter, schema, "formData") {
            let members = serialization.members(up);
            let encoding = up.tree.derive(parameter, Value::Object(members));
            self.encoding.push(edit::member(&name, span, encoding));
        }
        for member in edit::take_members(up.tree, parameter, |key| key == "description" || key.starts_with("x-")) {
            if up.tree.get(schema, &member.key).is_none() {
                edit::set_from(up.tree, schema, &member.key, member.value, member.key_span);
            }
        }
        // The operation's own parameter, which comes later, replaces the path item's of the same name.
        let required = up.tree.get(parameter, "required").and_then(|node| up.tree.bool(node));
        self.required.retain(|&known| up.tree.str(known) != Some(&name));
        if required == Some(true) {
            self.required.push(name_node);
        }
        match self.properties.iter_mut().find(|known| *known.key == *name) {
            Some(known) => known.value = schema,
            None => self.properties.push(edit::member(&name, span, schema)),
        }
    }

    /// The members of the Media Type Object.
    fn media_type(self, up: &mut Upgrade<'_>, like: NodeId) -> Vec<Entry> {
        let span = up.tree.span(like);
        let word = up.tree.derive_str(like, "object");
        let properties = up.tree.derive(like, Value::Object(self.properties));
        let mut schema = vec![
            edit::member("type", span, word),
            edit::member("properties", span, properties),
        ];
        if !self.required.is_empty() {
            let required = up.tree.derive(like, Value::Array(self.required));
            schema.push(edit::member("required", span, required));
        }
        let schema = up.tree.derive(like, Value::Object(schema));
        let mut members = vec![edit::member("schema", span, schema)];
        if !self.encoding.is_empty() {
            let encoding = up.tree.derive(like, Value::Object(self.encoding));
            members.push(edit::member("encoding", span, encoding));
        }
        members
    }
}

/// Takes body and form parameters out of the list of an operation or path item.
pub(super) fn remove_parameters(up: &mut Upgrade<'_>, places: &Places, holder: NodeId) {
    let Some(list) = up.tree.get(holder, "parameters") else {
        return;
    };
    let items = up.tree.items(list);
    let (gone, kept): (Vec<NodeId>, Vec<NodeId>) = items
        .iter()
        .partition(|&&item| places.get(up.walk.refs.follow(up.tree, item)).is_some());
    match (gone.is_empty(), kept.is_empty()) {
        (true, _) => {}
        (false, true) => _ = up.tree.remove(holder, "parameters"),
        (false, false) => up.tree.set_value(list, Value::Array(kept)),
    }
}
