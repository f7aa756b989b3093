//! The examples of the document: each with the type that reads it, and whether its own schema allows it.

use crate::diag::Problem;
use crate::ir::{ContentKind, ExampleTest, Shape, Type, TypeRef};
use crate::lower::Lower;
use crate::lower::media::content_kind;
use crate::lower::schema::{Clash, Way};
use crate::openapi::document::{Example, Parameter};
use crate::tree::{NodeId, Value};

/// Aliases, lists and maps that are looked through: longer chains are loops.
const MAX_ALIASES: usize = 64;

/// Values that one type reads, as they are written.
pub(in crate::lower) struct Samples {
    ty: TypeRef,
    /// The schemas that apply together for it.
    schemas: Vec<NodeId>,
    /// Each with what is said of it.
    values: Vec<(NodeId, Option<String>)>,
    way: Way,
}

/// The examples of a parameter or a header. Those of a `content` that is not JSON are strings for the wire.
pub(in crate::lower) fn of_parameter(parameter: &Parameter) -> Vec<Example> {
    match &parameter.content {
        None => parameter.examples.clone(),
        Some(content) if content_kind(&content.name) == ContentKind::Json => content.examples.clone(),
        Some(_) => Vec::new(),
    }
}

/// Whether an example of a request is named after the failure that it causes, as in `422 - Invalid PAN`: it contradicts its schema
/// because that is what it shows.
fn is_wrong_on_purpose(example: &Example) -> bool {
    let names = [example.name.as_deref(), example.summary.as_deref()];
    names.into_iter().flatten().any(|name| {
        let digits: String = name.trim_start().chars().take_while(char::is_ascii_digit).collect();
        digits.len() == 3 && digits.starts_with('4')
    })
}

/// What is said of an example besides its name.
fn prose(example: Example) -> Option<String> {
    let name = example.name;
    example
        .summary
        .filter(|summary| name.as_deref().map(str::trim) != Some(summary))
}

impl Lower<'_, '_> {
    /// Says of the examples of a parameter that they are not checked: of its content, unless that is JSON, and those beside it.
    pub(in crate::lower) fn leave_wire_examples(&mut self, parameter: &Parameter) {
        let Some(content) = &parameter.content else { return };
        self.leave_examples(&parameter.examples, "`content` beside it has the examples");
        if content_kind(&content.name) != ContentKind::Json {
            self.leave_examples(&content.examples, &format!("`{}` is not JSON", content.name));
        }
    }

    /// Says of examples that they are not checked.
    pub(in crate::lower) fn leave_examples(&mut self, examples: &[Example], reason: &str) {
        if !self.config.examples {
            return;
        }
        for example in examples {
            let reason = reason.to_owned();
            self.report(example.value, Problem::UncheckedExample { reason });
        }
    }

    /// Notes examples of a parameter, a header or a body.
    pub(in crate::lower) fn note_examples(
        &mut self,
        examples: &[Example],
        ty: &TypeRef,
        schema: Option<NodeId>,
        way: Way,
    ) {
        if !self.config.examples || examples.is_empty() {
            return;
        }
        let is_wrong = |example: &Example| way == Way::Sent && is_wrong_on_purpose(example);
        let (wrong, meant): (Vec<Example>, Vec<Example>) = examples.iter().cloned().partition(is_wrong);
        self.leave_examples(&wrong, "by its name it shows a request that fails");
        self.samples.push(Samples {
            ty: ty.clone(),
            schemas: schema.into_iter().collect(),
            values: meant
                .into_iter()
                .map(|example| (example.value, prose(example)))
                .collect(),
            way,
        });
    }

    /// Notes the examples that schemas have themselves: `examples` and, before 3.1, `example`.
    pub(in crate::lower) fn note_own_examples(&mut self, schemas: &[NodeId], ty: &TypeRef) {
        self.note_default(schemas);
        if !self.config.examples {
            return;
        }
        let mut values = Vec::new();
        for &node in schemas {
            let schema = self.schemas.read(node);
            if !schema.examples.is_empty() && self.sampled.insert(node) {
                values.extend(schema.examples.iter().map(|&value| (value, None)));
            }
        }
        if !values.is_empty() {
            self.samples.push(Samples {
                ty: ty.clone(),
                schemas: schemas.to_vec(),
                values,
                way: Way::Open,
            });
        }
    }

    /// Notes the default of schemas that apply together.
    fn note_default(&mut self, schemas: &[NodeId]) {
        let layers = schemas.iter().flat_map(|&node| self.schemas.layers(node));
        let layers: Vec<NodeId> = layers.collect();
        for node in layers {
            let default = self.schemas.read(node).default;
            // `null` says that there is no default.
            let default = default.filter(|&default| *self.schemas.tree().value(default) != Value::Null);
            if let Some(default) = default
                && self.defaulted.insert(default)
            {
                self.defaults.push((schemas.to_vec(), default));
            }
        }
    }

    /// Looks at all defaults that were noted.
    pub(in crate::lower) fn finish_defaults(&mut self) {
        for (schemas, default) in std::mem::take(&mut self.defaults) {
            if let Some(Err(Clash { reason, .. })) = self.schemas.evaluate(&schemas, default, Way::Open) {
                self.report(default, Problem::ContradictoryDefault { reason });
            }
        }
    }

    /// Looks at all examples that were noted.
    pub(in crate::lower) fn finish_examples(&mut self) {
        for samples in std::mem::take(&mut self.samples) {
            for (value, prose) in samples.values {
                // What is not known to be valid makes no test.
                let Some(verdict) = self.schemas.evaluate(&samples.schemas, value, samples.way) else {
                    continue;
                };
                if let (Ok(_), Some(reason)) = (&verdict, self.is_untestable(&samples.ty)) {
                    let reason = reason.to_owned();
                    self.report(value, Problem::UncheckedExample { reason });
                }
                let fits = match verdict {
                    Ok(undeclared) => Some(
                        undeclared
                            .iter()
                            .map(|&node| self.schemas.tree().way(value, node))
                            .collect(),
                    ),
                    Err(_) if self.unreadable.contains(&value) => None,
                    Err(Clash { at, reason }) => {
                        self.report(at, Problem::ContradictoryExample { reason });
                        None
                    }
                };
                let json = self.json(value);
                self.api.example_tests.push(ExampleTest {
                    ty: samples.ty.clone(),
                    value: json,
                    prose,
                    fits,
                    origin: self.origin(value),
                });
            }
        }
    }

    /// Why reading a value of a type would test nothing.
    fn is_untestable(&self, ty: &TypeRef) -> Option<&'static str> {
        let mut ty = &ty.ty;
        for _ in 0..MAX_ALIASES {
            match ty {
                Type::Named { id, .. } => match &self.api.types[*id].shape {
                    Shape::Alias(target) => ty = &target.ty,
                    Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => break,
                },
                Type::Array(inner) | Type::Map(inner) => ty = &inner.ty,
                Type::Any => return Some("any value is valid"),
                Type::Foreign(_) => return Some("its type is one of another crate"),
                Type::Null | Type::Bool | Type::Integer(_) | Type::Number(_) | Type::String(_) | Type::Const(_) => {
                    break;
                }
            }
        }
        None
    }
}
