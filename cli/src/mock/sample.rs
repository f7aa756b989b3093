//! A value that is valid by a schema, always the same: for operations without examples.
//!
//! It has every property that travels this way, as far as a few levels of nesting; deeper ones only if they are required.

use super::leaf;
use super::read;
use super::value::{Value, set};
use specwright::lower::{Validator, Way};
use specwright::openapi::schema::{JsonType, Schema};
use specwright::tree::{self, NodeId};
use std::collections::{BTreeMap, BTreeSet};

/// Optional properties are left out below this depth.
const FULL_DEPTH: usize = 6;
/// Nothing is made below this depth.
const MAX_DEPTH: usize = 48;
/// Values that are made in all: optional properties are left out afterwards.
const MAX_VALUES: usize = 2_000;
/// Items and properties that a lower limit can ask for.
const MAX_ITEMS: u64 = 200;
/// Steps in all: required properties of required properties, and long lists of long lists, are as many as their product.
const MAX_STEPS: usize = 1_000_000;

/// A schema has no value, none that ends, or one that is too large.
struct Impossible;

/// What a schema asks for; nothing where it only limits what others ask for.
type Made = Result<Option<Value>, Impossible>;

/// Makes values.
struct Sampler<'v, 't, 'd> {
    validator: &'v mut Validator<'t, 'd>,
    way: Way,
    /// The schemas around the value that is being made.
    open: Vec<NodeId>,
    /// Where in `open` those of the same value begin.
    begun: usize,
    /// Optional properties are left out.
    is_lean: bool,
    made: usize,
    /// Steps that are left.
    left: usize,
    /// The first value of each schema that the document has itself and that is valid.
    said: BTreeMap<NodeId, Option<NodeId>>,
}

/// A value of a schema; `None` if there is none, none that ends, or none that is small enough.
///
/// Where the one with optional properties is too large, it is one without them.
pub(super) fn sample(validator: &mut Validator<'_, '_>, way: Way, node: NodeId) -> Option<Value> {
    let full = Sampler::new(validator, way).value(node);
    full.or_else(|| Sampler::lean(validator, way).value(node))
}

impl<'v, 't, 'd> Sampler<'v, 't, 'd> {
    fn new(validator: &'v mut Validator<'t, 'd>, way: Way) -> Sampler<'v, 't, 'd> {
        Sampler {
            validator,
            way,
            open: Vec::new(),
            begun: 0,
            is_lean: false,
            made: 0,
            left: MAX_STEPS,
            said: BTreeMap::new(),
        }
    }

    /// One that leaves optional properties out.
    fn lean(validator: &'v mut Validator<'t, 'd>, way: Way) -> Sampler<'v, 't, 'd> {
        Sampler {
            is_lean: true,
            ..Sampler::new(validator, way)
        }
    }

    fn value(&mut self, node: NodeId) -> Option<Value> {
        let around = std::mem::replace(&mut self.begun, self.open.len());
        let made = self.made(node);
        self.begun = around;
        // Any value is right where nothing is asked for.
        Some(made.ok()?.unwrap_or_else(|| Value::Object(Vec::new())))
    }

    fn made(&mut self, node: NodeId) -> Made {
        match self.open.iter().position(|open| *open == node) {
            // A schema adds nothing to what it says of the same value.
            Some(at) if at >= self.begun => return Ok(None),
            Some(_) => return Err(Impossible),
            None if self.open.len() >= MAX_DEPTH => return Err(Impossible),
            None => {}
        }
        self.made += 1;
        let schema = self.validator.schema(node);
        self.step(1 + schema.properties.len() + schema.required.len())?;
        self.open.push(node);
        let made = self.of_schema(node, &schema);
        self.open.pop();
        if let Ok(Some(Value::String(text))) = &made {
            self.step(text.len() / 100)?;
        }
        made
    }

    /// Takes steps, if there are as many left.
    fn step(&mut self, count: usize) -> Result<(), Impossible> {
        self.left = self.left.saturating_sub(count);
        if self.left == 0 { Err(Impossible) } else { Ok(()) }
    }

    /// A value of the document, which takes as many steps as it has values and hundreds of bytes.
    fn copied(&mut self, node: NodeId) -> Result<Value, Impossible> {
        let value = Value::of(self.validator.tree(), node);
        self.step(value.size()).map(|()| value)
    }

    /// The first value that is valid of those that can be made: for each alternative one with all properties, and one without the
    /// optional ones.
    fn of_schema(&mut self, node: NodeId, schema: &Schema) -> Made {
        if schema.boolean == Some(false) {
            return Err(Impossible);
        }
        if let Some(known) = self.written(node, schema) {
            return self.copied(known).map(Some);
        }
        if let Some(leaf) = self.leaf(node) {
            return Ok(Some(leaf));
        }
        let alternatives = schema.one_of.len().max(schema.any_of.len()).max(1);
        let around = self.is_lean;
        let mut first = Err(Impossible);
        for is_lean in [around, true] {
            for alternative in 0..alternatives {
                self.is_lean = is_lean;
                let made = self.of_alternative(node, schema, alternative);
                self.is_lean = around;
                match made {
                    Ok(Some(value)) if !self.is_valid(node, &value) => first = first.or(Ok(Some(value))),
                    Ok(made) => return Ok(made),
                    Err(Impossible) => {}
                }
            }
            if around {
                break;
            }
        }
        first
    }

    /// Whether a value is what its schema asks for, as long as there is time to look for another one.
    fn is_valid(&mut self, node: NodeId, value: &Value) -> bool {
        self.made > MAX_VALUES || read::check_as(self.validator, node, value, self.way).is_ok()
    }

    /// A value by one of the alternatives of `oneOf` and `anyOf`.
    fn of_alternative(&mut self, node: NodeId, schema: &Schema, alternative: usize) -> Made {
        let parts = self.of_parts(schema, alternative)?;
        let mut value = match &parts {
            // What is beside a reference narrows what it refers to.
            Some(Value::Object(_)) | None => both(parts, self.of_keywords(node, schema)?),
            Some(_) => parts,
        };
        let is_choice = !(schema.one_of.is_empty() && schema.any_of.is_empty());
        if let (Some(discriminator), Some(Value::Object(members)), false) =
            (&schema.discriminator, &mut value, is_choice)
            && let Some(tag) = self.own_tag(node, schema)
        {
            set(members, &discriminator.property, tag);
        }
        Ok(value)
    }

    /// A string or a number, by what references and `allOf` say together; `None` if the schema asks for anything else.
    fn leaf(&mut self, node: NodeId) -> Option<Value> {
        let kinds = self.validator.kinds(node).without(JsonType::Null);
        let kind = kinds.single()?;
        if matches!(kind, JsonType::Object | JsonType::Array | JsonType::Null) {
            return None;
        }
        let facts = leaf::facts(self.validator, node)?;
        let made = match kind {
            JsonType::String => leaf::string(self.validator, &facts),
            JsonType::Integer => leaf::integer(&facts.constraints.numbers),
            JsonType::Number => leaf::number(&facts.constraints.numbers),
            JsonType::Boolean => Some(Value::Bool(true)),
            JsonType::Object | JsonType::Array | JsonType::Null => None,
        };
        made.filter(|value| self.is_valid(node, value))
    }

    /// The value that the document itself has: a constant, an example that is valid, the default, the first of an enumeration.
    fn written(&mut self, node: NodeId, schema: &Schema) -> Option<NodeId> {
        let tree = self.validator.tree();
        let is_null = |value: &NodeId| *tree.value(*value) == tree::Value::Null;
        if let Some(constant) = schema.constant {
            return Some(constant);
        }
        if let Some(said) = self.said(node, schema) {
            return Some(said);
        }
        let values = schema.values.as_ref()?;
        values.iter().find(|value| !is_null(value)).or(values.first()).copied()
    }

    /// The first example, or else the default, that is valid: looked for once.
    fn said(&mut self, node: NodeId, schema: &Schema) -> Option<NodeId> {
        if let Some(known) = self.said.get(&node) {
            return *known;
        }
        let tree = self.validator.tree();
        let is_null = |value: &NodeId| *tree.value(*value) == tree::Value::Null;
        let all = schema.examples.iter().copied().chain(schema.default);
        let mut all = all.filter(|value| !is_null(value));
        let said = all.find(|value| self.validator.validate(node, tree, *value, self.way).is_ok());
        self.said.insert(node, said);
        said
    }

    /// What the schemas say together that this one consists of: `$ref`, `allOf`, one of `oneOf` and `anyOf`.
    fn of_parts(&mut self, schema: &Schema, alternative: usize) -> Made {
        let mut value = None;
        if let Some(target) = schema.reference.and_then(|reference| self.validator.target(reference)) {
            value = self.made(target)?;
        }
        for &member in &schema.all_of {
            value = both(value, self.made(member)?);
        }
        for choices in [&schema.one_of, &schema.any_of] {
            if let Some(choice) = choices.get(alternative % choices.len().max(1)) {
                value = both(value, self.choice(schema, *choice, choices.len())?);
            }
        }
        Ok(value)
    }

    /// A value of one of the schemas of a choice.
    fn choice(&mut self, schema: &Schema, choice: NodeId, choices: usize) -> Made {
        if choices > 1 && self.validator.is_null(choice) {
            return Err(Impossible);
        }
        let mut value = self.made(choice)?;
        if let (Some(discriminator), Some(Value::Object(members))) = (&schema.discriminator, &mut value)
            && let Some(tag) = self.tag(schema, choice)
        {
            set(members, &discriminator.property, tag);
        }
        Ok(value)
    }

    /// The value of the discriminator for one of the schemas of a choice.
    fn tag(&mut self, schema: &Schema, choice: NodeId) -> Option<Value> {
        let discriminator = schema.discriminator.as_ref()?;
        let target = self.validator.inner(choice)?;
        let property = read::part(self.validator, target, read::Part::Property(&discriminator.property));
        if let Some(property) = property {
            let property = self.validator.schema(property);
            let one = property.constant;
            let one = one.or(property.values.as_ref().and_then(|values| values.first().copied()));
            if let Some(one) = one {
                return Some(Value::of(self.validator.tree(), one));
            }
        }
        let name = self.mapped(schema, target)?;
        Some(read::scalar(self.validator, property, &name))
    }

    /// The value of the discriminator that names a schema.
    fn mapped(&self, schema: &Schema, target: NodeId) -> Option<String> {
        let discriminator = schema.discriminator.as_ref()?;
        let pointer = self.validator.tree().pointer(target);
        let name = pointer.rsplit('/').next().unwrap_or_default().to_owned();
        let names = |reference: &str| *reference == *name || reference.ends_with(&format!("/{name}"));
        let mapped = discriminator.mapping.iter().find(|(_, reference, _)| names(reference));
        Some(mapped.map_or(name, |(tag, _, _)| tag.to_string()))
    }

    /// The discriminator of a schema that others extend: what says that it is this one.
    fn own_tag(&mut self, node: NodeId, schema: &Schema) -> Option<Value> {
        let discriminator = schema.discriminator.as_ref()?;
        let property = read::part(self.validator, node, read::Part::Property(&discriminator.property));
        let is_fixed = property.is_some_and(|property| {
            let property = self.validator.schema(property);
            property.values.is_some() || property.constant.is_some()
        });
        let name = self.mapped(schema, node).filter(|_| !is_fixed)?;
        Some(read::scalar(self.validator, property, &name))
    }

    /// What the keywords of the schema itself ask for.
    fn of_keywords(&mut self, node: NodeId, schema: &Schema) -> Made {
        let refers = schema.reference.is_some()
            || !(schema.all_of.is_empty() && schema.any_of.is_empty() && schema.one_of.is_empty());
        let kinds = match refers {
            // What it refers to has made a value, unless that says nothing.
            true if schema.types.is_empty() && schema.properties.is_empty() && schema.required.is_empty() => {
                return Ok(None);
            }
            true | false => self.validator.kinds(node),
        };
        let order = [
            JsonType::Object,
            JsonType::Array,
            JsonType::String,
            JsonType::Integer,
            JsonType::Number,
            JsonType::Boolean,
            JsonType::Null,
        ];
        let value = match order.into_iter().find(|kind| kinds.has(*kind)) {
            None if schema.properties.is_empty() && schema.required.is_empty() => return Ok(None),
            Some(JsonType::Object) | None => self.object(schema),
            Some(JsonType::Array) => self.array(schema),
            Some(JsonType::String) => leaf::string(self.validator, &leaf::Facts::of(schema)),
            Some(JsonType::Integer) => leaf::integer(&schema.constraints.numbers),
            Some(JsonType::Number) => leaf::number(&schema.constraints.numbers),
            Some(JsonType::Boolean) => Some(Value::Bool(true)),
            Some(JsonType::Null) => Some(Value::Null),
        };
        value.map(Some).ok_or(Impossible)
    }

    fn object(&mut self, schema: &Schema) -> Option<Value> {
        let mut members = Vec::new();
        let required: BTreeSet<&str> = schema.required.iter().map(|name| &**name).collect();
        for (name, property) in &schema.properties {
            let is_required = required.contains(&**name);
            let is_wanted = !self.is_lean && self.open.len() <= FULL_DEPTH && self.made < MAX_VALUES;
            if self.stays_away(*property) || !(is_required || is_wanted) {
                continue;
            }
            match self.value(*property) {
                Some(value) => members.push((name.to_string(), value)),
                // A circle of required properties has no end.
                None if is_required => return None,
                None => {}
            }
        }
        let declared: BTreeSet<&str> = schema.properties.iter().map(|(name, _)| &**name).collect();
        for name in schema.required.iter().filter(|name| !declared.contains(&***name)) {
            members.push((name.to_string(), self.additional(schema)?));
        }
        let limits = &schema.constraints.objects;
        let is_map = schema.properties.is_empty() && schema.additional_properties.is_some();
        let wanted = u64::from(is_map && !self.is_lean);
        let least = limits.min_properties.unwrap_or(wanted).min(MAX_ITEMS);
        let mut index = members.len() as u64;
        while index < least && limits.max_properties.is_none_or(|most| index < most) {
            index += 1;
            let Some(name) = self.key(schema, index) else { break };
            match self.additional(schema) {
                Some(value) => set(&mut members, &name, value),
                None if limits.min_properties.is_some() => return None,
                None => break,
            }
        }
        Some(Value::Object(members))
    }

    /// The name of a property that the document does not name.
    fn key(&mut self, schema: &Schema, index: u64) -> Option<String> {
        let Some(names) = schema.property_names else {
            return Some(format!("key{index}"));
        };
        let rules = self.validator.schema(names);
        let tree = self.validator.tree();
        if let Some(values) = &rules.values {
            let at = usize::try_from(index - 1).ok()?;
            return values.get(at).and_then(|value| tree.str(*value)).map(str::to_owned);
        }
        match leaf::string(self.validator, &leaf::Facts::of(&rules))? {
            Value::String(text) if index == 1 => Some(text),
            _ => None,
        }
    }

    /// The value of a property that the document does not name.
    fn additional(&mut self, schema: &Schema) -> Option<Value> {
        let pattern = schema.pattern_properties.first().map(|(_, property)| *property);
        match schema.additional_properties.or(pattern) {
            Some(additional) => self.value(additional),
            None => Some(Value::string("string")),
        }
    }

    fn stays_away(&mut self, property: NodeId) -> bool {
        let schema = self.validator.schema(property);
        let target = schema.reference.and_then(|reference| self.validator.target(reference));
        let target = target.map(|target| self.validator.schema(target));
        let is = |flag: fn(&Schema) -> bool| flag(&schema) || target.as_deref().is_some_and(flag);
        match self.way {
            Way::Sent => is(|schema| schema.read_only),
            Way::Received => is(|schema| schema.write_only),
            Way::Open => false,
        }
    }

    fn array(&mut self, schema: &Schema) -> Option<Value> {
        let limits = &schema.constraints.arrays;
        let most = limits.max_items.unwrap_or(MAX_ITEMS);
        let least = limits.min_items.unwrap_or(1).clamp(1, MAX_ITEMS).min(most);
        let mut items = Vec::new();
        for &prefix in schema
            .prefix_items
            .iter()
            .take(usize::try_from(most).unwrap_or(usize::MAX))
        {
            items.push(self.value(prefix)?);
        }
        if let Some(contains) = schema.contains {
            for _ in 0..schema.min_contains.unwrap_or(1).min(MAX_ITEMS) {
                items.push(self.contained(contains, schema.items)?);
            }
        }
        while (items.len() as u64) < least {
            let item = match schema.items {
                Some(each) => self.item(each, items.len(), limits.unique_items),
                None if schema.prefix_items.is_empty() => Some(Value::string("string")),
                None => None,
            };
            match item {
                Some(item) => items.push(item),
                // Where recursion ends, or a value does not vary any more.
                None if limits.min_items.is_none_or(|least| items.len() as u64 >= least) => break,
                None => return None,
            }
        }
        Some(Value::Array(items))
    }

    /// An item that `contains` asks for: one that is valid by `items` too, if there is one.
    fn contained(&mut self, contains: NodeId, each: Option<NodeId>) -> Option<Value> {
        let made = self.value(contains)?;
        let Some(each) = each.filter(|each| !self.is_valid(*each, &made)) else {
            return Some(made);
        };
        let facts = leaf::facts(self.validator, contains)?;
        let numbers = leaf::facts(self.validator, each)?.with(facts).constraints.numbers;
        leaf::integer(&numbers)
            .filter(|value| self.is_valid(each, value))
            .or(Some(made))
    }

    /// The item at an index; of unique items each is another one.
    fn item(&mut self, each: NodeId, index: usize, is_unique: bool) -> Option<Value> {
        if !is_unique || index == 0 {
            return self.value(each);
        }
        let inner = self.validator.inner(each)?;
        let schema = self.validator.schema(inner);
        if let Some(values) = &schema.values {
            let tree = self.validator.tree();
            return values.get(index).map(|value| Value::of(tree, *value));
        }
        leaf::vary(self.value(each)?, index)
    }
}

/// What two schemas say together of one value.
fn both(left: Option<Value>, right: Option<Value>) -> Option<Value> {
    match (left, right) {
        (Some(Value::Object(mut members)), Some(Value::Object(others))) => {
            others
                .into_iter()
                .for_each(|(name, value)| set(&mut members, &name, value));
            Some(Value::Object(members))
        }
        (Some(value), _) | (None, Some(value)) => Some(value),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::read::check_as;
    use specwright::openapi::document::Document;
    use specwright::{Input, config::Config, diag::Diagnostics, source::SourceMap};
    use specwright_tests::foreign::files;
    use std::path::Path;

    /// The values that are made of the responses and bodies of a document and are not valid by their schemas.
    fn wrong(document: &Document<'_>) -> Vec<String> {
        let mut problems = Diagnostics::tolerant();
        let mut validator = Validator::new(document, &mut problems);
        let mut wrong = Vec::new();
        let operations = document.operations.iter();
        let schemas: Vec<(NodeId, Way)> = operations
            .flat_map(|operation| {
                let responses = operation.responses.iter().flat_map(|(_, response)| &response.content);
                let sent = operation.body.iter().flat_map(|body| &body.content);
                let received = responses.map(|media| (media, Way::Received));
                received.chain(sent.map(|media| (media, Way::Sent)))
            })
            .filter_map(|(media, way)| Some((media.schema?, way)))
            .collect();
        for (schema, way) in schemas {
            let pointer = document.tree.pointer(schema);
            match sample(&mut validator, way, schema) {
                None => wrong.push(format!("{pointer}: nothing")),
                Some(value) => {
                    if let Err((at, reason)) = check_as(&mut validator, schema, &value, way) {
                        wrong.push(format!("{pointer}: {at} {reason}: {}", value.json()));
                    }
                }
            }
        }
        wrong
    }

    #[test]
    fn what_is_made_of_a_schema_is_valid_by_it() {
        specwright_tests::enter_workspace().expect("the workspace");
        let mut wrong_of_all = Vec::new();
        let mut count = 0;
        for (path, _) in files(Path::new("tests/cases/ok")).expect("the cases") {
            let path = Path::new("tests/cases/ok").join(path);
            let input = Input::Path(path.clone());
            let mut problems = Diagnostics::tolerant();
            let is_document = path.extension().is_some_and(|extension| extension == "yaml");
            let found = is_document
                .then(|| {
                    let mut sources = SourceMap::new();
                    specwright::with_document(
                        &mut sources,
                        &input,
                        &Config::default(),
                        &mut problems,
                        |document, _| wrong(document),
                    )
                })
                .flatten();
            if let Some(found) = found {
                count += 1;
                wrong_of_all.extend(found.into_iter().map(|line| format!("{}: {line}", path.display())));
            }
        }
        assert!(count > 60, "{count} documents");
        assert_eq!(wrong_of_all, [""; 0], "{wrong_of_all:#?}");
    }
}
